import { beforeAll, describe, expect, it } from "vitest"
import { orderSteps, secondsOn, typedDay } from "@/db/testing/order-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { look } from "@/lib/kernel/execute"
import { getOrder } from "./get-order"
import { getOrderPlace } from "./get-order-place"
import { getPrintedOrder } from "./get-printed-order"
import { getUnitOrders } from "./get-unit-orders"

const test = useTestDatabase()
const { acts, admin, by, drafted, submitted } = orderSteps(test)
const here = "06360207"
let maker: AccountActor
beforeAll(async () => {
  maker = await admin(here)
})

describe("the page of a unit", () => {
  it("lists its orders with their people, to those in charge alone, and a printed code leads to one", async () => {
    const number = await submitted(maker, here, {}, [{ givenNameTh: "คนหนึ่ง" }, { givenNameTh: "คนสอง" }])
    const page = await look(getUnitOrders, by(maker, secondsOn(0)), { unitCode: here })
    const line = page.ok ? page.value.lines.find((one) => one.number === number) : undefined
    expect(line?.names).toEqual(["นางคนหนึ่ง ตัวอย่างดี", "นางคนสอง ตัวอย่างดี"])
    const one = await look(getOrder, by(maker, secondsOn(0)), { unitCode: here, number })
    expect(one).toMatchObject({ value: { people: [{}, {}], canSubmit: false, canWithdraw: true, lacks: [] } })
    expect(one.ok && one.value.people.every(({ nationalId }) => nationalId.startsWith("X-XXXX-XXXXX-"))).toBe(
      true,
    )
    const place = await look(getOrderPlace, by(maker, secondsOn(0)), { number })
    expect(place).toEqual({ ok: true, value: { unitCode: here } })
    const stranger = await admin("06360301")
    for (const [wanted, input] of [
      [getUnitOrders, { unitCode: here }],
      [getOrder, { unitCode: here, number }],
      [getPrintedOrder, { unitCode: here, number }],
      [getOrderPlace, { number }],
    ] as const)
      expect(await look(wanted as typeof getOrder, by(stranger, secondsOn(0)), input)).toMatchObject({
        refusal: { code: "not-found" },
      })
  })

  it("prints a draft ready to be signed, and nothing that was handed in", async () => {
    const number = await drafted(maker, here)
    const doing = acts(maker, here, number)
    await doing.save({ orderNumber: "", orderDate: typedDay("", "", "") })
    const print = () => look(getPrintedOrder, by(maker, secondsOn(0)), { unitCode: here, number })
    expect((await print()).ok).toBe(false)
    await doing.person()
    expect(await print()).toMatchObject({ value: { sheets: [{ page: 1, of: 1, lines: [{ at: 1 }] }] } })
    const handedIn = await submitted(maker, here, { orderNumber: "2" })
    expect(
      (await look(getPrintedOrder, by(maker, secondsOn(0)), { unitCode: here, number: handedIn })).ok,
    ).toBe(false)
  })
})
