import { beforeAll, describe, expect, it } from "vitest"
import { orderSteps, secondsOn, typedDay } from "@/db/testing/order-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { orderForReview } from "./for-review"
import { getOrder } from "./get-order"
import { getOrderPlace } from "./get-order-place"
import { getPrintedOrder } from "./get-printed-order"
import { getUnitOrders } from "./get-unit-orders"
import { printOutOrder } from "./print-out-order"

const test = useTestDatabase()
const { acts, admin, by, drafted, row, scan, submitted } = orderSteps(test)
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
    const printOut = (who = maker) =>
      execute(printOutOrder, by(who, secondsOn(5)), { unitCode: here, number })
    expect(await printOut()).toEqual({ ok: false, refusal: { code: "orders.incomplete" } })
    await doing.person()
    // a look draws nothing, and leaves nothing behind: printing is the maker's act
    expect((await print()).ok).toBe(false)
    expect((await printOut(await admin("3602"))).ok).toBe(false)
    expect(await row(number)).toMatchObject({ printed_at: null })
    expect((await printOut()).ok).toBe(true)
    expect(await row(number)).toMatchObject({ printed_at: secondsOn(5) })
    expect(await print()).toMatchObject({ value: { sheets: [{ page: 1, of: 1, lines: [{ at: 1 }] }] } })
    const handedIn = await submitted(maker, here, { orderNumber: "2" })
    expect(
      (await look(getPrintedOrder, by(maker, secondsOn(0)), { unitCode: here, number: handedIn })).ok,
    ).toBe(false)
    expect(
      await execute(printOutOrder, by(maker, secondsOn(5)), { unitCode: here, number: handedIn }),
    ).toEqual({ ok: false, refusal: { code: "orders.not-open" } })
  })

  it("tells unit and reviewer of a scan that lacks the code of the print, where there is one; a change forgets no print", async () => {
    for (const isPrinted of [false, true]) {
      const number = await drafted(maker, here)
      const doing = acts(maker, here, number)
      await doing.save({ orderNumber: "", orderDate: typedDay("", "", "") })
      await doing.person()
      if (isPrinted) await execute(printOutOrder, by(maker, secondsOn(5)), { unitCode: here, number })
      await doing.save({ orderNumber: isPrinted ? "31" : "30", signerName: "นายคนใหม่ ตัวอย่าง" })
      await scan(number)
      const shown = await look(getOrder, by(maker, secondsOn(6)), { unitCode: here, number })
      expect(shown).toMatchObject({ value: { wasPrinted: isPrinted, scan: { kind: "none" } } })
      const { id } = await row(number)
      const facts = await orderForReview(test().db, id, secondsOn(7))
      expect(facts?.warnings.some(({ code }) => code === "scan-unmatched")).toBe(isPrinted)
    }
  })
})
