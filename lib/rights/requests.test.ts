import { beforeAll, describe, expect, it } from "vitest"
import { orderStart, secondsOn, typedDay } from "@/db/testing/order-steps"
import { rightsSteps } from "@/db/testing/rights-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { askRight } from "./ask-right"
import { decideRequest } from "./decide-request"
import { getMyRights } from "./get-my-rights"
import { getRightsGrid } from "./get-rights-grid"
import { settleRights } from "./settle-rights"
import { withdrawRequest } from "./withdraw-request"

const test = useTestDatabase()
const { admin, does, stateOf, system, unitOf } = rightsSteps(test)
const here = "06360207"
const day = 86_400
const no = (code: string) => ({ ok: false, refusal: { code } })
const done = { ok: true }
let boss: AccountActor
let info: Awaited<ReturnType<typeof system>>
beforeAll(async () => {
  boss = await admin(here)
  info = await system()
})
const by = (actor: AccountActor, now = orderStart) => ({
  db: test().db,
  actor: { ...actor, steppedUpAt: now },
  now,
  requestId: "test",
})

const ask = (person: AccountActor, systemRoleId: string, now = orderStart) =>
  execute(askRight, by(person, now), {
    membershipId: person.seats[0]?.membershipId ?? "",
    systemRoleId,
    reason: "ได้รับมอบหมาย",
  })

/** Asks and gives the request's id. */
async function asked(person: AccountActor, systemRoleId: string, now = orderStart): Promise<string> {
  const answer = await ask(person, systemRoleId, now)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value.id
}

const decide = (actor: AccountActor, requestId: string, more: object = {}, now = secondsOn(60)) =>
  execute(decideRequest, by(actor, now), {
    unitCode: here,
    requestId,
    decision: "grant",
    answer: "",
    orderText: "ที่ 5/2569",
    validUntil: typedDay("30", "9", "2570"),
    ...more,
  })

const stateOfRequest = async (id: string) => {
  const [row] = await test().owner`select state, answer from rights_requests where id = ${id}`
  return row
}

describe("a request for a right", () => {
  it("is asked for, granted on an order and mailed, and answers itself when the right is granted otherwise", async () => {
    const one = await admin(here, false)
    const id = await asked(one, info.viewer)
    expect(await decide(boss, id)).toMatchObject({ ok: true, value: { decision: "grant" } })
    expect([await stateOf(one, info.viewer), (await stateOfRequest(id))?.state]).toEqual([
      "active",
      "granted",
    ])
    const [mail] = await test().owner`
      select o.template from outbox_mails o join accounts a on a.email = o.recipient where a.id = ${one.accountId}`
    expect(mail?.template).toBe("rights-changed")
    const other = await asked(one, info.recorder)
    await does(boss, "grant", one, info.recorder, { now: secondsOn(90) })
    expect((await stateOfRequest(other))?.state).toBe("granted")
  })

  it("is refused with words that reach who asked", async () => {
    const one = await admin(here, false)
    const id = await asked(one, info.viewer)
    expect(await decide(boss, id, { decision: "refuse" })).toMatchObject({
      refusal: { code: "invalid", fields: { answer: "answerMissing" } },
    })
    expect(await decide(boss, id, { decision: "refuse", answer: "ไม่เกี่ยวกับงาน" })).toMatchObject(done)
    expect(await stateOfRequest(id)).toEqual({ state: "refused", answer: "ไม่เกี่ยวกับงาน" })
    const mine = await look(getMyRights, by(one, secondsOn(day)), {})
    expect(mine).toMatchObject({ value: { requests: [{ state: "refused", answer: "ไม่เกี่ยวกับงาน" }] } })
  })

  it("is for what one has not, has not asked for, and what could be granted at all", async () => {
    const one = await admin(here, false)
    await asked(one, info.recorder)
    expect(await ask(one, info.recorder)).toEqual(no("rights.already-asked"))
    await does(boss, "grant", one, info.recorder)
    expect(await ask(one, info.recorder)).toEqual(no("rights.already-held"))
    expect(await ask(one, info.certifier)).toEqual(no("rights.conflict"))
    const named = await system({ isNamedOnly: true })
    expect(await ask(one, named.viewer)).toEqual(no("rights.not-for-unit"))
    const stranger = await admin("05360204", false)
    const theirs = { membershipId: one.seats[0]?.membershipId, systemRoleId: info.viewer, reason: "x" }
    expect(await execute(askRight, by(stranger), theirs)).toEqual(no("not-found"))
  })

  it("asked twice at the same moment waits once, and answered twice is answered once", async () => {
    const one = await admin(here, false)
    const both = await Promise.all([ask(one, info.viewer), ask(one, info.viewer)])
    expect(both.map((answer) => answer.ok).toSorted()).toEqual([false, true])
    const id = both.flatMap((answer) => (answer.ok ? [answer.value.id] : []))[0] ?? ""
    const other = await admin(here)
    const answers = await Promise.all([
      decide(boss, id),
      decide(other, id, { decision: "refuse", answer: "ไม่" }),
    ])
    expect(answers.map((answer) => (answer.ok ? "" : answer.refusal.code)).toSorted()).toEqual([
      "",
      "rights.request-gone",
    ])
  })

  it("is withdrawn by who asked, and ends by itself after thirty days", async () => {
    const one = await admin(here, false)
    const id = await asked(one, info.viewer)
    expect(await execute(withdrawRequest, by(boss), { requestId: id })).toEqual(no("not-found"))
    expect(await execute(withdrawRequest, by(one), { requestId: id })).toMatchObject(done)
    expect(await decide(boss, id)).toEqual(no("rights.request-gone"))
    const later = await asked(one, info.viewer)
    expect(await decide(boss, later, {}, secondsOn(30 * day))).toEqual(no("rights.request-gone"))
    const at = { db: test().db, actor: { kind: "system", name: "t" }, requestId: "t" } as const
    await execute(settleRights, { ...at, now: secondsOn(30 * day - 1) }, { limit: 500 })
    expect((await stateOfRequest(later))?.state).toBe("waiting")
    await execute(settleRights, { ...at, now: secondsOn(30 * day) }, { limit: 500 })
    expect((await stateOfRequest(later))?.state).toBe("expired")
  })
})

describe("who answers a request", () => {
  it("is never who asked: the only SSO Admin's goes to the offices above and the Department at once", async () => {
    const lone = await admin("05360204")
    const id = await asked(lone, info.viewer)
    const there = { unitCode: "05360204" }
    expect(await decide(lone, id, there)).toEqual(no("rights.own"))
    expect(await decide(await admin("36"), id, there)).toMatchObject(done)
    const second = await asked(lone, info.recorder)
    expect(await decide(await admin("00", false, ["officer"]), second, there)).toMatchObject(done)
  })

  it("is the unit; an office above only after three working days, one elsewhere and an auditor never", async () => {
    const one = await admin(here, false)
    const id = await asked(one, info.viewer)
    const district = await admin("3602")
    expect(await decide(district, id)).toEqual(no("rights.not-yours-yet"))
    expect(await decide(await admin("3603"), id)).toEqual(no("not-found"))
    expect(await decide(await admin("00", false, ["auditor"]), id)).toEqual(no("forbidden"))
    // Saturday the 21st; Monday to Wednesday are the three days
    expect(await decide(district, id, {}, new Date("2026-11-25T09:00:00Z"))).toEqual(
      no("rights.not-yours-yet"),
    )
    const grid = (now: Date) => look(getRightsGrid, by(district, now), { unitCode: "3602" })
    expect(await grid(new Date("2026-11-25T09:00:00Z"))).toMatchObject({ value: { below: [] } })
    const thursday = new Date("2026-11-26T02:00:00Z")
    const shown = await grid(thursday)
    expect(shown.ok && shown.value.below.map((request) => request.id)).toContain(id)
    expect(await decide(district, id, {}, thursday)).toMatchObject(done)
  })

  it("gives none to his own office's people where he answers for a unit below", async () => {
    const office = await admin("3603")
    const colleague = await admin("3603", false)
    const { id: unitId, path } = await unitOf("06360301")
    const [row] = await test().owner`
      insert into memberships (account_id, unit_id, post, staff_kind, state, valid_from)
      values (${colleague.accountId}, ${unitId}, 'x', 'other', 'active', '2026-01-01') returning id`
    const there = { membershipId: row?.id, unitId, path, level: "local", isAdmin: false } as const
    const id = await asked({ ...colleague, seats: [there] }, info.viewer)
    const district = {
      ...office,
      seats: office.seats.map((seat) => ({ ...seat, level: "district" as const })),
    }
    expect(await decide(district, id, { unitCode: "06360301" })).toEqual(no("rights.own-office"))
  })
})

it("tells the measured time of a unit's answers, and nothing where there were none", async () => {
  const quiet = await admin("02360101")
  const shown = async (actor: AccountActor, unitCode: string) => {
    const grid = await look(getRightsGrid, by(actor, secondsOn(9 * day)), { unitCode })
    return grid.ok ? grid.value.answerTime : grid
  }
  expect(await shown(quiet, "02360101")).toBeUndefined()
  for (const seconds of [60, 120, 6000]) {
    const id = await asked(await admin("02360101", false), info.viewer)
    await decide(quiet, id, { unitCode: "02360101" }, secondsOn(seconds))
  }
  expect(await shown(quiet, "02360101")).toEqual({ seconds: 120, answers: 3 })
})
