import { sql } from "drizzle-orm"
import { isOpenClaim } from "@/db/queries/dispute-predicates"
import type { ReplacedHolder } from "@/db/schema/registration"
import type { Transaction } from "@/db/types"

/** Whom to tell that an account is his again. */
export type Released = {
  readonly accountId: string
  readonly state: "invited" | "active" | "locked"
  readonly email: string | null
  readonly locale: "th" | "en"
}

/**
 * Puts a frozen account back as the dispute found it, unless another claim to it is still open; that no request but
 * `without` counts. Nothing where it is not frozen.
 */
export async function markReleased(
  tx: Transaction,
  accountId: string,
  at: { readonly without: string; readonly now: Date },
): Promise<Released | undefined> {
  const now = at.now.toISOString()
  const [row] = await tx.execute<Released>(sql`
    update accounts a set state = coalesce(a.disputed_from, 'active'), state_changed_at = ${now},
      locked_reason = case when a.disputed_from = 'locked' then 'alarm' end, disputed_from = null,
      dispute_decided_at = ${now}
    where a.id = ${accountId} and a.state = 'locked' and a.locked_reason = 'disputed'
      and not exists (select 1 from registrations r where r.disputed_account_id = a.id and r.id <> ${at.without}
        and ${isOpenClaim(at.now)})
    returning a.id as "accountId", a.state, a.locale,
      case when a.email_verified_at is not null then a.email end as email`)
  return row
}

/** Whom to tell that an account is in dispute again; nothing where ThaiID has proved its holder meanwhile. */
export async function findAccountInDispute(tx: Transaction, accountId: string) {
  const [row] = await tx.execute<Omit<Released, "state"> & { emailVerified: boolean }>(sql`
    select id as "accountId", email, email_verified_at is not null as "emailVerified", locale
    from accounts where id = ${accountId} and thaid_proved_at is null for update`)
  return row
}

/** Who gets an account, by what ThaiID vouches for. */
type Awarded = {
  readonly email: string
  readonly titleTh: string
  readonly givenNameTh: string
  readonly familyNameTh: string
  readonly now: Date
}

/** An account about to be given away, held; nothing where ThaiID has proved its holder, or it is suspended or closed. */
export async function lockHolder(tx: Transaction, accountId: string): Promise<ReplacedHolder | undefined> {
  const [former] = await tx.execute<ReplacedHolder>(sql`
    select coalesce(a.disputed_from, a.state) as from, a.email, a.email_verified_at as "emailVerifiedAt",
      a.password_hash as "passwordHash", a.sign_in_method as "signInMethod",
      a.sign_in_method_changed_at as "signInMethodChangedAt", p.title_th as "titleTh",
      p.given_name_th as "givenNameTh", p.family_name_th as "familyNameTh", a.locale
    from accounts a join persons p on p.id = a.person_id
    where a.id = ${accountId} and a.state in ('invited', 'active', 'locked') and a.thaid_proved_at is null
    for update of a`)
  return former
}

/** Gives an account to the person whom ThaiID proved: what its former holder could come in by is gone from it. */
export async function markAwarded(tx: Transaction, accountId: string, to: Awarded): Promise<void> {
  const now = to.now.toISOString()
  await tx.execute(sql`
    update accounts set state = 'active', state_changed_at = ${now}, locked_reason = null, disputed_from = null,
      dispute_decided_at = null, email = ${to.email}, email_verified_at = ${now}, password_hash = null,
      sign_in_method = 'thaid', sign_in_method_changed_at = ${now}, thaid_proved_at = ${now}
    where id = ${accountId}`)
  await markNamed(tx, accountId, to)
}

/**
 * Freezes an account again, as its former holder had it, that was given away by a decision now undone; unless its new
 * holder has come in since.
 */
export async function markDisputedAgain(
  tx: Transaction,
  accountId: string,
  at: { readonly awardedAt: Date; readonly former: ReplacedHolder; readonly now: Date },
): Promise<void> {
  const { former } = at
  const awardedAt = at.awardedAt.toISOString()
  const rows = await tx.execute(sql`
    update accounts set state = 'locked', locked_reason = 'disputed', disputed_from = ${former.from},
      state_changed_at = ${at.now.toISOString()}, email = ${former.email},
      email_verified_at = ${former.emailVerifiedAt}::timestamptz, password_hash = ${former.passwordHash},
      sign_in_method = ${former.signInMethod},
      sign_in_method_changed_at = ${former.signInMethodChangedAt}::timestamptz, thaid_proved_at = null
    where id = ${accountId} and state = 'active' and sign_in_method = 'thaid'
      and sign_in_method_changed_at = ${awardedAt} and thaid_proved_at = ${awardedAt} returning id`)
  if (rows.length > 0) await markNamed(tx, accountId, former)
}

async function markNamed(
  tx: Transaction,
  accountId: string,
  name: Pick<Awarded, "titleTh" | "givenNameTh" | "familyNameTh">,
): Promise<void> {
  await tx.execute(sql`
    update persons set title_th = ${name.titleTh}, given_name_th = ${name.givenNameTh},
      family_name_th = ${name.familyNameTh}
    where id = (select person_id from accounts where id = ${accountId})`)
}
