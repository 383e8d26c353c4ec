import { and, eq, sql } from "drizzle-orm"
import { isMembershipInForce, isUnitAdmin, today } from "@/db/queries/access"
import { accounts, persons } from "@/db/schema/identity"
import type { Executor, Transaction } from "@/db/types"

/** What a person sees of his own account. */
export type Profile = {
  readonly nameTh: string
  readonly nameEn: string | null
  readonly username: string | null
  readonly email: string | null
  readonly emailVerified: boolean
  readonly signInMethod: "password" | "thaid"
  readonly passwordSetAt: Date | null
  readonly dutiesAcceptedAt: Date | null
  readonly memberships: readonly {
    readonly unitTh: string
    readonly unitEn: string | null
    readonly post: string
    readonly isAdmin: boolean
  }[]
}

/** The profile of an account, with its memberships in force. */
export async function findProfile(db: Executor, accountId: string, now: Date): Promise<Profile | undefined> {
  type Row = Omit<Profile, "passwordSetAt" | "dutiesAcceptedAt"> & {
    passwordSetAt: string | null
    dutiesAcceptedAt: string | null
  }
  const rows = await db.execute<Row>(sql`
    select concat(p.title_th, p.given_name_th, ' ', p.family_name_th) as "nameTh",
      p.given_name_en || ' ' || p.family_name_en as "nameEn", a.username, a.email,
      a.email_verified_at is not null as "emailVerified", a.sign_in_method as "signInMethod", a.password_set_at as "passwordSetAt",
      a.duties_accepted_at as "dutiesAcceptedAt",
      coalesce((select json_agg(json_build_object('unitTh', u.name_th, 'unitEn', u.name_en, 'post', m.post,
          'isAdmin', ${isUnitAdmin}) order by u.path)
        from memberships m join units u on u.id = m.unit_id
        where m.account_id = a.id and ${isMembershipInForce}), '[]') as memberships
    from accounts a join persons p on p.id = a.person_id,
      ${today(now)}
    where a.id = ${accountId}`)
  const row = rows[0]
  if (!row) return undefined
  const instant = (value: string | null) => (value ? new Date(value) : null)
  return {
    ...row,
    passwordSetAt: instant(row.passwordSetAt),
    dutiesAcceptedAt: instant(row.dutiesAcceptedAt),
  }
}

/** An account as a transaction that holds it sees it. */
export type LockedAccount = {
  readonly accountId: string
  readonly state: (typeof accounts.$inferSelect)["state"]
  /** Somebody has come in before: by a password, by ThaiID, or as far as the duties of use. */
  readonly wasUsed: boolean
}

const wasUsed = sql`(a.password_hash is not null or a.sign_in_method = 'thaid' or a.duties_accepted_at is not null)`

/** The account of the person with this number (its hash under each key of the ring), held. */
export async function lockAccountOf(
  tx: Transaction,
  nationalIdHashes: readonly Buffer[],
): Promise<LockedAccount | undefined> {
  const [row] = await tx.execute<LockedAccount>(sql`
    select a.id as "accountId", a.state, ${wasUsed} as "wasUsed"
    from accounts a join persons p on p.id = a.person_id
    where p.national_id_hash in ${[...nationalIdHashes]} for update of a`)
  return row
}

/** The person with this number, if there is one; somebody without an account perhaps. */
async function findPerson(tx: Transaction, hashes: readonly Buffer[]): Promise<string | undefined> {
  const isMeant = sql`${persons.nationalIdHash} in ${[...hashes]}`
  const [row] = await tx.select({ id: persons.id }).from(persons).where(isMeant)
  return row?.id
}

/** Adds a person, unless the number is known; another transaction that adds it is waited for. Returns whose id it is. */
export async function insertPerson(
  tx: Transaction,
  row: typeof persons.$inferInsert,
  nationalIdHashes: readonly Buffer[],
): Promise<string> {
  const known = await findPerson(tx, nationalIdHashes)
  if (known) return known
  const target = persons.nationalIdHash
  await tx.insert(persons).values(row).onConflictDoNothing({ target })
  const personId = await findPerson(tx, nationalIdHashes)
  if (!personId) throw new Error("a person can neither be made nor found")
  return personId
}

/** Adds the account of a person, unless he has one. False when he has. */
export async function insertAccount(tx: Transaction, row: typeof accounts.$inferInsert): Promise<boolean> {
  const made = await tx
    .insert(accounts)
    .values(row)
    .onConflictDoNothing({ target: accounts.personId })
    .returning({ id: accounts.id })
  return made.length > 0
}

/** Opens an account anew that was closed before anybody used it. */
export async function markInvitedAgain(
  tx: Transaction,
  accountId: string,
  to: Omit<typeof accounts.$inferInsert, "personId" | "createdAt" | "id">,
): Promise<void> {
  const { email = null, emailVerifiedAt, locale, thaidProvedAt, state, stateChangedAt } = to
  await tx
    .update(accounts)
    .set({ email, emailVerifiedAt, locale, thaidProvedAt, state, stateChangedAt })
    .where(eq(accounts.id, accountId))
}

/** Closes an account that waits for its person to come in; false where somebody has, or it is closed already. */
export async function markUnusedClosed(tx: Transaction, accountId: string, now: Date): Promise<boolean> {
  const closed = await tx
    .update(accounts)
    .set({ state: "closed", stateChangedAt: now })
    .where(and(eq(accounts.id, accountId), eq(accounts.state, "invited")))
    .returning({ id: accounts.id })
  return closed.length > 0
}
