/**
 * A map whose entries expire and whose size is bounded: when it is full, the oldest entry makes room. A sandbox keeps
 * everything in memory, and nobody may fill that.
 */
export class Shelf<Value> {
  readonly #entries = new Map<string, { value: Value; until: number }>()

  constructor(
    readonly limit: number,
    readonly now: () => number,
  ) {}

  /** Keeps a value for so many milliseconds. */
  put(key: string, value: Value, milliseconds: number): void {
    this.#entries.delete(key)
    this.#sweep()
    this.#entries.set(key, { value, until: this.now() + milliseconds })
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key)
    return entry && entry.until > this.now() ? entry.value : undefined
  }

  /** Hands a value out for the last time. */
  take(key: string): Value | undefined {
    const value = this.get(key)
    this.#entries.delete(key)
    return value
  }

  /** Everything that has not expired, the oldest first. */
  values(): Value[] {
    const now = this.now()
    return [...this.#entries.values()].filter(({ until }) => until > now).map(({ value }) => value)
  }

  get size(): number {
    return this.#entries.size
  }

  #sweep(): void {
    const now = this.now()
    for (const [key, { until }] of this.#entries) if (until <= now) this.#entries.delete(key)
    for (const key of this.#entries.keys()) {
      if (this.#entries.size < this.limit) return
      this.#entries.delete(key)
    }
  }
}
