import { bigint, boolean, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { memberships } from "./access"
import { instant } from "./columns"
import { oidcClients } from "./oidc"
import { systems } from "./systems"

/** Where a client's request was heard. */
export const clientEndpoints = ["auth", "par", "token", "userinfo", "logout"] as const

/**
 * What was right or wrong about a client's requests of late, for the people who build the system: no person, no code, no
 * token, no secret. Few rows a client; the oldest give way.
 */
export const oidcClientEvents = pgTable(
  "oidc_client_events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    clientId: text("client_id")
      .notNull()
      .references(() => oidcClients.id),
    at: instant("at").notNull(),
    endpoint: text("endpoint", { enum: clientEndpoints }).notNull(),
    /** `ok`, or what was wrong (`lib/clients/rules.ts`, `problems`). */
    outcome: text("outcome").notNull(),
    /** The return address that the system named, without what stands in its query, where that was wrong. */
    given: text("given"),
    hasState: boolean("has_state"),
    hasNonce: boolean("has_nonce"),
  },
  (t) => [index("oidc_client_events_client_id").on(t.clientId, t.id)],
)

/** When somebody last went into a system in the name of a membership. */
export const systemOpenings = pgTable(
  "system_openings",
  {
    membershipId: uuid("membership_id")
      .notNull()
      .references(() => memberships.id),
    systemCode: text("system_code")
      .notNull()
      .references(() => systems.code),
    openedAt: instant("opened_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.membershipId, t.systemCode] })],
)
