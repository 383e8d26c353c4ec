import { boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"
import { accounts } from "./identity"

/** A sign-in between its password and its code. Bound to one browser by a cookie whose hash stands here. */
export const loginFlows = pgTable(
  "login_flows",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    tokenHash: bytes("token_hash").notNull().unique(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    returnTo: text("return_to"),
    sharedComputer: boolean("shared_computer").notNull(),
    guessesLeft: integer("guesses_left").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    closedAt: instant("closed_at"),
    closedReason: text("closed_reason", { enum: ["signed-in", "guesses-used", "replaced"] }),
  },
  (t) => [index("login_flows_account_id").on(t.accountId), index("login_flows_expires_at").on(t.expiresAt)],
)

/**
 * Failures of the password step, per subject (keyed hash of the account, or of a name that is no account) and device
 * (hash of a browser known to this account, or empty for all others together).
 */
export const signinThrottles = pgTable(
  "signin_throttles",
  {
    subject: bytes("subject").notNull(),
    device: bytes("device").notNull(),
    failures: integer("failures").notNull(),
    lastFailedAt: instant("last_failed_at").notNull(),
    waitUntil: instant("wait_until"),
  },
  (t) => [primaryKey({ columns: [t.subject, t.device] }), index("signin_throttles_last").on(t.lastFailedAt)],
)
