import { makeOrder, personForm } from "../support/orders"
import { post } from "../support/sign-in"
import type { Face, Stage } from "./faces"

const reader = "somchai.s"

/** An order of the unit that names somebody, ready to be printed. */
const made =
  (rest: string) =>
  async ({ context: { request } }: Stage): Promise<string> => {
    const order = await makeOrder(request, "06360207")
    await post(request, "/api/unit/orders/person", { ...personForm, ...order.at(2) })
    if (rest === "/print") await post(request, "/api/unit/orders/print", order.at(3))
    return `${order.path}${rest}`
  }

/** Faces of the console of a unit and its orders. */
export const orderFaces: Readonly<Record<string, readonly Face[]>> = {
  "/unit/[code]": [{ at: "/unit/06360207", reader }],
  "/unit/[code]/orders": [{ at: "/unit/06360207/orders", reader }],
  "/unit/[code]/orders/new": [{ at: "/unit/06360207/orders/new", reader }],
  "/unit/[code]/orders/[number]": [
    { at: "", reader, before: made("") },
    { at: "", reader, before: made("?refused=orders.incomplete") },
  ],
  "/unit/[code]/orders/[number]/paper": [{ at: "", reader, before: made("/paper") }],
  "/unit/[code]/orders/[number]/person": [{ at: "", reader, before: made("/person") }],
  "/unit/[code]/orders/[number]/print": [{ at: "", reader, before: made("/print"), isPaper: true }],
}
