import { describe, expect, it } from "vitest"
import { assistedSteps, here, later, no, start } from "@/db/testing/assisted-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { getOversight } from "./get-oversight"
import { getSuccession } from "./get-succession"
import { nameSuccessor } from "./name-successor"
import { refreshCoverage } from "./refresh-coverage"
import { removeSuccessor } from "./remove-successor"
import { tellFindings } from "./tell-findings"

const test = useTestDatabase()
const { admin, by, member, mailed } = assistedSteps(test)
const day = 24 * 3600

const office = async (actor: AccountActor, officeCode: string, more: object = {}) => {
  const answer = await look(getOversight, by(actor, start), { officeCode, ...more })
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
const membershipOf = async (accountId: string) => {
  const [row] = await test().owner<
    { id: string }[]
  >`select id from memberships where account_id = ${accountId}`
  return row?.id ?? ""
}

describe("how units stand", () => {
  it("is counted for each office, the queue with it, and shown to those above alone", async () => {
    const [province, district] = [await admin("36"), await admin("3602")]
    await admin(here)
    await refreshCoverage(test().db, start)
    const seen = await office(province, "36")
    expect(seen.counted).toMatchObject({ units: 6, withoutAdmin: 4, oneAdmin: 2, waiting: 0 })
    expect(seen.children.map(({ code, admins, counted }) => [code, admins, counted?.units])).toEqual([
      ["02360101", 0, undefined],
      ["3602", 1, 2],
      ["3603", 0, 1],
    ])
    expect((await office(district, "3602")).children.map(({ code, admins }) => [code, admins])).toEqual([
      ["05360204", 0],
      [here, 1],
    ])
    expect((await office(await admin("00", ["auditor"], false), "00")).counted?.units).toBe(10)
    for (const [actor, code] of [
      [district, "36"],
      [district, "3603"],
      [await admin("40"), "36"],
      [await admin(here), here],
    ] as const)
      expect(await look(getOversight, by(actor, start), { officeCode: code })).toEqual(no("not-found"))
    await admin(here)
    await refreshCoverage(test().db, later(600))
    expect((await office(province, "36")).counted).toMatchObject({ withoutAdmin: 4, oneAdmin: 1 })
  })

  it("says what threatens a unit once, to it and to the office above, until it is mended", async () => {
    const address = "mailbox@elsewhere.example"
    await test().owner`update units set email = ${address} where code = '05360204'`
    const [own, above] = [await admin("05360204"), await admin("3602")]
    await refreshCoverage(test().db, start)
    await tellFindings(test().db, start)
    await tellFindings(test().db, start)
    const told = (await mailed(address)).filter(({ template }) => template === "unit-findings")
    expect(told).toHaveLength(1)
    expect(JSON.stringify(told[0]?.props)).toContain("one-admin")
    await test().owner`update admin_appointments set valid_until = '2026-12-31' where membership_id =
      ${await membershipOf(own.accountId)}`
    await refreshCoverage(test().db, later(day))
    const shown = async () =>
      (await office(above, "3602")).lines
        .filter(({ code }) => code === "05360204")
        .map(({ finding }) => finding)
    expect(await shown()).toEqual(["admin-unseen", "one-admin", "order-ending"])
    expect((await office(above, "3602", { finding: "order-ending" })).lines).toHaveLength(1)
    await refreshCoverage(test().db, later(60 * day))
    expect(await shown()).toEqual(["no-admin"])
    await tellFindings(test().db, later(60 * day))
    expect((await mailed(address)).filter(({ template }) => template === "unit-findings")).toHaveLength(2)
  })
})

describe("a successor", () => {
  it("is somebody of the unit, named by its SSO Admin, and has no power by that", async () => {
    const own = await admin("06360301")
    const clerk = await member(["06360301"])
    const unitCode = "06360301"
    const name = (actor: AccountActor, membershipId: string) =>
      execute(nameSuccessor, by(actor, start), { unitCode, membershipId })
    const named = async (actor: AccountActor) => {
      const answer = await look(getSuccession, by(actor, start), { unitCode })
      return answer.ok ? answer.value.successor?.membershipId : answer.refusal.code
    }
    const id = await membershipOf(clerk.id)
    expect((await name(own, id)).ok).toBe(true)
    expect(await named(own)).toBe(id)
    expect(await named(await admin("3603"))).toBe(id)
    expect(await named(await admin(here))).toBe("not-found")
    const stranger = await member([here])
    expect(await name(own, await membershipOf(stranger.id))).toEqual(no("not-found"))
    expect(await name(await admin("3603"), id)).toEqual(no("access.not-yours"))
    await test().owner`update memberships set state = 'ended' where id = ${id}`
    expect(await named(own)).toBeUndefined()
    expect((await execute(removeSuccessor, by(own, start), { unitCode })).ok).toBe(true)
    expect(await execute(removeSuccessor, by(own, start), { unitCode })).toEqual(no("not-found"))
  })
})
