import { findUnitStanding } from "@/db/queries/unit-standing"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { planChange } from "@/lib/restructuring/plan-change"
import { assistedSteps, here, start } from "./assisted-steps"
import type { TestDatabase } from "./test-database"

const empty = { day: "", month: "", year: "" }

/** The unit that takes another up. */
export const receiver = "05360204"

/** Two roles of a system of these tests. */
export const roles = ["00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"] as const

/** A unit made a town municipality. */
export const upgrade = (more: object = {}) => ({
  act: "change",
  unitCode: here,
  kind: "town_municipality",
  newCode: "๐๔๓๖-๐๒๐๗",
  nameTh: "เทศบาลเมืองภูแลนคา",
  nameEn: "",
  orderText: "ประกาศกระทรวงมหาดไทย",
  reason: "ยกฐานะ",
  effectiveOn: empty,
  ...more,
})

/** It taken up by its neighbour. */
export const merger = (more: object = {}) => ({
  act: "merge",
  unitCode: here,
  intoCode: receiver,
  orderText: "ประกาศ",
  reason: "รวม",
  effectiveOn: empty,
  ...more,
})

/** The steps of changes of units, on a test's own database with the small tree. */
export function restructuringSteps(test: () => TestDatabase) {
  const steps = assistedSteps(test)
  let officer: AccountActor | undefined

  /** Places with names, and an officer. */
  async function prepare() {
    officer = await steps.admin("00", ["officer"], false)
    const { owner } = test()
    await owner`insert into provinces (code, name_th, name_en, region_th, region_en) values
      ('36', 'ชัยภูมิ', 'Chaiyaphum', 'อีสาน', 'NE'), ('40', 'ขอนแก่น', 'Khon Kaen', 'อีสาน', 'NE')`
    await owner`insert into districts (code, name_th, name_en, kind, province_code) values
      ('3602', 'บ้านเขว้า', 'Ban Khwao', 'amphoe', '36'), ('3603', 'คอนสวรรค์', 'Khon Sawan', 'amphoe', '36')`
    await owner`create table made_units as select u.id, u.code, u.kind, u.name_th, u.path, u.parent_id, u.search,
      substr(u.code, 3, 2) as province, d.code as district
      from units u left join districts d on d.code = substr(u.code, 3, 4) where length(u.code) = 8`
  }

  /** The tree as it was made, with nobody in it but the officer. */
  async function restore() {
    const { owner } = test()
    await owner`delete from unit_changes`
    await owner`delete from unit_codes`
    // codes and paths are each one's own: out of the way first
    await owner`update units set code = id::text, path = id::text where id in (select id from made_units)`
    await owner`update units u set merged_into_id = null, decided_on = null, code = m.code, kind = m.kind, name_th = m.name_th,
      path = m.path, parent_id = m.parent_id, search = m.search, province_code = m.province, district_code = m.district
      from made_units m where m.id = u.id`
    await owner`insert into unit_codes (unit_id, code, valid_from) select id, code, '2026-06-10' from units`
    await owner`delete from grants`
    await owner`update membership_offers set state = 'withdrawn'`
    await owner`update memberships set state = 'ended' where account_id <> ${theOfficer().accountId}`
  }

  function theOfficer(): AccountActor {
    if (!officer) throw new Error("nothing was prepared")
    return officer
  }

  const plan = (wish: object, more: object = {}, actor = theOfficer(), now = start) =>
    execute(planChange, steps.by(actor, now), {
      wish,
      seenCode: here,
      confirmed: true,
      tailConfirmed: false,
      ...more,
    })

  /** The unit that a code leads to. */
  const idOf = async (code: string) =>
    (await findUnitStanding(test().db, { code, offices: [], now: start }))?.id ?? ""

  const codesOf = async (code: string) => {
    const rows = await test().owner<{ code: string; until: string | null }[]>`
      select code, valid_until::text as until from unit_codes where unit_id = ${await idOf(code)} order by valid_from, code`
    return rows.map((row) => [row.code, row.until])
  }

  /** Accounts that belong to a unit. */
  const membersOf = async (code: string) => {
    const rows = await test().owner<{ account: string }[]>`
      select account_id as account from memberships where unit_id = ${await idOf(code)} and state <> 'ended'`
    return rows.map(({ account }) => account)
  }

  /** A role of the system of these tests for somebody in a unit. */
  async function grant(accountId: string, code: string, role: string) {
    const { owner } = test()
    await owner`insert into systems (code, name_th, name_en, sort, purpose_th, purpose_en, category, state)
      values ('T', 'ท', 'T', 1, 'ท', 'T', 'finance', 'open') on conflict do nothing`
    await owner`insert into system_roles (id, system_code, key, name_th, name_en, sort)
      values (${role}, 'T', ${role}, 'บ', 'R', 1) on conflict do nothing`
    await owner`insert into grants (membership_id, system_role_id, state, state_changed_at, granted_at)
      select m.id, ${role}, 'active', ${start}, ${start} from memberships m join units u on u.id = m.unit_id
      where m.account_id = ${accountId} and u.code = ${code} and m.state <> 'ended'`
  }

  return { ...steps, prepare, restore, theOfficer, plan, idOf, codesOf, membersOf, grant }
}
