import { expect, it } from "vitest"
import { orderStart } from "@/db/testing/order-steps"
import { rightsSteps } from "@/db/testing/rights-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { grantRoles } from "./grant-roles"

const test = useTestDatabase()
const { admin, stateOf, system } = rightsSteps(test)

it("gives a membership several roles as another room's step, by the rules that bind everyone", async () => {
  const info = await system()
  const person = await admin("06360207", false)
  const [seat] = person.seats
  const give = (...roles: string[]) =>
    test().db.transaction((tx) =>
      grantRoles(tx, {
        unitId: seat?.unitId ?? "",
        membershipId: seat?.membershipId ?? "",
        roles: roles.map((systemRoleId) => ({ systemRoleId, validUntil: null })),
        by: null,
        orderText: "ที่ 9/2569",
        now: orderStart,
      }),
    )
  expect(await give()).toBeUndefined()
  expect(await give(info.recorder, info.viewer)).toBeUndefined()
  expect([await stateOf(person, info.recorder), await stateOf(person, info.viewer)]).toEqual([
    "active",
    "active",
  ])
  expect(await give(info.viewer)).toBe("rights.stale")
  expect(await give(info.certifier)).toBe("rights.conflict")
})
