import { index, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"
import { accounts } from "./identity"
import { systems } from "./systems"

/**
 * A sign-in at a connected system that the portal refused. Its number is told to the person, who may read it to those
 * who help him; only a hash of it is kept.
 */
export const whyTraces = pgTable(
  "why_traces",
  {
    /** SHA-256: the number is random and of 130 bits. */
    idHash: bytes("id_hash").primaryKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    systemCode: text("system_code")
      .notNull()
      .references(() => systems.code),
    at: instant("at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("why_traces_expires_at").on(t.expiresAt)],
)
