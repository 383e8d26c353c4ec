import { sql } from "drizzle-orm"
import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"
import { accounts } from "./identity"

/**
 * The way into a new account: a link mailed to its owner. Opening it mails a fresh code, so that a link read by somebody
 * else opens nothing.
 */
export const invitations = pgTable(
  "invitations",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    tokenHash: bytes("token_hash").notNull().unique(),
    email: text("email").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    openedAt: instant("opened_at"),
    /** Keyed hash of the cookie of the browser that opened it last. */
    browserHash: bytes("browser_hash"),
    codeHash: bytes("code_hash"),
    codeExpiresAt: instant("code_expires_at"),
    guessesLeft: integer("guesses_left").notNull(),
    provedAt: instant("proved_at"),
    endedAt: instant("ended_at"),
    endedReason: text("ended_reason", { enum: ["accepted", "replaced", "withdrawn"] }),
  },
  (t) => [
    uniqueIndex("invitations_open").on(t.accountId).where(sql`ended_at is null`),
    index("invitations_expires_at").on(t.expiresAt),
  ],
)
