import { describe, expect, it } from "vitest"
import { assistedSteps, here, later, no, start } from "@/db/testing/assisted-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { unitToManage } from "@/lib/access/unit-in-sight"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { beginCare } from "./begin-care"
import { endCare } from "./end-care"
import { getCare } from "./get-care"
import { lapseDue } from "./lapse-due"
import { renewCare } from "./renew-care"
import { officeSeat } from "./rules"

const test = useTestDatabase()
const { admin, by, propOf } = assistedSteps(test)
const day = 24 * 3600
const unitCode = here

const begin = (actor: AccountActor, now = start, confirmed = true) =>
  execute(beginCare, by(actor, now), { unitCode, confirmed })
const renew = (actor: AccountActor, now = start) => execute(renewCare, by(actor, now), { unitCode })
const end = (actor: AccountActor, now = start) => execute(endCare, by(actor, now), { unitCode })
const care = async (actor: AccountActor, now = start) => {
  const answer = await look(getCare, by(actor, now), { unitCode })
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
const manages = async (actor: AccountActor, now = start) =>
  typeof (await unitToManage(test().db, actor, { unitCode, now })) !== "string"

describe("the care of a unit", () => {
  it("is begun by an office above where nobody is there, once, and gives power to that office alone", async () => {
    const [district, province] = [await admin("3602"), await admin("36")]
    expect(await manages(district)).toBe(false)
    expect(await begin(district, start, false)).toEqual(no("caretakers.confirm"))
    const [one, two] = await Promise.all([begin(district), begin(province)])
    const [won, lost, winner] = one.ok ? [one, two, district] : [two, one, province]
    expect(won).toEqual({ ok: true, value: { endsAt: later(30 * day) } })
    expect(lost).toEqual(no("caretakers.taken"))
    expect(await manages(winner)).toBe(true)
    expect(await manages(winner === district ? province : district)).toBe(false)
    expect(await manages(winner, later(30 * day))).toBe(false)
    expect((await care(winner)).canBegin).toBe(false)
    await end(winner)
  })

  it("is not begun where somebody can act, by the unit itself, by the Department, or from elsewhere", async () => {
    const local = await admin(here, [], false)
    expect(await begin(local)).toEqual(no("forbidden"))
    expect(await begin(await admin("00", ["officer"], false))).toEqual(no("caretakers.not-yours"))
    expect(await begin(await admin("00", ["auditor"], false))).toEqual(no("caretakers.not-yours"))
    expect(await begin(await admin("3603"))).toEqual(no("not-found"))
    const district = await admin("3602")
    const own = await admin(here)
    expect(await begin(own)).toEqual(no("caretakers.not-yours"))
    expect(await begin(district)).toEqual(no("caretakers.somebody-there"))
    expect(await end(district)).toEqual(no("access.not-yours"))
    expect(await renew(district)).toEqual(no("caretakers.none"))
    await test().owner`update admin_appointments set ended_at = ${start} where membership_id in
      (select id from memberships where account_id = ${own.accountId})`
  })

  it("is prolonged once, by the next office, and ends by itself; the unit is told each time", async () => {
    const address = "mailbox@unit.example"
    await test().owner`update units set email = ${address} where code = ${here}`
    const district = await admin("3602")
    expect((await begin(district)).ok).toBe(true)
    expect(await propOf(address, "caretaker", "about")).toBe("begun")
    expect(await renew(district)).toEqual(no("caretakers.not-yours"))
    const province = await admin("36")
    expect((await care(province)).canRenew).toBe(true)
    expect(await renew(province)).toEqual({ ok: true, value: { endsAt: later(60 * day) } })
    expect(await renew(await admin("00", ["officer"], false))).toEqual(no("caretakers.renewed"))
    expect(await manages(district, later(59 * day))).toBe(true)
    await lapseDue(test().db, later(59 * day))
    expect((await care(district, later(59 * day))).care).toBeDefined()
    await lapseDue(test().db, later(60 * day))
    await lapseDue(test().db, later(60 * day))
    const told = await test().owner`select count(*)::int as n from outbox_mails where recipient = ${address}`
    expect(told[0]?.n).toBe(3)
    const again = later(61 * day)
    expect((await begin(district, again)).ok).toBe(true)
    // an SSO Admin ends it, without anyone's doing
    const own = await admin(here)
    expect(await manages(district, again)).toBe(false)
    expect(await manages(own, again)).toBe(true)
    await lapseDue(test().db, again)
    expect(await end(own, again)).toEqual(no("caretakers.none"))
  })

  it("is not for a clerk of the office", async () => {
    const clerk = await admin("3602", [], false)
    expect(await begin(clerk)).toEqual(no("forbidden"))
    expect(officeSeat(clerk.seats, "1/2/3/4/")).toBeUndefined()
  })
})
