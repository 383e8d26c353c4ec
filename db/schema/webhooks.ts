import { sql } from "drizzle-orm"
import { bigint, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"
import { accounts } from "./identity"
import { oidcClients } from "./oidc"
import { systems } from "./systems"

/** Where a connected system is called with what happens to its rights: one address a system. */
export const webhooks = pgTable(
  "webhooks",
  {
    systemCode: text("system_code")
      .primaryKey()
      .references(() => systems.code),
    /** The client under whose names persons are told. */
    clientId: text("client_id")
      .notNull()
      .references(() => oidcClients.id),
    url: text("url").notNull(),
    state: text("state", { enum: ["active", "paused"] }).notNull(),
    /** Who or what paused it: somebody, three days of failures, or the system's own answer 410. */
    pausedBecause: text("paused_because", { enum: ["by-hand", "failing", "gone"] }),
    /** Up to which place of the feed calls have been put into the outbox. */
    queuedTo: bigint("queued_to", { mode: "number" }).notNull(),
    failingSince: instant("failing_since"),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    /** Whoever sends holds it, so that calls go out one after the other. */
    leasedUntil: instant("leased_until"),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("webhooks_client_id").on(t.clientId)],
)

/** Secrets with which calls to a system are signed, two of them valid while one replaces the other. Shown once. */
export const webhookSecrets = pgTable(
  "webhook_secrets",
  {
    id: uuid("id").primaryKey(),
    systemCode: text("system_code")
      .notNull()
      .references(() => webhooks.systemCode),
    /** Sealed, and not a hash: each call is signed with it. */
    secretSealed: bytes("secret_sealed").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: uuid("created_by").references(() => accounts.id),
    endedAt: instant("ended_at"),
  },
  (t) => [index("webhook_secrets_system_code").on(t.systemCode).where(sql`ended_at is null`)],
)

/** The outbox: one call for each entry of the feed of a system that has an address. */
export const webhookCalls = pgTable(
  "webhook_calls",
  {
    systemCode: text("system_code")
      .notNull()
      .references(() => webhooks.systemCode),
    /** The entry's place in the feed, by which the system knows a call that comes twice. */
    position: bigint("position", { mode: "number" }).notNull(),
    state: text("state", { enum: ["waiting", "delivered"] }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    lastAttemptAt: instant("last_attempt_at"),
    /** The status of the last answer, or why there was none: a code, never text from outside. */
    lastAnswer: text("last_answer"),
    deliveredAt: instant("delivered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.systemCode, t.position] }),
    index("webhook_calls_waiting").on(t.systemCode, t.position).where(sql`state = 'waiting'`),
  ],
)
