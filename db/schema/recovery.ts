import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"
import { accounts } from "./identity"

export const recoveryProofs = ["code", "thaid"] as const

/**
 * A way back into an account, bound to one browser by a cookie whose hash stands here. Where no account belongs to what was
 * typed, the row is there all the same, without one, and its code was mailed to nobody.
 */
export const recoveries = pgTable(
  "recoveries",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    tokenHash: bytes("token_hash").notNull().unique(),
    accountId: uuid("account_id").references(() => accounts.id),
    /** Keyed hash of the account, or of the name that is none: against it wrong codes are counted. */
    subject: bytes("subject").notNull(),
    codeHash: bytes("code_hash"),
    guessesLeft: integer("guesses_left").notNull(),
    /** By what the person was proved, once he was. */
    proof: text("proof", { enum: recoveryProofs }),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    closedAt: instant("closed_at"),
    closedReason: text("closed_reason", { enum: ["done", "guesses-used", "replaced", "locked"] }),
  },
  (t) => [index("recoveries_account_id").on(t.accountId), index("recoveries_expires_at").on(t.expiresAt)],
)
