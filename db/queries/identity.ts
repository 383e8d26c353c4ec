import { sql } from "drizzle-orm"
import { isMembershipInForce, isUnitAdmin, today } from "@/db/queries/access"
import type { Executor } from "@/db/types"

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
