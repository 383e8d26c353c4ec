import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { grants } from "@/db/schema/access"
import { systemRoles, systems } from "@/db/schema/systems"
import { memberNow, memberSteps } from "@/db/testing/member-steps"
import { transferForm } from "@/db/testing/member-trials"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { suspendUser } from "@/lib/members/suspend-user"
import { carryOutTransfers } from "./carry-out-transfers"
import { getTransferForm } from "./get-transfer-form"
import { getUnitTransfers } from "./get-unit-transfers"
import { openTransfer } from "./open-transfer"
import { refuseTransfer } from "./refuse-transfer"
import { signTransfer } from "./sign-transfer"
import { withdrawTransfer } from "./withdraw-transfer"

const test = useTestDatabase()
const { at, inCharge, member, unitOf } = memberSteps(test)
const from = "05360204"
const to = "06360207"
const december = { day: "1", month: "12", year: "2569" }
const midnight = new Date("2026-11-30T17:00:00Z")
let giver: AccountActor
let taker: AccountActor
let recorder = ""
let named = ""

beforeAll(async () => {
  giver = await inCharge(from)
  taker = await inCharge(to)
  await inCharge(from)
  const words = { nameTh: "ระบบ", nameEn: "System", purposeTh: "", purposeEn: "", sort: 1 }
  const common = { ...words, category: "office", state: "open" } as const
  const role = { key: "r", nameTh: "ผู้บันทึก", nameEn: "Recorder", sort: 1 }
  for (const [code, isNamedOnly] of [
    ["OPEN", false],
    ["NAMED", true],
  ] as const) {
    await test()
      .db.insert(systems)
      .values({ code, ...common, isNamedOnly })
    const [made] = await test()
      .db.insert(systemRoles)
      .values({ systemCode: code, ...role })
      .returning({ id: systemRoles.id })
    if (isNamedOnly) named = made?.id ?? ""
    else recorder = made?.id ?? ""
  }
})

type Person = Awaited<ReturnType<typeof member>>
const say = (answer: { ok: boolean; refusal?: { code: string } }) =>
  answer.ok ? "done" : answer.refusal?.code
const fresh = (actor: AccountActor, now: Date) => ({ ...actor, steppedUpAt: now })

const open = async (who: Pick<Person, "membershipId">, more: object = {}, actor = giver) => {
  const form = transferForm({ unitCode: from, toUnit: to, membershipId: who.membershipId, ...more })
  const answer = await execute(openTransfer, at(actor), form)
  return answer.ok ? answer.value.id : answer.refusal.code
}
const sign = async (transferId: string, actor = taker, roles = [recorder], now = memberNow) =>
  say(await execute(signTransfer, at(fresh(actor, now), now), { unitCode: to, transferId, roles }))
const seats = async ({ id }: Person) => {
  const rows = await test().owner`select u.code, m.state, (select count(*)::int from grants g
      where g.membership_id = m.id and g.state = 'active') as grants
    from memberships m join units u on u.id = m.unit_id where m.account_id = ${id} order by u.code`
  return rows.map(({ code, state, grants: count }) => `${code} ${state} ${count}`)
}
const stateOf = async (id: string) =>
  (await test().owner`select state from transfers where id = ${id}`)[0]?.state
const withGrant = async (person: Person) => {
  const row = { membershipId: person.membershipId, systemRoleId: recorder, grantedAt: memberNow }
  await test()
    .db.insert(grants)
    .values({ ...row, state: "active", stateChangedAt: memberNow })
  return person
}

describe("a transfer", () => {
  it("signed by both on its day ends the old rights and begins the new at one moment, and the person stays in", async () => {
    const person = await withGrant(await member(from))
    await test().owner`insert into sessions (token_hash, account_id, acr, amr, authenticated_at, last_seen_at,
        idle_seconds, expires_at, shared_computer, user_agent)
      values (${person.id}::text::bytea, ${person.id}, 'a', '{pwd}', ${memberNow}, ${memberNow}, 1800, now(), false, '')`
    const id = await open(person)
    expect(await seats(person)).toEqual([`${from} active 1`])
    expect(await sign(id)).toBe("done")
    expect(await seats(person)).toEqual([`${from} ended 0`, `${to} active 1`])
    expect(await stateOf(id)).toBe("done")
    const sessions = await test()
      .owner`select 1 from sessions where account_id = ${person.id} and revoked_at is null`
    expect(sessions).toHaveLength(1)
    const events = await test().owner`select action, unit_id from audit_events
      where subject_id = ${person.membershipId} order by seq`
    expect(events.map(({ action }) => action)).toEqual(["transfers.open", "transfers.sign"])
    expect(await sign(id)).toBe("transfers.over")
  })

  it("signed before its day waits for midnight in Bangkok, and a role not open to the unit is left out", async () => {
    const person = await withGrant(await member(from))
    const id = await open(person, { effectiveOn: december })
    expect(await sign(id, taker, [recorder, named])).toBe("done")
    expect(await stateOf(id)).toBe("agreed")
    await carryOutTransfers(test().db, new Date(midnight.getTime() - 1))
    expect(await seats(person)).toEqual([`${from} active 1`])
    await carryOutTransfers(test().db, midnight)
    expect(await seats(person)).toEqual([`${from} ended 0`, `${to} active 1`])
    const shown = await look(getUnitTransfers, at(taker, midnight), { unitCode: to })
    const line = shown.ok ? shown.value.lines.find((one) => one.id === id) : undefined
    expect(line).toMatchObject({ state: "done", roles: 2, rolesLost: 1, canSign: false, canClose: false })
  })

  it("is signed by two persons, never by the one who moves", async () => {
    const person = await member(from)
    const id = await open(person)
    const both = { ...giver, seats: [...giver.seats, ...taker.seats] }
    expect(await sign(id, both)).toBe("transfers.two-persons")
    expect(await sign(id, { ...taker, accountId: person.id })).toBe("transfers.own")
    expect(await open({ membershipId: giver.seats[0]?.membershipId ?? "" })).toBe("transfers.own")
    expect(await sign(id, giver)).toBe("not-found")
    expect(await sign(id, await inCharge("3602"))).toBe("access.not-yours")
    const nobodyThere = await open(await member(from), { toUnit: "06360301" })
    const above = { unitCode: "06360301", transferId: nobodyThere, roles: [] }
    expect(say(await execute(signTransfer, at(await inCharge("36")), above))).toBe("done")
  })

  it("is opened once, for a unit that there is, with a day to come", async () => {
    const person = await member(from)
    expect(await open(person, { toUnit: "99999999" })).toBe("transfers.no-such-unit")
    expect(await open(person, { toUnit: from })).toBe("transfers.no-such-unit")
    expect(await open(person, { effectiveOn: { day: "20", month: "11", year: "2569" } })).toBe(
      "transfers.day-over",
    )
    expect(await open(person, { effectiveOn: { day: "20", month: "11", year: "2571" } })).toBe(
      "transfers.too-far",
    )
    expect(await open(person, { staffKind: "other" })).toBe("members.staff-reason-needed")
    const two = await Promise.all([open(person), open(person)])
    expect(two.filter((answer) => answer === "transfers.open-already")).toHaveLength(1)
    const form = await look(getTransferForm, at(giver), { unitCode: from, membershipId: person.membershipId })
    expect(form.ok && form.value.user.post).toBe("นักวิชาการ")
    expect(
      await look(getTransferForm, at(taker), { unitCode: from, membershipId: person.membershipId }),
    ).toMatchObject({ ok: false })
  })

  it("is refused or taken back until its day, and ends after 30 days without a signature", async () => {
    const end = async (
      how: typeof refuseTransfer | typeof withdrawTransfer,
      unitCode: string,
      transferId: string,
      actor: AccountActor,
    ) => say(await execute(how, at(actor), { unitCode, transferId, reason: "x" }))
    const refused = await open(await member(from))
    expect(await end(refuseTransfer, from, refused, giver)).toBe("not-found")
    expect(await end(refuseTransfer, to, refused, taker)).toBe("done")
    expect(await sign(refused)).toBe("transfers.over")
    const back = await open(await member(from), { effectiveOn: december })
    await sign(back)
    expect(await end(withdrawTransfer, from, back, giver)).toBe("done")
    expect(await end(withdrawTransfer, from, back, giver)).toBe("transfers.over")
    const late = await open(await member(from), { effectiveOn: december })
    await carryOutTransfers(test().db, new Date(memberNow.getTime() + 30 * 86_400_000))
    expect([await stateOf(refused), await stateOf(back), await stateOf(late)]).toEqual([
      "refused",
      "withdrawn",
      "expired",
    ])
  })
})

describe("two things at the same moment", () => {
  it("two who sign: one does", async () => {
    const person = await member(from)
    const id = await open(person)
    const both = await Promise.all([sign(id), sign(id, await inCharge(to))])
    expect(both.toSorted()).toEqual(["done", "transfers.over"])
    expect(await seats(person)).toEqual([`${from} ended 0`, `${to} active 1`])
  })

  it("a suspension and the signature: never rights in two units, never none of both", async () => {
    const person = await withGrant(await member(from))
    const id = await open(person)
    const none = { day: "", month: "", year: "" }
    const at1 = { unitCode: from, membershipId: person.membershipId, version: 1, reason: "x", until: none }
    const [suspended, signed] = await Promise.all([execute(suspendUser, at(giver), at1), sign(id)])
    expect(signed).toBe("done")
    const now = await seats(person)
    if (suspended.ok) {
      // it waits while he is suspended, and takes effect once he is not
      expect(now).toEqual([`${from} suspended 1`])
      expect(await stateOf(id)).toBe("agreed")
      await test().owner`update memberships set state = 'active' where id = ${person.membershipId}`
      await carryOutTransfers(test().db, memberNow)
    }
    expect(await seats(person)).toEqual([`${from} ended 0`, `${to} active 1`])
  })

  it("two turns of the job: the new membership comes once", async () => {
    const person = await member(from)
    const id = await open(person, { effectiveOn: december })
    await sign(id)
    const turns = await Promise.all([1, 2].map(() => carryOutTransfers(test().db, midnight)))
    expect(turns.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(1)
    expect(await seats(person)).toEqual([`${from} ended 0`, `${to} active 1`])
    expect(await stateOf(id)).toBe("done")
  })

  it("the membership ended meanwhile takes the transfer with it", async () => {
    const person = await member(from)
    const id = await open(person, { effectiveOn: december })
    await sign(id)
    await test().owner`update memberships set state = 'ended' where id = ${person.membershipId}`
    await carryOutTransfers(test().db, midnight)
    expect([await stateOf(id), await seats(person)]).toEqual(["withdrawn", [`${from} ended 0`]])
    expect(await sign(randomUUID())).toBe("not-found")
    expect(await unitOf(to)).toBeDefined()
  })
})
