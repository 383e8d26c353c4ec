import { describe, expect, it } from "vitest"
import { caretakers } from "@/db/schema/members"
import { assistedSteps, here, later, start } from "@/db/testing/assisted-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { visitor } from "@/lib/kernel/actor"
import { beyondAccount } from "./beyond-account"
import { canManageSomeUnit, canSeeSomeUnit, unitInSight, unitToManage } from "./unit-in-sight"

const test = useTestDatabase()
const { admin, member } = assistedSteps(test)
const day = 24 * 3600

const manages = async (actor: Awaited<ReturnType<typeof admin>>, now = start, unitCode: string = here) => {
  const unit = await unitToManage(test().db, actor, { unitCode, now })
  return typeof unit === "string" ? unit : unit.code
}

/** The district's office looks after the unit for thirty days. */
async function takeCare(actor: Awaited<ReturnType<typeof admin>>, reason: "nobody-there" | "head-asked") {
  const unit = await unitInSight(test().db, actor, { unitCode: here, now: start })
  const officeId = actor.seats[0]?.unitId
  if (!unit || !officeId) throw new Error("there is no such unit")
  await test()
    .db.insert(caretakers)
    .values({
      unitId: unit.id,
      officeId,
      reason,
      begunBy: actor.accountId,
      begunAt: start,
      endsAt: later(30 * day),
    })
}

describe("a unit's users and rights", () => {
  it("are changed by its own SSO Admin and the officer, seen by those above, and nowhere to all others", async () => {
    for (const who of [await admin(here), await admin("00", ["officer"], false)])
      expect(await manages(who)).toBe(here)
    for (const who of [await admin("3602"), await admin("36"), await admin("00", ["auditor"], false)])
      expect(await manages(who)).toBe("access.not-yours")
    for (const who of [await admin("05360204"), await admin("3603"), await admin("40")])
      expect(await manages(who)).toBe("not-found")
    expect(await manages(await admin(here, [], false))).toBe("not-found")
    expect(await manages(await admin("36"), start, "99999999")).toBe("not-found")
    expect([canSeeSomeUnit(visitor), canManageSomeUnit(visitor)]).toEqual([false, false])
    const auditor = await admin("00", ["auditor"], false)
    expect([canSeeSomeUnit(auditor), canManageSomeUnit(auditor)]).toEqual([true, false])
  })

  it("are changed by the office that looks after the unit, no other, for thirty days, while nobody is there", async () => {
    const district = await admin("3602")
    await takeCare(district, "nobody-there")
    expect(await manages(district)).toBe("access.not-yours")
    await test().owner`update admin_appointments set ended_at = ${start} where membership_id in
      (select m.id from memberships m join units u on u.id = m.unit_id where u.code = ${here})`
    expect(await manages(district)).toBe(here)
    expect(await manages(await admin("36"))).toBe("access.not-yours")
    expect(await manages(district, later(31 * day))).toBe("access.not-yours")
    await admin(here)
    expect(await manages(district)).toBe("access.not-yours")
    await test().owner`update caretakers set reason = 'head-asked'`
    expect(await manages(district)).toBe(here)
    await test().owner`update caretakers set ended_at = ${start}`
    expect(await manages(district)).toBe("access.not-yours")
  })
})

describe("an account as a whole", () => {
  it("is another's, and wholly within the power of who changes it", async () => {
    const local = await admin(here)
    const inTwo = await member([here, "06360301"])
    const inOne = await member([here])
    expect(await beyondAccount(test().db, local, local.accountId)).toBe("access.own-account")
    expect(await beyondAccount(test().db, local, inTwo.id)).toBe("access.beyond-account")
    expect(await beyondAccount(test().db, local, inOne.id)).toBeUndefined()
    expect(await beyondAccount(test().db, await admin("36"), inTwo.id)).toBeUndefined()
  })
})
