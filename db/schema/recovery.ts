import { sql } from "drizzle-orm"
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"
import { accounts } from "./identity"
import { units } from "./units"

export const recoveryProofs = ["code", "thaid", "staff"] as const

export const assistReasons = ["forgotten", "lost-email", "lost-factor", "locked", "other"] as const

export const assistStates = ["waiting", "sent", "cancelled", "refused", "done"] as const

/**
 * A way back that people in charge of a unit open for somebody: two of them, or one and a wait in which the owner can
 * cancel by mail. All that comes of it is a link to the owner's address.
 */
export const assistedRecoveries = pgTable(
  "assisted_recoveries",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    reason: text("reason", { enum: assistReasons }).notNull(),
    note: text("note").notNull(),
    /** The address that takes the place of the owner's, once he has used the link that goes there. */
    newEmail: text("new_email"),
    askedBy: uuid("asked_by")
      .notNull()
      .references(() => accounts.id),
    askedAt: instant("asked_at").notNull(),
    /** Until when the owner may cancel before a single person's word, or a new address, counts. */
    waitUntil: instant("wait_until").notNull(),
    /** Whether the owner had a confirmed address and was told there; else nobody could have cancelled. */
    ownerTold: boolean("owner_told").notNull(),
    cancelHash: bytes("cancel_hash").notNull().unique(),
    expiresAt: instant("expires_at").notNull(),
    state: text("state", { enum: assistStates }).notNull().default("waiting"),
    decidedAt: instant("decided_at"),
    decidedBy: uuid("decided_by").references(() => accounts.id),
  },
  (t) => [
    uniqueIndex("assisted_recoveries_waiting").on(t.accountId).where(sql`state = 'waiting'`),
    index("assisted_recoveries_unit_id").on(t.unitId),
    index("assisted_recoveries_expires_at").on(t.expiresAt),
  ],
)

/** Who has approved such a way back: each person once. */
export const recoveryApprovals = pgTable(
  "recovery_approvals",
  {
    assistedId: uuid("assisted_id")
      .notNull()
      .references(() => assistedRecoveries.id, { onDelete: "cascade" }),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    approvedAt: instant("approved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.assistedId, t.accountId] })],
)

/**
 * A way back into an account, bound to one browser by a cookie whose hash stands here. Where no account belongs to what was
 * typed, the row is there all the same, without one, and its code was mailed to nobody.
 */
export const recoveries = pgTable(
  "recoveries",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    tokenHash: bytes("token_hash").notNull().unique(),
    /** No foreign key: its check would cost a known name what an unknown one does not. Accounts are never deleted. */
    accountId: uuid("account_id"),
    /** Keyed hash of the account, or of the name that is none: against it wrong codes are counted. */
    subject: bytes("subject").notNull(),
    codeHash: bytes("code_hash"),
    guessesLeft: integer("guesses_left").notNull(),
    /** The people in charge who opened it; the token is that of the mailed link until the link is used. */
    assistedId: uuid("assisted_id").references(() => assistedRecoveries.id, { onDelete: "cascade" }),
    /** By what the person was proved, once he was. */
    proof: text("proof", { enum: recoveryProofs }),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    closedAt: instant("closed_at"),
    closedReason: text("closed_reason", { enum: ["done", "guesses-used", "replaced", "locked"] }),
  },
  (t) => [index("recoveries_account_id").on(t.accountId), index("recoveries_expires_at").on(t.expiresAt)],
)
