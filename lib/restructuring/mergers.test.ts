import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { makeCase } from "@/db/factories/case"
import { makeOrder } from "@/db/factories/order"
import { makeRegistration } from "@/db/factories/registration"
import { findHoldings } from "@/db/queries/restructuring-moves"
import { findUnitWithOffices, searchUnits } from "@/db/queries/units"
import { here, later, no, start } from "@/db/testing/assisted-steps"
import { merger, receiver, restructuringSteps, roles } from "@/db/testing/restructuring-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { execute } from "@/lib/kernel/execute"
import { refreshCoverage } from "@/lib/oversight/refresh-coverage"
import { carryOutDue } from "./carry-out-due"
import { followMerger } from "./follow-merger"

const test = useTestDatabase()
const steps = restructuringSteps(test)
const { admin, by, member, plan, idOf, membersOf, grant } = steps
const day = 86_400

beforeAll(() => steps.prepare())
beforeEach(() => steps.restore())

describe("a unit that another takes up", () => {
  it("hands over its people, their rights and what waits; its code leads there; nothing is left behind", async () => {
    const { owner } = test()
    const [only, both] = [await member([here]), await member([here, receiver])]
    const [theirs, own] = [await admin(receiver), await admin(here)]
    await grant(only.id, here, roles[0])
    await grant(both.id, here, roles[0])
    await grant(both.id, here, roles[1])
    await grant(both.id, receiver, roles[1])
    const [husk, into] = [await idOf(here), await idOf(receiver)]
    expect(await plan(merger())).toEqual({ ok: true, value: { code: receiver, isDone: true } })
    expect((await membersOf(receiver)).toSorted()).toEqual(
      [only.id, both.id, theirs.accountId, own.accountId].toSorted(),
    )
    const rights = await owner<{ account: string; role: string }[]>`
      select m.account_id as account, g.system_role_id as role from grants g join memberships m on m.id = g.membership_id
      where g.state = 'active' and m.state = 'active' and m.unit_id = ${into ?? ""}`
    expect(rights.map(({ account, role }) => [account, role]).toSorted()).toEqual(
      [
        [only.id, roles[0]],
        [both.id, roles[0]],
        [both.id, roles[1]],
      ].toSorted(),
    )
    // its SSO Admin was appointed by a unit that is no more, and the other has one
    const admins = (await findUnitWithOffices(test().db, here, start))[0]
    expect(admins).toMatchObject({ code: receiver })
    expect(admins?.admins).toHaveLength(1)
    expect(await idOf(here)).toBe(into)
    const left = await owner`select 1 from memberships where unit_id = ${husk ?? ""} and state <> 'ended'`
    expect(left).toHaveLength(0)
    await refreshCoverage(test().db, start)
    const counted = await owner`select 1 from unit_coverage where unit_id = ${husk ?? ""}`
    expect(counted).toHaveLength(0)
    const found = await searchUnits(
      test().db,
      { by: "filters" },
      { province: "36", district: "", kind: "sao", limit: 99, offset: 0 },
      start,
    )
    expect(found.units.map(({ code }) => code)).not.toContain(here)
    expect(found.units.every(({ code }) => /^\d{8}$/.test(code))).toBe(true)
    expect(await plan(merger({ unitCode: receiver, intoCode: here }), { seenCode: receiver })).toEqual(
      no("restructuring.no-receiver"),
    )
  })

  it("keeps its SSO Admin where the other has none, so that nobody is left without", async () => {
    const own = await admin(here)
    expect(await plan(merger())).toMatchObject({ ok: true })
    const [unit] = await findUnitWithOffices(test().db, receiver, start)
    expect(unit?.admins).toHaveLength(1)
    expect(await membersOf(receiver)).toEqual([own.accountId])
  })

  it("sends what waits along: offers, transfers, registrations, with their cases", async () => {
    const { owner } = test()
    const [one, other] = [await member(["06360301"]), await member(["06360301"])]
    const [husk, into] = [(await idOf(here)) ?? "", (await idOf(receiver)) ?? ""]
    const offer = (
      accountId: string,
      unitId: string,
    ) => owner`insert into membership_offers (unit_id, account_id,
      is_new_account, title_th, given_name_th, family_name_th, email, post, staff_kind, valid_from, state, offered_by,
      offered_at, expires_at) values (${unitId}, ${accountId}, false, 'นาย', 'ก', 'ข', 'a@b.example', 'ป', 'employee',
      '2026-01-01', 'open', ${steps.theOfficer().accountId}, ${start}, ${later(day)})`
    await offer(one.id, husk)
    await offer(other.id, husk)
    await offer(other.id, into)
    await owner`insert into transfers (account_id, from_membership_id, from_unit_id, to_unit_id, post, staff_kind, order_text,
      effective_on, state, opened_by, opened_at, expires_at) select ${one.id}, m.id, m.unit_id, ${husk}, 'ป', 'employee', 'ค',
      '2026-12-01', 'open', ${steps.theOfficer().accountId}, ${start}, ${later(day)} from memberships m
      where m.account_id = ${one.id} and m.state <> 'ended'`
    expect(await plan(merger())).toMatchObject({ ok: true })
    const open = await owner<{ account: string; unit: string }[]>`
      select account_id as account, unit_id as unit from membership_offers where state = 'open' order by account_id`
    expect(open.map(({ account, unit }) => [account, unit])).toEqual(
      [
        [one.id, into],
        [other.id, into],
      ].toSorted(),
    )
    const [moved] = await owner`select to_unit_id, state from transfers`
    expect(moved).toMatchObject({ to_unit_id: into, state: "open" })
  })

  it("sends along what lies at the desk and the ways back of its people, and ends its codes", async () => {
    const { db, owner } = test()
    const { accountId } = steps.theOfficer()
    const [one] = [await member([here])]
    const [husk, into] = [await idOf(here), await idOf(receiver)]
    const order = await makeOrder(db, { unitId: husk, madeBy: one.id })
    await makeCase(db, { unitId: husk, kind: "order", subjectId: order.id })
    const over = await makeOrder(db, { unitId: husk, madeBy: one.id, state: "rejected" })
    await makeRegistration(db, { unitId: husk, state: "submitted" })
    await owner`insert into assisted_recoveries (account_id, unit_id, reason, note, asked_by, asked_at, wait_until, owner_told,
        cancel_hash, expires_at)
      values (${one.id}, ${husk}, 'lost-email', '', ${accountId}, ${start}, ${later(day)}, true, ${Buffer.from("c")}, ${later(day)})`
    await owner`insert into activation_codes (id, unit_id, code_hash, run_id, issued_by, office_id, issued_at, expires_at)
      values (gen_random_uuid(), ${husk}, ${Buffer.from("h")}, gen_random_uuid(), ${accountId}, ${into}, ${start}, ${later(day)})`
    expect(await plan(merger())).toMatchObject({ ok: true })
    const [at] = await owner`select
      (select unit_id from orders where id = ${order.id}) as waiting,
      (select unit_id from orders where id = ${over.id}) as over,
      (select count(*)::int from cases where unit_id = ${into}) as cases,
      (select count(*)::int from registrations where unit_id = ${into}) as registrations,
      (select count(*)::int from assisted_recoveries where unit_id = ${into}) as recoveries,
      (select count(*)::int from activation_codes where unit_id = ${husk} and ended_at is null) as codes`
    // what was decided stays where it was decided
    expect(at).toEqual({ waiting: into, over: husk, cases: 2, registrations: 1, recoveries: 1, codes: 0 })
  })

  it("lets nobody certify what he records: such a right is suspended and told of beforehand", async () => {
    const { owner, db } = test()
    const both = await member([here, receiver])
    await grant(both.id, here, roles[0])
    await grant(both.id, receiver, roles[1])
    await owner`update system_roles set records = id = ${roles[0]}, certifies = id = ${roles[1]}`
    const [husk, into] = [await idOf(here), await idOf(receiver)]
    expect(await findHoldings(db, husk, into)).toMatchObject({ grants: 1, conflicts: 1 })
    expect(await findHoldings(db, husk, null)).toMatchObject({ grants: 1, conflicts: 0 })
    expect(await plan(merger())).toMatchObject({ ok: true })
    const rights = await owner`
      select g.system_role_id as role, g.state from grants g join memberships m on m.id = g.membership_id
      where m.unit_id = ${into} and m.state = 'active' order by g.system_role_id`
    expect(rights.map(({ role, state }) => [role, state])).toEqual([
      [roles[0], "suspended"],
      [roles[1], "active"],
    ])
    await owner`update system_roles set records = false, certifies = false`
  })

  it("is taken up once by two at once, and never both by each other", async () => {
    const results = await Promise.all([
      plan(merger()),
      plan(merger({ unitCode: receiver, intoCode: here }), { seenCode: receiver }),
      plan(merger()),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    const merged = await test().owner`select 1 from units where merged_into_id is not null`
    expect(merged).toHaveLength(1)
  })

  it("is followed by who came to it at that very moment", async () => {
    const husk = (await idOf(here)) ?? ""
    expect(await plan(merger())).toMatchObject({ ok: true })
    const late = await member([here])
    expect(await membersOf(receiver)).not.toContain(late.id)
    await carryOutDue(test().db, later(60))
    expect(await membersOf(receiver)).toContain(late.id)
    const system = { ...by(steps.theOfficer(), start), actor: { kind: "system", name: "t" } as const }
    expect(await execute(followMerger, system, { unitId: await idOf(receiver) })).toEqual(
      no("restructuring.gone"),
    )
    expect(await execute(followMerger, system, { unitId: husk })).toMatchObject({ ok: true })
  })

  it("is not taken up by one of elsewhere, by itself, or while a workbook of users is applied", async () => {
    expect(await plan(merger({ intoCode: here }))).toEqual(no("restructuring.no-receiver"))
    expect(await plan(merger({ intoCode: "06400101" }))).toEqual(no("restructuring.other-place"))
    await test().owner`insert into import_batches (unit_id, state, uploaded_by, uploaded_at)
      values (${(await idOf(receiver)) ?? ""}, 'applying', ${steps.theOfficer().accountId}, ${start})`
    expect(await plan(merger())).toEqual(no("restructuring.busy"))
    await test().owner`delete from import_batches`
  })
})
