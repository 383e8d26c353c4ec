import "server-only"
import type { z } from "zod"
import { findOrder, listIssuers, markChanged, markPrintChanged, type Order } from "@/db/queries/orders"
import type { Transaction } from "@/db/types"
import { isOpen, type OrderField, orderLimits } from "./rules"
import type { paperInput } from "./schema"

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

/** What was typed of a paper, read. */
export type TypedPaper = z.output<typeof paperInput>

/**
 * Step: writes what stands on the paper of a held order. Of a returned order only what was handed back is taken.
 *
 * @returns the columns that changed, or `not-found` where it names an issuer or an order that cannot be
 */
export async function writePaper(
  tx: Transaction,
  at: { readonly order: Order; readonly unit: { readonly id: string; readonly path: string } },
  { typed, now }: { readonly typed: TypedPaper; readonly now: Date },
): Promise<readonly string[] | "not-found"> {
  const { order, unit } = at
  const wanted = await paperOf(tx, unit, typed)
  if (!wanted) return "not-found"
  const changed = (Object.keys(partOf) as (keyof Paper)[]).filter(
    (column) => wanted[column] !== order[column] && isOpen(order, partOf[column]),
  )
  const to: Partial<Paper> = Object.fromEntries(changed.map((column) => [column, wanted[column]]))
  const expiresAt = new Date(now.getTime() + orderLimits.draftLifetime * 1000)
  await markChanged(tx, order.id, order.state === "draft" ? { ...to, expiresAt } : to)
  if (changed.some((column) => isPrinted(column, order))) await markPrintChanged(tx, order.id)
  return changed
}

function isPrinted(column: keyof Paper, before: Order): boolean {
  return !(writtenByHand.includes(column) && (before[column] === "" || before[column] === null))
}

/** The columns of what was typed; nothing where it names an issuer or an order that cannot be. */
async function paperOf(
  tx: Transaction,
  unit: { readonly id: string; readonly path: string },
  typed: TypedPaper,
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
