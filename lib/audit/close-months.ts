import "server-only"
import {
  findChainHead,
  findFirstMonth,
  findLastClosedMonth,
  insertClosedMonth,
  listUnsealed,
  lockSealing,
  type MonthRow,
} from "@/db/queries/audit"
import type { Database, Transaction } from "@/db/types"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { closingGenesis, closingMac, genesis, instantText } from "./chain"
import { monthAfter, startOf } from "./months"

/** A month is closed an hour after its end at the earliest: no event of it can still be on its way. In milliseconds. */
const afterEnd = 60 * 60_000

/**
 * Closes months that are over and wholly sealed, in order, each chained to the one closed before. After that nothing
 * is sealed into them any more. Returns what it closed.
 */
export async function closeMonths(db: Database, ring: KeyRing, now: Date): Promise<MonthRow[]> {
  const closed: MonthRow[] = []
  for (;;) {
    const month = await db.transaction((tx) => closeNext(tx, ring, now))
    if (!month) return closed
    closed.push(month)
  }
}

async function closeNext(tx: Transaction, ring: KeyRing, now: Date): Promise<MonthRow | undefined> {
  if (!(await lockSealing(tx))) return undefined
  const last = await findLastClosedMonth(tx)
  const month = last ? monthAfter(last.month) : await findFirstMonth(tx)
  if (!month || now.getTime() < startOf(monthAfter(month)).getTime() + afterEnd) return undefined
  const [open] = await listUnsealed(tx, {
    after: Number.MIN_SAFE_INTEGER,
    from: month,
    limit: 1,
    until: monthAfter(month),
  })
  if (open) return undefined
  const head = (await findChainHead(tx, month)) ?? { link: 0, mac: genesis(month) }
  const closing = {
    month,
    position: (last?.position ?? 0) + 1,
    links: head.link,
    headMac: head.mac,
    keyId: ring.activeId,
  }
  const mac = closingMac(ring, last?.closingMac ?? closingGenesis, { ...closing, closedAt: instantText(now) })
  const row: MonthRow = { ...closing, closingMac: mac, closedAt: now }
  await insertClosedMonth(tx, row)
  return row
}
