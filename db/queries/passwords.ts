import { and, eq, sql } from "drizzle-orm"
import { accounts } from "@/db/schema/identity"
import type { Executor, Transaction } from "@/db/types"

/** Every name of the reference data, Thai and English. */
export async function listPlaceNames(db: Executor): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(sql`
    select distinct name from (
      select unnest(array[name_th, name_short_th, name_en]) as name from units
      union all select unnest(array[name_th, name_en]) from subdistricts
      union all select unnest(array[name_th, name_en]) from districts
      union all select unnest(array[name_th, name_en]) from provinces) names
    where name is not null`)
  return rows.map((row) => row.name)
}

/** What one would guess of a person: names, user name, e-mail address, telephone of the office. */
export async function findPersonWords(db: Executor, accountId: string): Promise<string[]> {
  const rows = await db.execute<{ word: string }>(sql`
    select unnest(array[p.given_name_th, p.family_name_th, p.given_name_th || p.family_name_th, p.given_name_en,
      p.family_name_en, p.given_name_en || p.family_name_en, a.username, a.email]) as word
    from accounts a join persons p on p.id = a.person_id where a.id = ${accountId}
    union select office_telephone from memberships where account_id = ${accountId}`)
  return rows.flatMap(({ word }) => (word ? [word] : []))
}

/** Who is told of a change of his password, and in which language; nothing without a confirmed address. */
export async function findOwnerAddress(
  db: Executor,
  accountId: string,
): Promise<{ readonly email: string; readonly locale: "th" | "en" } | undefined> {
  const [row] = await db
    .select({ email: accounts.email, locale: accounts.locale })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), sql`${accounts.emailVerifiedAt} is not null`))
  return row?.email ? { email: row.email, locale: row.locale } : undefined
}

/**
 * Gives an account a new password and opens its password route again; where `instead` is given only if that is the
 * hash at present. False when it is not.
 */
export async function markPasswordSet(
  tx: Transaction,
  to: {
    readonly accountId: string
    readonly passwordHash: string
    readonly instead?: string | null
    readonly now: Date
  },
): Promise<boolean> {
  const isPresent =
    to.instead === undefined ? undefined : sql`${accounts.passwordHash} is not distinct from ${to.instead}`
  const changed = await tx
    .update(accounts)
    .set({
      passwordHash: to.passwordHash,
      passwordSetAt: to.now,
      passwordMustChange: false,
      passwordClosedAt: null,
    })
    .where(and(eq(accounts.id, to.accountId), isPresent))
    .returning({ id: accounts.id })
  return changed.length > 0
}
