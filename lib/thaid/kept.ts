import "server-only"

/** Longest time that what the service publishes is believed without asking again, in milliseconds. */
const longest = 60 * 60 * 1000

/** One thing that was fetched and is kept for an hour at most; many who want it at once ask once. */
export class Kept<V> {
  #kept: { readonly value: V; readonly since: number } | undefined
  #asking: Promise<V> | undefined

  /** What is kept, or what `fetchIt` brings; `fresh` insists on asking. A failure is kept by nobody. */
  async get(now: Date, fetchIt: () => Promise<V>, fresh = false): Promise<V> {
    const age = this.#kept ? now.getTime() - this.#kept.since : Number.POSITIVE_INFINITY
    if (this.#kept && !fresh && age >= 0 && age < longest) return this.#kept.value
    this.#asking ??= fetchIt().finally(() => {
      this.#asking = undefined
    })
    const value = await this.#asking
    this.#kept = { value, since: now.getTime() }
    return value
  }
}
