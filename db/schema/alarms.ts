import { index, pgTable, uuid } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"

/**
 * A link “this wasn't me” that went out with a mail. Only the keyed hash of its token is kept. Where no account belongs to
 * what was typed, the row is there all the same, without one: a known and an unknown name cost alike.
 */
export const alarms = pgTable(
  "alarms",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    tokenHash: bytes("token_hash").notNull().unique(),
    /** No foreign key: its check would cost a known name what an unknown one does not. Accounts are never deleted. */
    accountId: uuid("account_id"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [index("alarms_account_id").on(t.accountId), index("alarms_expires_at").on(t.expiresAt)],
)
