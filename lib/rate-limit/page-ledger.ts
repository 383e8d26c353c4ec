import "server-only"
import { type Counter, countRateLimit } from "@/db/queries/rate-limit"
import type { Executor } from "@/db/types"

/** A counter as this process knows it. */
type Entry = { windowEndsAt: Date; count: number; pending: number; seenAt: Date }

/** How long what was counted here stays unknown to the database, in milliseconds. */
const settleAfter = 1000
/** Beyond so many counters at once the database counts each page itself. */
const most = 10_000

/**
 * Counts pages in memory and tells the database a moment later, so that a rush on a public page does not become as many
 * writes, one waiting for the other at the same row. The first page of each window is counted by the database, which
 * knows what other instances counted. So two instances together may let pass what they counted within a second.
 */
export class PageLedger {
  readonly #entries = new Map<string, Entry>()
  #timer: NodeJS.Timeout | undefined

  constructor(
    private readonly db: Executor,
    private readonly at: { readonly scope: string; readonly windowSeconds: number },
  ) {}

  /** Counts one more against a key. One that goes beyond `limit` is known to the database when this returns. */
  async count(key: Buffer, limit: number, now: Date): Promise<Counter> {
    const name = key.toString("base64")
    const entry = this.#entries.get(name)
    if (!entry || entry.windowEndsAt <= now) {
      const { count, windowEndsAt } = await countRateLimit(this.db, { ...this.at, key, now })
      if (this.#entries.size < most) this.#entries.set(name, { count, windowEndsAt, pending: 0, seenAt: now })
      return { count, windowEndsAt }
    }
    entry.count += 1
    entry.pending += 1
    entry.seenAt = now
    if (entry.count > limit) await this.#settle(name, entry)
    else if (!this.#timer) this.#timer = setTimeout(() => void this.#settleAll(), settleAfter).unref()
    return { count: entry.count, windowEndsAt: entry.windowEndsAt }
  }

  async #settle(name: string, entry: Entry): Promise<void> {
    const { pending, seenAt } = entry
    entry.pending = 0
    const key = Buffer.from(name, "base64")
    const known = await countRateLimit(this.db, { ...this.at, key, now: seenAt, by: pending })
    entry.count = known.count + entry.pending
    entry.windowEndsAt = known.windowEndsAt
  }

  async #settleAll(): Promise<void> {
    this.#timer = undefined
    const newest = Math.max(...[...this.#entries.values()].map((entry) => entry.seenAt.getTime()))
    for (const [name, entry] of this.#entries) {
      // Counts that the database did not take are lost: it is away, and so is the page that they were for.
      if (entry.pending > 0) await this.#settle(name, entry).catch(() => {})
      if (entry.windowEndsAt.getTime() <= newest) this.#entries.delete(name)
    }
  }
}
