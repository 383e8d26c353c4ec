import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"
import { accounts } from "./identity"

/** An authenticator app (RFC 6238). It counts once a first code has confirmed it. */
export const totpFactors = pgTable(
  "totp_factors",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    name: text("name").notNull(),
    secretSealed: bytes("secret_sealed").notNull(),
    /** The time step of the code that was taken last: none is taken twice (RFC 6238 §5.2). */
    lastStep: integer("last_step"),
    createdAt: instant("created_at").notNull(),
    confirmedAt: instant("confirmed_at"),
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [index("totp_factors_account_id").on(t.accountId)],
)

/**
 * A recovery code, good once. What is kept is a digest of it, sealed, and the keyed hash of that digest by which it is
 * found: a rotation renews both, and neither a copy of the database nor of the keys gives the code.
 */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    digestSealed: bytes("digest_sealed").notNull(),
    codeHash: bytes("code_hash").notNull().unique(),
    createdAt: instant("created_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [index("recovery_codes_account_id").on(t.accountId)],
)
