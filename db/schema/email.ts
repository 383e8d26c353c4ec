import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"
import { accounts } from "./identity"
import { sessions } from "./sessions"

/**
 * A new e-mail address that waits for its code, within one session. Of the codes only keyed hashes bound to the row are
 * kept; `former_code_hash` is there when the address before was confirmed and has to agree.
 */
export const emailChanges = pgTable(
  "email_changes",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    email: text("email").notNull(),
    codeHash: bytes("code_hash").notNull(),
    formerCodeHash: bytes("former_code_hash"),
    guessesLeft: integer("guesses_left").notNull(),
    mailId: uuid("mail_id").notNull(),
    sentAt: instant("sent_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    closedAt: instant("closed_at"),
    closedReason: text("closed_reason", { enum: ["confirmed", "guesses-used", "replaced", "withdrawn"] }),
  },
  (t) => [
    index("email_changes_account_id").on(t.accountId),
    index("email_changes_expires_at").on(t.expiresAt),
  ],
)
