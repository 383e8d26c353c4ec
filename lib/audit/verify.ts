import "server-only"
import { listClosedMonths, listOpenedMonths, type MonthRow } from "@/db/queries/audit"
import type { Executor } from "@/db/types"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { closingGenesis, closingMac, instantText } from "./chain"
import type { Fault } from "./faults"
import type { HeadLine } from "./head-file"
import { keptMonths, monthAfter, monthOf } from "./months"
import { longestTransaction } from "./seal-floor"
import { findUnsealed, type Walked, walkMonth } from "./verify-month"

/** What is compared: the chain, with what was written down outside the database. */
export type Verification = { readonly ring: KeyRing; readonly heads: readonly HeadLine[]; readonly now: Date }

/** What verification saw. Without faults every event kept is as it was written, in its order, and none is missing. */
export type Verified = {
  readonly months: readonly { readonly month: string; readonly links: number; readonly state: MonthState }[]
  readonly faults: readonly Fault[]
}

type MonthState = "open" | "closed" | "dropped"

/**
 * Checks all months: every link, closed months against their record, records against each other, and all of it against
 * the heads written outside. A tail cut off since the last head was written cannot be told from events never written.
 */
export async function verify(db: Executor, { ring, heads, now }: Verification): Promise<Verified> {
  const closed = await listClosedMonths(db)
  const opened = new Set(await listOpenedMonths(db))
  const named = [...heads.map((head) => head.month), ...closed.map((row) => row.month)]
  const faults: Fault[] = [...checkRecords(ring, closed), ...checkClosedHeads(closed, heads)]
  const months: Verified["months"][number][] = []
  for (const month of [...new Set([...opened, ...named])].sort()) {
    const record = closed.find((row) => row.month === month)
    const written = heads.filter((head) => head.kind === "head" && head.month === month)
    const known = { month, record, written }
    if (opened.has(month)) {
      const found = await checkKept(db, known, { ring, heads, now })
      faults.push(...found.faults)
      if (found.links > 0 || record)
        months.push({ month, links: found.links, state: record ? "closed" : "open" })
    } else {
      faults.push(...checkDropped(known, now))
      months.push({ month, links: record?.links ?? 0, state: "dropped" })
    }
  }
  return { months, faults }
}

/** What is known of a month besides its chain. */
type Known = {
  readonly month: string
  readonly record: MonthRow | undefined
  readonly written: readonly HeadLine[]
}

/** A month whose chain is here. */
async function checkKept(db: Executor, { month, record, written }: Known, { ring, now }: Verification) {
  const wanted = new Set(written.map((head) => (head.kind === "head" ? head.link : 0)))
  const walked = await walkMonth(db, ring, month, wanted)
  const settled = record ? "infinity" : instantText(new Date(now.getTime() - longestTransaction))
  const unsealed = await findUnsealed(db, month, settled)
  const faults = [
    ...walked.faults,
    ...checkHeads(month, walked, written),
    ...checkRecord(record, walked),
    ...unsealed,
  ]
  return { links: walked.links, faults }
}

/** The records of closed months against each other. */
function checkRecords(ring: KeyRing, closed: readonly MonthRow[]): Fault[] {
  return closed.flatMap((row, index): Fault[] => {
    const before = closed[index - 1]
    const inPlace = row.position === index + 1 && (!before || row.month === monthAfter(before.month))
    if (!ring.ids.includes(row.keyId)) return [{ kind: "key-missing", month: row.month, keyId: row.keyId }]
    const closing = { ...row, closedAt: instantText(row.closedAt) }
    const mac = closingMac(ring, before?.closingMac ?? closingGenesis, closing)
    return inPlace && mac.equals(row.closingMac) ? [] : [{ kind: "closing-differs", month: row.month }]
  })
}

/** The records of closed months against what was written down when they were closed. */
function checkClosedHeads(closed: readonly MonthRow[], heads: readonly HeadLine[]): Fault[] {
  return heads.flatMap((head): Fault[] => {
    if (head.kind !== "closed") return []
    const row = closed.find((candidate) => candidate.month === head.month)
    return row?.closingMac.toString("hex") === head.mac
      ? []
      : [{ kind: "closing-differs", month: head.month }]
  })
}

/** A chain against the heads that were written down while it grew. */
function checkHeads(month: string, walked: Walked, written: readonly HeadLine[]): Fault[] {
  return written.flatMap((head): Fault[] => {
    if (head.kind !== "head") return []
    if (head.link > walked.links) return [{ kind: "tail-cut", month, link: head.link }]
    const same = walked.macs.get(head.link)?.toString("hex") === head.mac
    return same ? [] : [{ kind: "head-differs", month, link: head.link }]
  })
}

function checkRecord(record: MonthRow | undefined, walked: Walked): Fault[] {
  if (!record || (walked.links === record.links && walked.head.equals(record.headMac))) return []
  return [{ kind: "month-differs", month: record.month }]
}

/** A month that is gone: its time must have come, and its record must agree with what was written down. */
function checkDropped({ month, record, written }: Known, now: Date): Fault[] {
  if (!record || month >= monthAfter(monthOf(now), -keptMonths)) return [{ kind: "month-missing", month }]
  const agrees = written.every(
    (head) =>
      head.kind !== "head" ||
      head.link < record.links ||
      (head.link === record.links && head.mac === record.headMac.toString("hex")),
  )
  return agrees ? [] : [{ kind: "month-differs", month }]
}
