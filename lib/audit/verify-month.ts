import "server-only"
import { type EventTextRow, type LinkedRow, listLinks, listUnsealed } from "@/db/queries/audit"
import type { Executor } from "@/db/types"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { genesis, linkMac } from "./chain"
import type { Fault } from "./faults"
import { monthAfter } from "./months"

const batch = 5000
/** One fault of a kind tells enough; a thousand would hide the others. */
const unsealedTold = 20

/** A month's chain as it was walked: MACs of the links that someone wrote down, the end, and what is wrong. */
export type Walked = {
  readonly links: number
  readonly head: Buffer
  readonly macs: ReadonlyMap<number, Buffer>
  readonly faults: Fault[]
}

/** Walks one month's chain link by link. `wanted` are the links whose MAC the caller compares with what he knows. */
export async function walkMonth(
  db: Executor,
  ring: KeyRing,
  month: string,
  wanted: ReadonlySet<number>,
): Promise<Walked> {
  const walk = new Walk(ring, month, wanted)
  for (;;) {
    const rows = await listLinks(db, { month, until: monthAfter(month), after: walk.link, limit: batch })
    for (const row of rows) walk.step(row)
    if (rows.length < batch) return walk
  }
}

/** Events of a month without a seal, of those up to an instant. */
export async function findUnsealed(db: Executor, month: string, before: string): Promise<Fault[]> {
  // From the lowest number there is: an intruder may choose one that no sequence would draw.
  const range = { after: Number.MIN_SAFE_INTEGER, from: month, until: monthAfter(month), limit: 10_000 }
  const events = await listUnsealed(db, range)
  return events
    .filter((event) => event.at <= before)
    .slice(0, unsealedTold)
    .map((event) => ({ kind: "unsealed", month, seq: event.seq }))
}

class Walk implements Walked {
  link = 0
  readonly macs = new Map<number, Buffer>()
  readonly faults: Fault[] = []
  readonly #missingKeys = new Set<string>()
  /** Undefined after a gap: what came before the next link is not known. */
  #before: Buffer | undefined

  constructor(
    private readonly ring: KeyRing,
    private readonly month: string,
    private readonly wanted: ReadonlySet<number>,
  ) {
    this.#before = genesis(month)
  }

  get links(): number {
    return this.link
  }

  get head(): Buffer {
    return this.#before ?? genesis(this.month)
  }

  step(row: LinkedRow): void {
    const { month } = this
    const link = Number(row.link)
    if (link === this.link) {
      this.faults.push({ kind: "event-twice", month, link, seq: row.eventSeq })
      return
    }
    if (link !== this.link + 1) {
      this.faults.push({ kind: "link-removed", month, link: this.link + 1 })
      this.#before = undefined
    }
    const fault = this.#check(row, link)
    if (fault) this.faults.push(fault)
    // What stands there is what the next link continued, so that one fault is told once and not to the end.
    this.#before = Buffer.from(row.macHex, "hex")
    this.link = link
    if (this.wanted.has(link)) this.macs.set(link, this.#before)
  }

  #check(row: LinkedRow, link: number): Fault | undefined {
    const month = this.month
    const ring = this.ring
    if (!isEvent(row)) return { kind: "event-removed", month, link, seq: row.eventSeq }
    if (!ring.ids.includes(row.keyId)) {
      if (this.#missingKeys.has(row.keyId)) return undefined
      this.#missingKeys.add(row.keyId)
      return { kind: "key-missing", month, keyId: row.keyId }
    }
    if (!this.#before) return undefined
    const mac = linkMac(ring, this.#before, { month, link, keyId: row.keyId, sealedAt: row.sealedAt }, row)
    return mac.toString("hex") === row.macHex
      ? undefined
      : { kind: "changed-or-reordered", month, link, seq: row.eventSeq }
  }
}

function isEvent(row: LinkedRow): row is LinkedRow & EventTextRow {
  return row.seq !== null
}
