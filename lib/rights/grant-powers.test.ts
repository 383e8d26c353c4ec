import { beforeAll, describe, expect, it } from "vitest"
import { orderStart, typedDay } from "@/db/testing/order-steps"
import { rightsSteps } from "@/db/testing/rights-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { changeRights } from "./change-rights"

const test = useTestDatabase()
const { admin, alsoIn, change, does, system, takeCare, unitOf } = rightsSteps(test)
const here = "06360207"
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

describe("who grants", () => {
  it("never grants to himself, but may give up what he has", async () => {
    expect(await does(boss, "grant", boss, info.viewer)).toEqual(no("rights.own"))
    const other = await admin(here)
    expect(await does(other, "grant", boss, info.viewer)).toMatchObject(done)
    expect(await does(boss, "withdraw", boss, info.viewer)).toMatchObject(done)
    expect(await does(boss, "restore", boss, info.viewer)).toEqual(no("rights.own"))
  })

  it("can't grant what the Department has not opened to the unit, nor give it back", async () => {
    const one = await someone()
    const named = await system({ isNamedOnly: true })
    expect(await does(boss, "grant", one, named.viewer)).toEqual(no("rights.not-for-unit"))
    await test().owner`insert into system_units (system_code, unit_id)
      values (${named.code}, ${(await unitOf(here)).id})`
    expect(await does(boss, "grant", one, named.viewer)).toMatchObject(done)
    await test().owner`update systems set open_to_kinds = '{pao}' where code = ${named.code}`
    expect(await does(boss, "until", one, named.viewer)).toEqual(no("rights.not-for-unit"))
    // what narrows is always possible
    expect(await does(boss, "withdraw", one, named.viewer)).toMatchObject(done)
    expect(await does(boss, "restore", one, named.viewer)).toEqual(no("rights.not-for-unit"))
  })

  it("reaches his own unit alone: none above, below or beside, and nobody of another unit", async () => {
    const one = await someone()
    for (const [code, answer] of [
      ["3602", "access.not-yours"],
      ["36", "access.not-yours"],
      ["05360204", "not-found"],
      ["40", "not-found"],
    ] as const)
      expect(await does(await admin(code), "grant", one, info.viewer)).toEqual(no(answer))
    expect(await does(await admin("00", false, ["auditor"]), "grant", one, info.viewer)).toEqual(
      no("forbidden"),
    )
    expect(await does(await admin("00", false, ["officer"]), "grant", one, info.viewer)).toMatchObject(done)
    const stranger = await admin("05360204", false)
    expect(await does(boss, "grant", stranger, info.viewer)).toEqual(no("not-found"))
  })

  it("as caretaker grants to the unit's people, none to himself or those of his own office", async () => {
    const office = await admin("3602")
    const unitCode = "05360204"
    const one = await admin(unitCode, false)
    expect(await does(office, "grant", one, info.viewer, { unitCode })).toEqual(no("access.not-yours"))
    await takeCare(office, unitCode)
    expect(await does(office, "grant", one, info.viewer, { unitCode })).toMatchObject(done)
    const colleague = await alsoIn(await admin("3602", false), unitCode)
    expect(await does(office, "grant", colleague, info.viewer, { unitCode })).toEqual(no("rights.own-office"))
    const himself = await alsoIn(office, unitCode)
    expect(await does(office, "grant", himself, info.viewer, { unitCode })).toEqual(no("rights.own"))
    expect(await does(office, "withdraw", one, info.viewer, { unitCode })).toMatchObject(done)
  })

  it("gives nothing to who is suspended or gone, and must have proved himself lately", async () => {
    const one = await someone()
    const membershipId = one.seats[0]?.membershipId ?? ""
    await test().owner`update memberships set state = 'suspended' where id = ${membershipId}`
    expect(await does(boss, "grant", one, info.viewer)).toEqual(no("rights.member-gone"))
    await test()
      .owner`update memberships set state = 'active', valid_until = '2026-11-20' where id = ${membershipId}`
    expect(await does(boss, "grant", one, info.viewer)).toEqual(no("rights.member-gone"))
    const context = { db: test().db, actor: boss, now: orderStart, requestId: "test" }
    const input = {
      unitCode: here,
      changes: [await change("grant", person, info.viewer)],
      validUntil: typedDay("", "", ""),
      orderText: "",
      reason: "",
    }
    expect(await execute(changeRights, context, input)).toEqual(no("session.step-up-needed"))
  })
})
