import "server-only"
import {
  type EventTextRow,
  findChainHead,
  findLastClosedMonth,
  findLastSealed,
  insertSeals,
  listUnsealed,
  lockSealing,
  type SealRow,
} from "@/db/queries/audit"
import type { Database, Transaction } from "@/db/types"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { genesis, instantText, linkMac } from "./chain"
import { monthAfter } from "./months"
import type { SealFloor } from "./seal-floor"

const batch = 2000
const beforeAllMonths = "0001-01-01"

/** How a turn of sealing ended. `held` is false when another process is at it; `more` when the batch was full. */
export type Sealing = { readonly held: boolean; readonly sealed: number; readonly more: boolean }

/** How to look: `latecomers` looks from the floor on, else only above the last sealed number, which is cheaper. */
export type SealTurn = { readonly floor: SealFloor; readonly latecomers: boolean; readonly now: Date }

/**
 * Seals committed events, each link's MAC covering the link before, in the order in which they are found. One process
 * at a time: the lock is taken in the same transaction, so its links are seen by whoever comes next.
 */
export async function sealEvents(db: Database, ring: KeyRing, turn: SealTurn): Promise<Sealing> {
  const { floor, latecomers, now } = turn
  return await db.transaction(async (tx) => {
    if (!(await lockSealing(tx))) return { held: false, sealed: 0, more: false }
    const closed = await findLastClosedMonth(tx)
    const from = closed ? monthAfter(closed.month) : beforeAllMonths
    const last = await findLastSealed(tx)
    const events = await listUnsealed(tx, { after: latecomers ? floor.value : last, from, limit: batch })
    if (events.length > 0) await insertSeals(tx, await linksFor(tx, ring, events, now))
    const more = events.length === batch
    if (!more && latecomers) floor.note(now, Math.max(last, Number(events.at(-1)?.seq ?? 0)))
    return { held: true, sealed: events.length, more }
  })
}

async function linksFor(
  tx: Transaction,
  ring: KeyRing,
  events: readonly EventTextRow[],
  now: Date,
): Promise<SealRow[]> {
  const heads = new Map<string, { link: number; mac: Buffer }>()
  const rows: SealRow[] = []
  const { activeId: keyId } = ring
  for (const event of events) {
    const { month } = event
    const before = heads.get(month) ?? (await findChainHead(tx, month)) ?? { link: 0, mac: genesis(month) }
    const link = before.link + 1
    const mac = linkMac(ring, before.mac, { month, link, keyId, sealedAt: instantText(now) }, event)
    heads.set(month, { link, mac })
    rows.push({ month, link, eventSeq: Number(event.seq), keyId, mac, sealedAt: now })
  }
  return rows
}
