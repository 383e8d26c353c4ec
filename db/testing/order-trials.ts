import type { Actor } from "@/lib/kernel/actor"
import { addOrderDocument } from "@/lib/orders/add-order-document"
import { draftOrder } from "@/lib/orders/draft-order"
import { dropOrderDocument } from "@/lib/orders/drop-order-document"
import { printOutOrder } from "@/lib/orders/print-out-order"
import { readScan } from "@/lib/orders/read-scan"
import { removePerson } from "@/lib/orders/remove-person"
import { saveOrder } from "@/lib/orders/save-order"
import { savePerson } from "@/lib/orders/save-person"
import { submitOrder } from "@/lib/orders/submit-order"
import { withdrawOrder } from "@/lib/orders/withdraw-order"
import type { attempts } from "./attempt"

const order = { unitCode: "05360204", number: "O-0000-0000", version: 1 }
const personId = "00000000-0000-4000-8000-000000000001"
const empty = { day: "", month: "", year: "" }

/** Commands of orders for who makes them, of his own unit or as an office above; which unit is asked in the command. */
export const ordersInCharge = [
  "orders.draft",
  "orders.save",
  "orders.save-person",
  "orders.remove-person",
  "orders.add-document",
  "orders.drop-document",
  "orders.print-out",
  "orders.submit",
  "orders.withdraw",
] as const

/** How each command of orders is tried, with an input that fits. */
export function orderTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  return {
    "orders.read-scan": (actor) => attempt(readScan, actor, { number: order.number }),
    "orders.draft": (actor) => attempt(draftOrder, actor, { unitCode: "05360204", kind: "appoint" }),
    "orders.save": (actor) =>
      attempt(saveOrder, actor, {
        ...order,
        kind: "appoint",
        issuer: "05360204",
        orderNumber: "",
        orderDate: empty,
        signerName: "",
        signerPost: "",
        validFrom: empty,
        validUntil: empty,
        revokes: "",
      }),
    "orders.save-person": (actor) =>
      attempt(savePerson, actor, {
        ...order,
        personId,
        nationalId: "",
        titleTh: "นาย",
        givenNameTh: "ก",
        familyNameTh: "ข",
        post: "ปลัด",
        staffKind: "other",
        staffReason: "",
        email: "a@b.example",
        officeTelephone: "",
      }),
    "orders.remove-person": (actor) => attempt(removePerson, actor, { ...order, personId }),
    "orders.add-document": (actor) =>
      attempt(addOrderDocument, actor, {
        unitCode: "05360204",
        number: "O-0000-0000",
        fileName: "x",
        sizeBytes: 1,
      }),
    "orders.drop-document": (actor) =>
      attempt(dropOrderDocument, actor, {
        unitCode: "05360204",
        number: "O-0000-0000",
        documentId: personId,
      }),
    "orders.print-out": (actor) =>
      attempt(printOutOrder, actor, { unitCode: "05360204", number: "O-0000-0000" }),
    "orders.submit": (actor) => attempt(submitOrder, actor, order),
    "orders.withdraw": (actor) => attempt(withdrawOrder, actor, order),
  }
}
