import { randomBytes, randomInt, randomUUID } from "node:crypto"
import postgres from "postgres"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { seal } from "@/lib/crypto/seal"
import { nationalIdPlace } from "@/lib/identity/places"
import { nationalIdCheckDigit } from "@/lib/identity/rules"

/** A running product's database, and the keys of what is sealed there. */
export type OwnerAccess = { readonly url: string; readonly ring: KeyRing }

/**
 * Makes a person of his own for a journey that changes how he signs in: everything is as with a member of the cast,
 * the password too, but for name, number and address. Returns his user name, address and number. `anApp` gives him an
 * authenticator app of which nobody has the secret, so that he is asked for its code.
 */
export async function copyOfficial(
  { url, ring }: OwnerAccess,
  like: string,
  has: { readonly anApp?: true } = {},
): Promise<{ readonly username: string; readonly email: string; readonly nationalId: string }> {
  const [person, account, tag] = [randomUUID(), randomUUID(), randomBytes(4).toString("hex")]
  const [username, email] = [`copy.${tag}`, `copy.${tag}@officials.example`]
  const twelve = `1998${String(randomInt(100_000_000)).padStart(8, "0")}`
  const nationalId = `${twelve}${nationalIdCheckDigit(twelve)}`
  const sealed = seal(ring, nationalIdPlace(person), nationalId)
  const hash = keyedHash(ring, "national-id", nationalId)
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql.begin(async (tx) => {
      await tx`insert into persons (id, national_id_sealed, national_id_hash, given_name_th, family_name_th)
        select ${person}, ${sealed}, ${hash}, p.given_name_th, p.family_name_th
        from persons p join accounts a on a.person_id = p.id where a.username = ${like}`
      await tx`insert into accounts (id, person_id, state, state_changed_at, username, username_key, email,
          email_verified_at, password_hash, password_set_at, locale, duties_version, duties_accepted_at, created_at)
        select ${account}, ${person}, state, state_changed_at, ${username}, ${username}, ${email}, email_verified_at,
          password_hash, password_set_at, locale, duties_version, duties_accepted_at, created_at
        from accounts where username = ${like}`
      await tx`insert into memberships (account_id, unit_id, post, staff_kind, state, valid_from, valid_until)
        select ${account}, m.unit_id, m.post, m.staff_kind, m.state, m.valid_from, m.valid_until
        from memberships m join accounts a on a.id = m.account_id where a.username = ${like}`
      await tx`insert into department_posts (account_id, role, granted_at)
        select ${account}, role, d.granted_at from department_posts d join accounts a on a.id = d.account_id
        where a.username = ${like} and d.ended_at is null`
      if (has.anApp)
        await tx`insert into totp_factors (account_id, name, secret_sealed, created_at, confirmed_at)
          values (${account}, '', ${randomBytes(40)}, now(), now())`
    })
  } finally {
    await sql.end()
  }
  return { username, email, nationalId }
}
