import { boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"
import { accounts } from "./identity"
import { sessions } from "./sessions"

/**
 * A sign-in between its password and its code, bound to one browser by a cookie whose hash stands here; or a step-up
 * between the same two, bound to its session.
 */
export const loginFlows = pgTable(
  "login_flows",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    tokenHash: bytes("token_hash").notNull().unique(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    /** The session that is stepped up; null for a sign-in. */
    sessionId: uuid("session_id").references(() => sessions.id, { onDelete: "cascade" }),
    returnTo: text("return_to"),
    sharedComputer: boolean("shared_computer").notNull(),
    guessesLeft: integer("guesses_left").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    closedAt: instant("closed_at"),
    closedReason: text("closed_reason", { enum: ["signed-in", "stepped-up", "guesses-used", "replaced"] }),
  },
  (t) => [
    index("login_flows_account_id").on(t.accountId),
    index("login_flows_session_id").on(t.sessionId),
    index("login_flows_expires_at").on(t.expiresAt),
  ],
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

export const thaidPurposes = [
  "sign-in",
  "step-up",
  "link",
  "unlink",
  "recover",
  "accept",
  "register",
] as const

/**
 * One errand to ThaiID and back. State, nonce and the browser's token are kept as keyed hashes, the PKCE verifier sealed;
 * `used_at` is set before anything is asked of the service, so that no state serves twice.
 */
export const thaidAttempts = pgTable(
  "thaid_attempts",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    stateHash: bytes("state_hash").notNull().unique(),
    browserHash: bytes("browser_hash").notNull(),
    nonceHash: bytes("nonce_hash").notNull(),
    verifierSealed: bytes("verifier_sealed").notNull(),
    purpose: text("purpose", { enum: thaidPurposes }).notNull(),
    /** Whose errand it is, where somebody is signed in. */
    accountId: uuid("account_id").references(() => accounts.id),
    sessionId: uuid("session_id").references(() => sessions.id, { onDelete: "cascade" }),
    returnTo: text("return_to"),
    sharedComputer: boolean("shared_computer").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    /** How it ended: `done`, or the code of the refusal. */
    outcome: text("outcome"),
    /** Who was proved, sealed: kept for minutes where he has no account yet, so that he registers without a second scan. */
    provedSealed: bytes("proved_sealed"),
  },
  (t) => [
    index("thaid_attempts_expires_at").on(t.expiresAt),
    index("thaid_attempts_session_id").on(t.sessionId),
  ],
)
