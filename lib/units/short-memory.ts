import "server-only"

type Kept = { readonly until: number; readonly value: Promise<unknown> }

/**
 * Remembers answers of public reads for a few seconds, so that a rush on the same page asks the database once. Bounded:
 * the oldest answers go first. Never for what depends on who asks.
 */
export class ShortMemory {
  readonly #kept = new Map<string, Kept>()

  constructor(
    private readonly seconds: number,
    private readonly most: number,
  ) {}

  /** The answer kept under `key`, or a fresh one. A failure is not kept. */
  recall<V>(key: string, now: Date, fresh: () => Promise<V>): Promise<V> {
    const known = this.#kept.get(key)
    if (known && known.until > now.getTime()) return known.value as Promise<V>
    const value = fresh()
    this.#kept.delete(key)
    this.#kept.set(key, { until: now.getTime() + this.seconds * 1000, value })
    value.catch(() => this.#kept.delete(key))
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > this.most && oldest !== undefined) this.#kept.delete(oldest)
    return value
  }
}
