import { beforeAll, describe, expect, it } from "vitest"
import { orderStart, secondsOn, typedDay } from "@/db/testing/order-steps"
import { rightsSteps } from "@/db/testing/rights-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { settleRights } from "./settle-rights"

const test = useTestDatabase()
const { admin, alsoIn, change, does, grantOf, send, stateOf, system } = rightsSteps(test)
const here = "06360207"
const day = 86_400
const no = (code: string) => ({ ok: false, refusal: { code } })
const done = { ok: true }
let boss: AccountActor
let person: AccountActor
let info: Awaited<ReturnType<typeof system>>
beforeAll(async () => {
  boss = await admin(here)
  person = await admin(here, false)
  info = await system()
})
const someone = () => admin(here, false)

describe("a right", () => {
  it("is granted with its order and last day, suspended, given back, and each time audited and mailed", async () => {
    const until = { validUntil: typedDay("30", "9", "2570") }
    expect(await does(boss, "grant", person, info.recorder, until)).toMatchObject(done)
    const membershipId = person.seats[0]?.membershipId ?? ""
    expect(await grantOf(membershipId, info.recorder)).toMatchObject({
      state: "active",
      validUntil: "2027-09-30",
      orderText: "ที่ 1/2569",
      grantedBy: boss.accountId,
    })
    expect(await does(boss, "withdraw", person, info.recorder, { now: secondsOn(60) })).toMatchObject(done)
    expect(await grantOf(membershipId, info.recorder)).toMatchObject({
      state: "suspended",
      stateReason: "ย้ายงาน",
    })
    expect(await does(boss, "restore", person, info.recorder, { now: secondsOn(120) })).toMatchObject(done)
    expect(await stateOf(person, info.recorder)).toBe("active")
    const events = await test().owner`
      select actor_id as by, detail ->> 'changes' as changes from audit_events
      where action = 'rights.change' and subject_id = ${person.accountId} order by seq`
    expect(events.map(({ changes }) => changes.split(":")[0])).toEqual(["grant", "withdraw", "restore"])
    expect(events.every(({ by }) => by === boss.accountId)).toBe(true)
    const [mails] = await test().owner`
      select count(*)::int as n from outbox_mails o join accounts a on a.email = o.recipient
      where a.id = ${person.accountId} and o.template = 'rights-changed'`
    expect(mails?.n).toBe(3)
  })

  it("of several people changes at once or not at all, with one mail each", async () => {
    const [a, b] = [await someone(), await someone()]
    const wanted = [
      await change("grant", a, info.viewer),
      await change("grant", a, info.recorder),
      await change("grant", b, info.viewer),
    ]
    expect(await send(boss, wanted)).toMatchObject({ ok: true, value: { changed: 3 } })
    const [mails] = await test().owner`
      select count(*)::int as n from outbox_mails o join accounts x on x.email = o.recipient
      where x.id in ${test().owner([a.accountId, b.accountId])} and o.template = 'rights-changed'`
    expect(mails?.n).toBe(2)
    const c = await someone()
    const half = [
      await change("grant", c, info.viewer),
      await change("grant", a, info.viewer).then((text) => text.replace(/[^~]+$/, "none")),
    ]
    expect(await send(boss, half)).toEqual(no("rights.stale"))
    expect(await stateOf(c, info.viewer)).toBe("none")
  })

  it("that somebody else changed meanwhile stays as it is", async () => {
    const one = await someone()
    const seen = await change("grant", one, info.viewer)
    expect(await send(boss, [seen])).toMatchObject(done)
    expect(await send(boss, [seen])).toEqual(no("rights.stale"))
    const withdrawal = await change("withdraw", one, info.viewer)
    expect(await does(boss, "until", one, info.viewer, { now: secondsOn(9) })).toMatchObject(done)
    expect(await send(boss, [withdrawal], { now: secondsOn(10) })).toEqual(no("rights.stale"))
  })

  it("granted twice at the same moment is granted once", async () => {
    const one = await someone()
    const other = await admin(here)
    const seen = await change("grant", one, info.viewer)
    const both = await Promise.all([send(boss, [seen]), send(other, [seen])])
    expect(both.map((answer) => (answer.ok ? "" : answer.refusal.code)).toSorted()).toEqual([
      "",
      "rights.stale",
    ])
  })

  it("whose last day is over can be granted anew, and one for yesterday is not granted", async () => {
    const one = await someone()
    const wanted = await change("grant", one, info.viewer)
    expect(await send(boss, [wanted], { validUntil: typedDay("20", "11", "2569") })).toEqual(
      no("rights.until-past"),
    )
    expect(await send(boss, [wanted], { validUntil: typedDay("21", "11", "2569") })).toMatchObject(done)
    expect(await does(boss, "grant", one, info.viewer)).toEqual(no("rights.stale"))
    expect(await does(boss, "grant", one, info.viewer, { now: secondsOn(day) })).toMatchObject(done)
  })

  it("suspended for fourteen days is withdrawn for good, not a second before", async () => {
    const one = await someone()
    await does(boss, "grant", one, info.viewer)
    await does(boss, "withdraw", one, info.viewer, { now: orderStart })
    const settle = (now: Date) =>
      execute(
        settleRights,
        { db: test().db, actor: { kind: "system", name: "t" }, now, requestId: "t" },
        { limit: 500 },
      )
    await settle(secondsOn(14 * day - 1))
    expect(await stateOf(one, info.viewer)).toBe("suspended")
    expect(await settle(secondsOn(14 * day))).toMatchObject(done)
    expect(await stateOf(one, info.viewer)).toBe("withdrawn")
    expect(await does(boss, "grant", one, info.viewer, { now: secondsOn(15 * day) })).toMatchObject(done)
  })
})

describe("recording and certifying in one system", () => {
  it("is never one person's, in one change, in two, by restoring or in another unit", async () => {
    const one = await someone()
    const both = [await change("grant", one, info.recorder), await change("grant", one, info.certifier)]
    expect(await send(boss, both)).toEqual(no("rights.conflict"))
    expect(await does(boss, "grant", one, info.recorder)).toMatchObject(done)
    expect(await does(boss, "grant", one, info.certifier)).toEqual(no("rights.conflict"))
    expect(await does(boss, "withdraw", one, info.recorder)).toMatchObject(done)
    expect(await does(boss, "grant", one, info.certifier)).toMatchObject(done)
    expect(await does(boss, "restore", one, info.recorder)).toEqual(no("rights.conflict"))
    const there = await alsoIn(one, "05360204")
    const neighbour = await admin("05360204")
    expect(await does(neighbour, "grant", there, info.recorder, { unitCode: "05360204" })).toEqual(
      no("rights.conflict"),
    )
  })

  it("may follow one another, once the one is over by its day", async () => {
    const one = await someone()
    const lastDay = { validUntil: typedDay("21", "11", "2569") }
    expect(await does(boss, "grant", one, info.recorder, lastDay)).toMatchObject(done)
    expect(await does(boss, "grant", one, info.certifier)).toEqual(no("rights.conflict"))
    expect(await does(boss, "grant", one, info.certifier, { now: secondsOn(day) })).toMatchObject(done)
  })

  it("is not given from two units at the same moment", async () => {
    for (let turn = 0; turn < 5; turn++) {
      const one = await someone()
      const there = await alsoIn(one, "05360204")
      const neighbour = await admin("05360204")
      const answers = await Promise.all([
        does(boss, "grant", one, info.recorder),
        does(neighbour, "grant", there, info.certifier, { unitCode: "05360204" }),
      ])
      expect(answers.map((answer) => (answer.ok ? "" : answer.refusal.code)).toSorted()).toEqual([
        "",
        "rights.conflict",
      ])
    }
  })

  it("is where the Department allows it", async () => {
    const small = await system({ allowsConflicts: true })
    const one = await someone()
    const both = [await change("grant", one, small.recorder), await change("grant", one, small.certifier)]
    expect(await send(boss, both)).toMatchObject(done)
  })
})

describe("a set of changes", () => {
  it.each([
    ["is never empty", [], "changes", "noneChosen"],
    ["holds what a page can send", ["grant~x"], "changes.0", "changeWrong"],
  ])("%s", async (_name, changes, field, message) => {
    expect(await send(boss, changes)).toMatchObject({
      refusal: { code: "invalid", fields: { [field]: message } },
    })
  })

  it("names each role once, and says why where it takes one away", async () => {
    const one = await someone()
    const twice = await change("grant", one, info.viewer)
    expect(await send(boss, [twice, twice])).toMatchObject({ refusal: { fields: { changes: "twice" } } })
    await send(boss, [twice])
    expect(await does(boss, "withdraw", one, info.viewer, { reason: " " })).toMatchObject({
      refusal: { fields: { reason: "reasonMissing" } },
    })
    expect(
      await does(boss, "grant", one, info.recorder, { validUntil: typedDay("1", "1", "2027") }),
    ).toMatchObject({
      refusal: { fields: { validUntil: "yearNotBe" } },
    })
  })
})
