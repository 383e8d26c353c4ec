import { sql } from "drizzle-orm"
import type { staffKinds } from "@/db/schema/access"
import type { Executor } from "@/db/types"
import { isMembershipInForce, isUnitAdmin, standingSql, today } from "./access"

/** A user of a unit, as the unit knows him: nothing of what he is elsewhere. */
export type Member = {
  readonly id: string
  readonly accountId: string
  readonly personId: string
  readonly name: string
  readonly nationalIdSealed: Buffer
  readonly username: string | null
  readonly email: string | null
  readonly post: string
  readonly staffKind: (typeof staffKinds)[number]
  readonly staffReason: string
  readonly officeTelephone: string | null
  readonly orderText: string
  readonly validFrom: string
  readonly validUntil: string | null
  readonly state: "active" | "suspended" | "ended"
  readonly stateReason: string
  readonly suspendedUntil: string | null
  readonly version: number
  readonly standing: string
  readonly accountState: "invited" | "active" | "locked" | "suspended" | "closed"
  readonly accountReason: string
  readonly accountSuspendedUntil: string | null
  readonly isAdmin: boolean
  readonly lastSeenAt: Date | null
  readonly appointment: {
    readonly orderNumber: string
    readonly orderYearBe: number
    readonly validFrom: string
    readonly validUntil: string | null
  } | null
  readonly grants: readonly {
    readonly systemTh: string
    readonly systemEn: string
    readonly roleTh: string
    readonly roleEn: string
    readonly state: "active" | "suspended"
    readonly validUntil: string | null
  }[]
}

/** A user of a unit by his membership; nothing for one of another unit. */
export async function findMember(
  db: Executor,
  at: { readonly unitId: string; readonly membershipId: string; readonly now: Date },
): Promise<Member | undefined> {
  const [row] = await db.execute<
    Omit<Member, "lastSeenAt" | "nationalIdSealed"> & { lastSeenAt: string | null; number: string }
  >(sql`
    select m.id, a.id as "accountId", p.id as "personId", m.post, m.version, m.state,
      concat(p.title_th, p.given_name_th, ' ', p.family_name_th) as name,
      encode(p.national_id_sealed, 'hex') as number, a.username, a.email, m.staff_kind as "staffKind",
      m.staff_reason as "staffReason", m.office_telephone as "officeTelephone", m.order_text as "orderText",
      m.valid_from::text as "validFrom", m.valid_until::text as "validUntil", m.state_reason as "stateReason",
      m.suspended_until::text as "suspendedUntil", ${standingSql} as standing, a.state as "accountState",
      a.state_reason as "accountReason", a.suspended_until::text as "accountSuspendedUntil",
      ${isMembershipInForce} and ${isUnitAdmin} as "isAdmin",
      (select max(s.last_seen_at) from sessions s where s.account_id = a.id) as "lastSeenAt",
      (select json_build_object('orderNumber', ap.order_number, 'orderYearBe', ap.order_year_be,
          'validFrom', ap.valid_from, 'validUntil', ap.valid_until)
        from admin_appointments ap where ap.membership_id = m.id and ap.ended_at is null
          and (ap.valid_until is null or ap.valid_until >= d.today)
        order by ap.valid_from desc limit 1) as appointment,
      coalesce((select json_agg(json_build_object('systemTh', s.name_th, 'systemEn', s.name_en, 'roleTh', r.name_th,
          'roleEn', r.name_en, 'state', g.state, 'validUntil', g.valid_until) order by s.sort, s.code, r.sort)
        from grants g join system_roles r on r.id = g.system_role_id join systems s on s.code = r.system_code
        where g.membership_id = m.id and g.state <> 'withdrawn'), '[]') as grants
    from memberships m join accounts a on a.id = m.account_id join persons p on p.id = a.person_id, ${today(at.now)}
    where m.id = ${at.membershipId} and m.unit_id = ${at.unitId}`)
  if (!row) return undefined
  const { number, lastSeenAt, ...rest } = row
  return {
    ...rest,
    nationalIdSealed: Buffer.from(number, "hex"),
    lastSeenAt: lastSeenAt ? new Date(lastSeenAt) : null,
  }
}

/** Something that happened about a user within his unit. */
export type MemberEvent = {
  readonly action: string
  readonly refusal: string | null
  readonly at: Date
  readonly actorKind: "visitor" | "account" | "system"
  /** Who did it, where it was a person; `isOwner` where it was the user himself. */
  readonly actor: string | null
  readonly isOwner: boolean
}

/** What happened about a membership, and about its account as far as this unit is concerned; the newest first. */
export async function listMemberEvents(
  db: Executor,
  at: {
    readonly unitId: string
    readonly membershipId: string
    readonly accountId: string
    readonly limit: number
  },
): Promise<MemberEvent[]> {
  const rows = await db.execute<Omit<MemberEvent, "at"> & { at: string }>(sql`
    select e.action, e.refusal, e.at, e.actor_kind as "actorKind", e.actor_id = ${at.accountId} as "isOwner",
      (select concat(p.title_th, p.given_name_th, ' ', p.family_name_th) from accounts a
        join persons p on p.id = a.person_id where a.id = e.actor_id) as actor
    from audit_events e
    where e.subject_id in (${at.membershipId}, ${at.accountId}) and e.unit_id = ${at.unitId} and e.refusal is null
    order by e.at desc, e.seq desc limit ${at.limit}`)
  return rows.map((row) => ({ ...row, isOwner: row.isOwner === true, at: new Date(row.at) }))
}
