import { type SQL, sql } from "drizzle-orm"

/**
 * The condition that an account has a passkey; one that was stopped counts, since with it no mailed code comes back.
 *
 * @param accountId named with its table
 */
export function hasPasskey(accountId: SQL): SQL<boolean> {
  return sql<boolean>`exists (select 1 from passkeys pk where pk.account_id = ${accountId})`
}

/** The condition that an account has a factor stronger than a mailed code, which then is not offered. */
export function hasFactor(accountId: SQL): SQL<boolean> {
  return sql<boolean>`(${hasTotp(accountId)} or ${hasPasskey(accountId)})`
}

/**
 * The condition that an account has an authenticator app, for statements of other rooms.
 *
 * @param accountId named with its table, since a bare column would be taken for one of `totp_factors`
 */
export function hasTotp(accountId: SQL): SQL<boolean> {
  return sql<boolean>`exists (select 1 from totp_factors tf
    where tf.account_id = ${accountId} and tf.confirmed_at is not null)`
}
