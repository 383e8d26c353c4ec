import { type SQL, sql } from "drizzle-orm"

/**
 * The condition that an account has an authenticator app, for statements of other rooms.
 *
 * @param accountId named with its table, since a bare column would be taken for one of `totp_factors`
 */
export function hasTotp(accountId: SQL): SQL<boolean> {
  return sql<boolean>`exists (select 1 from totp_factors tf
    where tf.account_id = ${accountId} and tf.confirmed_at is not null)`
}
