import { describe, expect, it } from "vitest"
import { departmentPosts } from "@/db/schema/access"
import { assistedSteps, here, later, no, start } from "@/db/testing/assisted-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { execute, look } from "@/lib/kernel/execute"
import { askAssisted } from "./ask-assisted"
import { getUnitRecoveries } from "./get-assisted"

const test = useTestDatabase()
const { admin, ask, asked, at, by, decide, member } = assistedSteps(test)

describe("who may", () => {
  it("the unit's SSO Admin, the offices above and the Department's officers; to others nothing is there", async () => {
    const account = await member([here])
    const may = [
      await admin(here),
      await admin("3602"),
      await admin("36"),
      await admin("00", ["officer"], false),
    ]
    for (const actor of may) {
      expect((await look(getUnitRecoveries, by(actor, start), { unitCode: here })).ok).toBe(true)
      const id = await asked(actor, account)
      expect((await decide(actor, id).refuse()).ok).toBe(true)
    }
    const id = await asked(await admin(here), account)
    const nothing = [await admin("05360204"), await admin("3603"), await admin("40"), await admin("06400101")]
    for (const actor of nothing) {
      expect(await look(getUnitRecoveries, by(actor, start), { unitCode: here })).toEqual(no("not-found"))
      expect(await ask(actor, account)).toEqual(no("not-found"))
      for (const answer of Object.values(decide(actor, id))) expect(await answer()).toEqual(no("not-found"))
    }
    // nor by the name of the own unit
    const [insider] = nothing
    if (!insider) throw new Error("nobody")
    expect(await decide(insider, id, start, "05360204").approve()).toEqual(no("not-found"))
    expect(await ask(insider, account, start, { unitCode: "05360204" })).toEqual(
      no("recovery.no-such-member"),
    )
    for (const actor of [await admin(here, [], false), await admin("00", ["auditor"], false)]) {
      expect(await look(getUnitRecoveries, by(actor, start), { unitCode: here })).toEqual(no("not-found"))
      expect(await ask(actor, account)).toEqual(no("forbidden"))
    }
  })

  it("needs power over every unit of the account, and over the Department's people the Department's", async () => {
    const [local, district, province] = [await admin(here), await admin("3602"), await admin("36")]
    const inTwo = await member([here, "06360301"])
    expect(await ask(local, inTwo)).toEqual(no("recovery.beyond-power"))
    expect(await ask(district, inTwo)).toEqual(no("recovery.beyond-power"))
    expect((await ask(province, inTwo)).ok).toBe(true)
    const ofDepartment = await member([here])
    const post = { accountId: ofDepartment.id, role: "helpdesk" as const, grantedAt: start }
    await test().db.insert(departmentPosts).values(post)
    expect(await ask(local, ofDepartment)).toEqual(no("recovery.beyond-power"))
  })

  it("asks who it is first, and says of which account it is no use", async () => {
    const one = await admin(here)
    const stale = { ...at(start), actor: { ...one, steppedUpAt: later(-400) } }
    const input = { unitCode: here, who: "x", reason: "other", note: "x", newEmail: "" }
    expect(await execute(askAssisted, stale, input)).toEqual(no("session.step-up-needed"))
    expect(await ask(one, await member([here], { state: "suspended" }))).toEqual(
      no("recovery.not-recoverable"),
    )
    expect(await ask(one, await member([here], { signInMethod: "thaid" }))).toEqual(no("recovery.thaid-only"))
    expect(await ask(one, await member(["06360301"]))).toEqual(no("recovery.no-such-member"))
  })
})
