import "server-only"
import type { z } from "zod"
import { findOrder, listIssuers, markChanged, markPrintChanged, type Order } from "@/db/queries/orders"
import type { Transaction } from "@/db/types"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canMakeOrders, lockToMake } from "./in-charge"
import { isOpen, type OrderField, orderLimits } from "./rules"
import { saveOrderInput } from "./schema"

type Paper = Pick<
  Order,
  | "kind"
  | "issuerId"
  | "orderNumber"
  | "orderYearBe"
  | "orderDate"
  | "signerName"
  | "signerPost"
  | "validFrom"
  | "validUntil"
  | "revokesId"
>

const partOf: Record<keyof Paper, OrderField> = {
  kind: "kind",
  issuerId: "issuer",
  orderNumber: "orderNumber",
  orderYearBe: "orderNumber",
  orderDate: "orderDate",
  signerName: "signer",
  signerPost: "signer",
  validFrom: "validity",
  validUntil: "validity",
  revokesId: "revokes",
}

// Number and date are written by hand where they weren't known yet: filling them in later leaves the print as it is.
const writtenByHand: readonly (keyof Paper)[] = ["orderNumber", "orderYearBe", "orderDate"]

/** Saves what stands on the paper. Of a returned order only what was handed back is taken. */
export const saveOrder = command({
  name: "orders.save",
  input: saveOrderInput,
  allow: canMakeOrders,
  async run({ tx, actor, now, input }) {
    const held = await lockToMake(tx, actor, { ...input, now })
    if (typeof held === "string") return refused(held)
    const { order, unit } = held
    const wanted = await paperOf(tx, unit, input)
    if (!wanted) return refused("not-found")
    const changed = (Object.keys(partOf) as (keyof Paper)[]).filter(
      (column) => wanted[column] !== order[column] && isOpen(order, partOf[column]),
    )
    const to: Partial<Paper> = Object.fromEntries(changed.map((column) => [column, wanted[column]]))
    const expiresAt = new Date(now.getTime() + orderLimits.draftLifetime * 1000)
    await markChanged(tx, order.id, order.state === "draft" ? { ...to, expiresAt } : to)
    if (changed.some((column) => isPrinted(column, order))) await markPrintChanged(tx, order.id)
    return done(
      { changed: changed.length },
      { subject: order.id, unit: unit.id, detail: { changed: changed.join(" ") } },
    )
  },
})

function isPrinted(column: keyof Paper, before: Order): boolean {
  return !(writtenByHand.includes(column) && (before[column] === "" || before[column] === null))
}

/** The columns of what was typed; nothing where it names an issuer or an order that cannot be. */
async function paperOf(
  tx: Transaction,
  unit: { readonly id: string; readonly path: string },
  typed: z.output<typeof saveOrderInput>,
): Promise<Paper | undefined> {
  const { kind, orderNumber, orderYearBe, orderDate, signerName, signerPost, validFrom, validUntil } = typed
  const issuer = (await listIssuers(tx, unit.path)).find(({ code }) => code === typed.issuer)
  const revoked = typed.revokes === "" ? null : await findOrder(tx, { number: typed.revokes })
  const isRevocable = revoked === null || (revoked?.unitId === unit.id && revoked.kind !== "revoke")
  if (!issuer || !isRevocable) return undefined
  return {
    kind,
    issuerId: issuer.id,
    orderNumber,
    orderYearBe,
    orderDate,
    signerName,
    signerPost,
    validFrom,
    validUntil: kind === "revoke" ? null : validUntil,
    revokesId: kind === "revoke" ? (revoked?.id ?? null) : null,
  }
}
