import { beforeAll, describe, expect, it } from "vitest"
import { adminAppointments, memberships } from "@/db/schema/access"
import { memberNow, memberSteps } from "@/db/testing/member-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { editUser } from "./edit-user"
import { endUser } from "./end-user"
import { getUnitUser } from "./get-unit-user"
import { leaveUnit } from "./leave-unit"
import { restoreLapsed } from "./restore-lapsed"
import { restoreUser } from "./restore-user"
import { suspendUser } from "./suspend-user"

const test = useTestDatabase()
const { at, inCharge, member, unitOf } = memberSteps(test)
const unitCode = "05360204"
const none = { day: "", month: "", year: "" }
let boss: AccountActor
beforeAll(async () => {
  boss = await inCharge(unitCode)
})

type Person = { readonly membershipId: string; readonly id: string }
const say = (answer: { ok: boolean; refusal?: { code: string } }) =>
  answer.ok ? "done" : answer.refusal?.code
const on = ({ membershipId }: Pick<Person, "membershipId">, version = 1) => ({
  unitCode,
  membershipId,
  version,
})
const suspend = async (who: Pick<Person, "membershipId">, more: object = {}, actor = boss) =>
  say(await execute(suspendUser, at(actor), { ...on(who), reason: "สอบสวน", until: none, ...more }))
const restore = async (who: Person, version: number, actor = boss) =>
  say(await execute(restoreUser, at(actor), on(who, version)))
const end = async (who: Pick<Person, "membershipId">, more: object = {}, actor = boss) =>
  say(await execute(endUser, at(actor), { ...on(who), reason: "โอนย้าย", ...more }))
const row = async ({ membershipId }: Pick<Person, "membershipId">) => {
  const [found] = await test().owner`select m.state, m.state_reason as reason, m.version, m.post,
      m.suspended_until::text as until, m.valid_until::text as "lastDay",
      (select count(*)::int from sessions s where s.account_id = m.account_id and s.revoked_at is null) as sessions
    from memberships m where m.id = ${membershipId}`
  return found
}
const signIn = ({ id }: Person) => test().owner`
  insert into sessions (token_hash, account_id, acr, amr, authenticated_at, last_seen_at, idle_seconds, expires_at,
    shared_computer, user_agent)
  values (${id}::text::bytea, ${id}, 'a', '{pwd}', ${memberNow}, ${memberNow}, 1800, now() + interval '1 day', false, '')`
const ownMembership = (actor: AccountActor) => ({ membershipId: actor.seats[0]?.membershipId ?? "" })

describe("suspending a user", () => {
  it("ends his sessions where he may act nowhere else, with the reason; restoring gives all back", async () => {
    const person = await member(unitCode)
    await signIn(person)
    expect(await suspend(person)).toBe("done")
    expect(await row(person)).toMatchObject({ state: "suspended", reason: "สอบสวน", sessions: 0, version: 2 })
    expect(await restore(person, 2)).toBe("done")
    expect(await row(person)).toMatchObject({ state: "active", reason: "", version: 3 })
    const [event] = await test().owner`select action, unit_id from audit_events
      where subject_id = ${person.membershipId} order by seq limit 1`
    expect(event).toEqual({ action: "members.suspend", unit_id: person.unitId })
  })

  it("leaves the sessions of who works for another unit as well", async () => {
    const person = await member(unitCode)
    const { id: unitId } = await unitOf("06360301")
    const seat = { accountId: person.id, unitId, post: "x", staffKind: "employee", state: "active" } as const
    await test()
      .db.insert(memberships)
      .values({ ...seat, validFrom: "2026-01-01" })
    await signIn(person)
    await suspend(person)
    expect(await row(person)).toMatchObject({ state: "suspended", sessions: 1 })
  })

  it("ends by itself after its last day, and not before", async () => {
    const person = await member(unitCode)
    expect(await suspend(person, { until: { day: "20", month: "11", year: "2569" } })).toBe(
      "members.day-over",
    )
    expect(await suspend(person, { until: { day: "25", month: "11", year: "2569" } })).toBe("done")
    await restoreLapsed(test().db, new Date("2026-11-25T16:59:00Z"))
    expect(await row(person)).toMatchObject({ state: "suspended", until: "2026-11-25" })
    await restoreLapsed(test().db, new Date("2026-11-25T17:00:00Z"))
    expect(await row(person)).toMatchObject({ state: "active", until: null })
  })

  it("is refused on a stale view, twice, of oneself, and to who may not", async () => {
    const person = await member(unitCode)
    const both = await Promise.all([suspend(person), suspend(person)])
    expect(both.toSorted()).toEqual(["done", "members.stale"])
    expect(await suspend(person, { version: 2 })).toBe("members.stale")
    expect(await suspend(ownMembership(boss))).toBe("members.own-membership")
    expect(await suspend(await member("06360301"))).toBe("not-found")
    expect(await suspend(await member(unitCode), {}, await inCharge("3602"))).toBe("access.not-yours")
    expect(await suspend(await member(unitCode), {}, { ...boss, steppedUpAt: new Date(0) })).toBe(
      "session.step-up-needed",
    )
    const own = { ...boss, accountId: person.id }
    expect(await restore(person, 2, own)).toBe("members.own-membership")
    expect(await end(ownMembership(boss))).toBe("members.own-membership")
  })
})

describe("a unit's last SSO Admin", () => {
  const adminOf = async (code: "06360207" | "06400101") => {
    const actor = await inCharge(code)
    return { actor, who: ownMembership(actor) }
  }
  const leave = async (code: string, actor: AccountActor, more: object = {}) =>
    say(
      await execute(leaveUnit, at(actor), {
        ...on(ownMembership(actor)),
        unitCode: code,
        confirmed: "1",
        ...more,
      }),
    )

  it("goes only when whoever lets him go knows what follows", async () => {
    const [one, two] = [await adminOf("06360207"), await adminOf("06360207")]
    const more = { unitCode: "06360207" }
    expect(await suspend(two.who, more, one.actor)).toBe("done")
    expect(await leave("06360207", one.actor, { confirmed: "" })).toBe("invalid")
    expect(await leave("06360207", one.actor)).toBe("members.last-admin")
    expect(await leave("06360207", one.actor, { knowsLast: "1" })).toBe("done")
    expect(await row(one.who)).toMatchObject({ state: "ended", lastDay: "2026-11-21" })
    const appointments = await test().db.select().from(adminAppointments)
    expect(appointments.find((each) => each.membershipId === one.who.membershipId)?.endedAt).toEqual(
      memberNow,
    )
  })

  it("is seen by the second of two who leave at the same moment", async () => {
    const [one, two] = [await adminOf("06400101"), await adminOf("06400101")]
    const both = await Promise.all([leave("06400101", one.actor), leave("06400101", two.actor)])
    expect(both.toSorted()).toEqual(["done", "members.last-admin"])
    const other = await member("06360301")
    const theirs = { unitCode: "06360301", membershipId: other.membershipId, confirmed: "1" }
    expect(say(await execute(leaveUnit, at(boss), { ...theirs, version: 1 }))).toBe("not-found")
  })
})

describe("changing a user", () => {
  const typed = {
    post: "หัวหน้าสำนักปลัด",
    staffKind: "local-government",
    staffReason: "",
    officeTelephone: "",
    orderText: "คำสั่งที่ ๑",
    validFrom: none,
    validUntil: none,
  }
  const edit = async (who: Pick<Person, "membershipId">, more: object = {}, actor = boss) =>
    say(await execute(editUser, at(actor), { ...on(who), ...typed, ...more }))

  it("is done on the version that was seen, and of oneself without kind of staff and days", async () => {
    const person = await member(unitCode)
    expect(await edit(person, { validUntil: { day: "30", month: "9", year: "2570" } })).toBe("done")
    expect(await row(person)).toMatchObject({ post: "หัวหน้าสำนักปลัด", lastDay: "2027-09-30", version: 2 })
    expect(await edit(person)).toBe("members.stale")
    expect(await edit(person, { version: 2, validUntil: { day: "1", month: "1", year: "2569" } })).toBe(
      "members.day-over",
    )
    expect(await edit(person, { version: 2, staffKind: "other" })).toBe("members.staff-reason-needed")
    const mine = { validUntil: { day: "30", month: "9", year: "2580" }, staffKind: "other" }
    expect(await edit(ownMembership(boss), mine)).toBe("done")
    expect(await row(ownMembership(boss))).toMatchObject({ post: "หัวหน้าสำนักปลัด", lastDay: null })
    await end(person, { version: 2 })
    expect(await edit(person, { version: 4 })).toBe("members.stale")
  })

  it("tells on his page who did what in this unit", async () => {
    const person = await member(unitCode)
    await edit(person)
    await suspend(person, { version: 2 })
    const answer = await look(getUnitUser, at(boss), { unitCode, membershipId: person.membershipId })
    const events = answer.ok ? answer.value.events.map(({ action }) => action) : []
    expect(events).toEqual(["members.suspend", "members.edit"])
  })
})
