import "server-only"
import { listPeople } from "@/db/queries/order-people"
import { findOrderAtDesk, type OrderAtDesk } from "@/db/queries/order-readings"
import type { Database } from "@/db/types"
import { may } from "@/lib/access/may"
import { listReadings, listWords } from "@/lib/documents/list-words"
import { type AccountActor, canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { configuredStore } from "@/lib/storage/configured-store"
import { type OrderReading, readOrder } from "./reading-rules"
import { readScanInput } from "./schema"

/**
 * How far the paper of an order was read. `not-yet`: in a moment · `picture`: it has no text, and pictures are not read
 * or not yet · `blank`: there is nothing legible · `part`: of some pages · `read`: of all.
 */
export type ScanState = "not-yet" | "picture" | "blank" | "part" | "read"

/** What the paper of an order says of it; without facts where there is no text. */
export type ScanReading = OrderReading & { readonly state: ScanState }

/**
 * Compares an order with the words of its scan, for whoever may look at its pages: anew each time, so that it is of the
 * paper and the facts as they stand. A command and no read, since it tells what stands in a document: each is written
 * down and shown to who sent it (`/account/activity`).
 */
export const readScan = command({
  name: "orders.read-scan",
  input: readScanInput,
  allow: canBeAccount,
  async prepare({ db, actor, input: { number } }) {
    const found = await findOrderAtDesk(db, number)
    if (!found) return refused("not-found")
    return { found, reading: canLook(actor, found) ? await compare(db, found) : null }
  },
  async run({ prepared: { found, reading } }) {
    const audit = { subject: found.order.id, unit: found.unit.id }
    if (!reading) return refusedOnRecord("not-found", audit)
    return done(reading, { ...audit, detail: { state: reading.state } })
  },
})

function canLook(actor: AccountActor, { unit }: OrderAtDesk): boolean {
  return may(actor, "rights.see", { path: unit.path })
}

async function compare(db: Database, { order, unit, issuer }: OrderAtDesk): Promise<ScanReading> {
  const holder = { kind: "order", id: order.id } as const
  const readings = await listReadings(db, holder)
  const pages = await listWords(db, await configuredStore(), holder)
  const state = stateOf(readings, pages.length > 0)
  if (pages.length === 0) return { state, facts: {}, people: {} }
  const people = await listPeople(db, order.id)
  const isAllRead = readings.every((reading) => reading === "layer")
  return { state, ...readOrder({ ...order, unit: unit.nameTh, issuer, people }, pages, isAllRead) }
}

function stateOf(readings: Awaited<ReturnType<typeof listReadings>>, hasText: boolean): ScanState {
  if (readings.includes(null)) return "not-yet"
  const isOver = readings.every((reading) => reading === "layer" || reading === "picture")
  if (hasText) return isOver ? "read" : "part"
  return readings.includes("picture-next") ? "picture" : "blank"
}
