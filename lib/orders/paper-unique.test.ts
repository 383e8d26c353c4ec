import { beforeAll, describe, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { makeOrder } from "@/db/factories/order"
import { makeUnitTree } from "@/db/factories/unit-tree"
import { useTestDatabase } from "@/db/testing/use-test-database"

const test = useTestDatabase()
let tree: Awaited<ReturnType<typeof makeUnitTree>>
let madeBy = ""
beforeAll(async () => {
  tree = await makeUnitTree(test().db)
  madeBy = (await makeAccount(test().db)).id
})

const make = (unit: "06360207" | "05360204", orderNumber: string, more: object = {}) =>
  makeOrder(test().db, { unitId: tree[unit].id, madeBy, orderNumber, ...more })

describe("the number of a paper", () => {
  it("is one issuer's own within a year", async () => {
    await make("06360207", "1")
    await make("05360204", "1")
    await make("06360207", "1", { orderYearBe: 2568 })
    await expect(make("06360207", "1")).rejects.toThrow("23505")
  })

  it("is free again once its request was turned down or withdrawn", async () => {
    await make("06360207", "2", { state: "rejected" })
    await make("06360207", "2", { state: "withdrawn" })
    await make("06360207", "2")
  })
})
