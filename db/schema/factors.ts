import { bigint, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core"
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

/** A passkey (W3C Web Authentication Level 3): the public half of a key that its owner's device keeps. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    name: text("name").notNull(),
    /** As the browser tells it: base64url. */
    credentialId: text("credential_id").notNull().unique(),
    publicKey: bytes("public_key").notNull(),
    /** Signatures that the device says it has made; one that does not grow means a copy (§6.1.1). */
    counter: bigint("counter", { mode: "number" }).notNull(),
    transports: text("transports").array().notNull(),
    createdAt: instant("created_at").notNull(),
    lastUsedAt: instant("last_used_at"),
    /** A counter went back: it proves nothing any more, until its owner removes it. */
    stoppedAt: instant("stopped_at"),
  },
  (t) => [index("passkeys_account_id").on(t.accountId)],
)

/** A challenge that waits for its answer. Its hash holds the purpose and the browser too; who takes it deletes it. */
export const passkeyChallenges = pgTable("passkey_challenges", {
  keyHash: bytes("key_hash").primaryKey(),
  expiresAt: instant("expires_at").notNull(),
})
