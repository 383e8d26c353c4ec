import { type SQL, sql } from "drizzle-orm"
import { hashList, prebuilt } from "@/db/prebuilt"
import { hasFactor } from "@/db/queries/factor-predicates"
import type { Executor } from "@/db/types"

/**
 * Who a password is for: found by the hash of a national ID (under each key of the ring) or by user name at the door, by
 * account where somebody signed in already says it once more.
 */
export type CredentialKey =
  | { readonly nationalIdHashes: readonly Buffer[] }
  | { readonly usernameKey: string }
  | { readonly accountId: string }

/** What the password step needs to know of an account. */
export type Credential = {
  readonly accountId: string
  readonly state: "invited" | "active" | "locked" | "suspended" | "closed"
  readonly passwordHash: string | null
  readonly passwordClosed: boolean
  readonly signInMethod: "password" | "thaid"
  readonly email: string | null
  readonly emailVerified: boolean
  readonly knownDevice: boolean
  /** A stronger factor is asked for instead of a mailed code: there is no way down. */
  readonly hasFactor: boolean
}

/** The credential, in one statement; `deviceHashes` tell whether this browser has signed in to it before. */
export async function findCredential(
  db: Executor,
  key: CredentialKey,
  deviceHashes: readonly Buffer[],
): Promise<Credential | undefined> {
  const devices = hashList(deviceHashes)
  const [row] = await ("accountId" in key
    ? credentialById<Credential>(db, { devices, ...key })
    : "usernameKey" in key
      ? credentialByName<Credential>(db, { devices, ...key })
      : credentialByNumber<Credential>(db, { devices, numbers: hashList(key.nationalIdHashes) }))
  return row
}

const credentialOf = (devices: SQL, isAccount: SQL): SQL => sql`
    select a.id as "accountId", a.state, a.sign_in_method as "signInMethod", a.password_hash as "passwordHash",
      a.password_closed_at is not null as "passwordClosed", a.email, a.email_verified_at is not null as "emailVerified",
      ${hasFactor(sql`a.id`)} as "hasFactor",
      exists (select 1 from known_devices k where k.account_id = a.id and k.device_hash = any(${devices}::text::bytea[])) as "knownDevice"
    from accounts a where ${isAccount}`

const credentialById = prebuilt(["devices", "accountId"], ({ devices, accountId }) =>
  credentialOf(devices, sql`a.id = ${accountId}`),
)
const credentialByName = prebuilt(["devices", "usernameKey"], ({ devices, usernameKey }) =>
  credentialOf(devices, sql`a.username_key = ${usernameKey}`),
)
const credentialByNumber = prebuilt(["devices", "numbers"], ({ devices, numbers }) =>
  credentialOf(
    devices,
    sql`a.person_id in (select id from persons where national_id_hash = any(${numbers}::text::bytea[]))`,
  ),
)
