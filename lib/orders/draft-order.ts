import "server-only"
import { insertOrder } from "@/db/queries/orders"
import { requestNumber } from "@/lib/cases/request-number"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canMakeOrders, unitToMakeFor } from "./in-charge"
import { orderLimits } from "./rules"
import { draftOrderInput } from "./schema"

/** Begins an order of a unit: from then on it has a number, and each page of it saves. */
export const draftOrder = command({
  name: "orders.draft",
  input: draftOrderInput,
  allow: canMakeOrders,
  async run({ tx, actor, now, input }) {
    const unit = await unitToMakeFor(tx, actor, { ...input, now })
    if (typeof unit === "string") return refused(unit)
    const number = requestNumber("O")
    const id = await insertOrder(tx, {
      number,
      unitId: unit.id,
      issuerId: unit.id,
      kind: input.kind,
      state: "draft",
      madeBy: actor.accountId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + orderLimits.draftLifetime * 1000),
    })
    return done({ number }, { subject: id, unit: unit.id, detail: { kind: input.kind } })
  },
})
