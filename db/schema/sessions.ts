import { boolean, index, inet, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { memberships } from "./access"
import { bytes, instant } from "./columns"
import { accounts } from "./identity"

export const sessionEndings = [
  "signed-out",
  "ended-by-owner",
  "suspended",
  "replaced",
  "recovered",
  "locked",
] as const

/** A signed-in browser. The row is the truth; the cookie only names it. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** Keyed hash of the 256-bit token in the cookie. */
    tokenHash: bytes("token_hash").notNull().unique(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    acr: text("acr").notNull(),
    amr: text("amr").array().notNull(),
    authenticatedAt: instant("authenticated_at").notNull(),
    /** When the person last proved who he is by more than a password, and how; moves with each step-up. */
    steppedUpAt: instant("stepped_up_at"),
    stepUpAcr: text("step_up_acr"),
    /** Until when a run of decisions goes on without a new proof. */
    runUntil: instant("run_until"),
    lastSeenAt: instant("last_seen_at").notNull(),
    idleSeconds: integer("idle_seconds").notNull(),
    expiresAt: instant("expires_at").notNull(),
    sharedComputer: boolean("shared_computer").notNull(),
    address: inet("address"),
    userAgent: text("user_agent").notNull(),
    /** For whom the person works just now, where he belongs to several units. */
    chosenMembershipId: uuid("chosen_membership_id").references(() => memberships.id),
    revokedAt: instant("revoked_at"),
    revokedReason: text("revoked_reason", { enum: sessionEndings }),
  },
  (t) => [index("sessions_account_id").on(t.accountId), index("sessions_expires_at").on(t.expiresAt)],
)

/** A browser that has completed a sign-in to this account; it has its own count of failures. */
export const knownDevices = pgTable(
  "known_devices",
  {
    deviceHash: bytes("device_hash").notNull(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    firstSignedInAt: instant("first_signed_in_at").notNull(),
    lastSignedInAt: instant("last_signed_in_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.deviceHash, t.accountId] })],
)
