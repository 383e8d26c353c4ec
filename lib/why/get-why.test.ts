import { describe, expect, it } from "vitest"
import { assistedSteps, here, no, start } from "@/db/testing/assisted-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { type AccountActor, visitor } from "@/lib/kernel/actor"
import { look } from "@/lib/kernel/execute"
import { getWhy } from "./get-why"

const test = useTestDatabase()
const { admin, at, by, member } = assistedSteps(test)

const why = (actor: AccountActor, asked: object = {}) =>
  look(getWhy, by(actor, start), { system: "T-WHY", ...asked })
const membershipsOf = async (accountId: string) =>
  await test().owner<{ id: string; code: string }[]>`
    select m.id, u.code from memberships m join units u on u.id = m.unit_id where m.account_id = ${accountId}
    order by u.code`

describe("reasons of others", () => {
  it("are told to who has power over a unit of theirs, for that unit alone, and to the helpdesk", async () => {
    await test()
      .owner`insert into systems (code, name_th, name_en, purpose_th, purpose_en, category, state, sort)
      values ('T-WHY', 'ทดสอบ', 'Test', 'ทดสอบ', 'Test', 'reports', 'open', 1)`
    const person = await member([here, "06360301"])
    const [elsewhere, mine] = await membershipsOf(person.id).then((rows) => [
      rows.find(({ code }) => code === "06360301")?.id,
      rows.find(({ code }) => code === here)?.id,
    ])
    const own = await admin(here)
    const told = await why(own, { member: mine })
    if (!told.ok) throw new Error(told.refusal.code)
    expect(told.value.isOwn).toBe(false)
    expect(told.value.seats.map(({ unitCode }) => unitCode)).toEqual([here])
    expect(told.value.seats[0]?.steps.map(({ fact }) => fact)).toContain("role-none")
    expect(await why(own, { member: elsewhere })).toEqual(no("not-found"))
    const helpdesk = await admin("00", ["helpdesk"], false)
    const whole = await why(helpdesk, { member: mine })
    expect(whole.ok && whole.value.seats.map(({ unitCode }) => unitCode).toSorted()).toEqual([
      here,
      "06360301",
    ])
    for (const stranger of [
      await admin("05360204"),
      await admin(here, [], false),
      await admin("00", ["administrator"], false),
    ])
      expect(await why(stranger, { member: mine })).toEqual(no("not-found"))
  })

  it("are never told to a visitor, and nonsense tells one's own", async () => {
    expect(await look(getWhy, { ...at(start), actor: visitor }, {})).toMatchObject({ ok: false })
    const clerk = await admin(here, [], false)
    const own = await why(clerk, { system: "'; --", member: "nobody" })
    expect(own.ok && own.value.isOwn).toBe(true)
    expect(own.ok && own.value.system).toBeUndefined()
  })
})
