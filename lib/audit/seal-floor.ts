import "server-only"

/** No transaction of the portal lives this long (db/client ends them after 30 s), in milliseconds. */
export const longestTransaction = 10 * 60_000

type Sample = { readonly at: number; readonly seq: number }

/**
 * Below which number no event can still be uncommitted. Numbers are drawn in order, and commits come in any order; but
 * whatever was sealed ten minutes ago was drawn ten minutes ago, and so was every lower number.
 */
export class SealFloor {
  #value: number
  #samples: Sample[] = []

  constructor(value: number) {
    this.#value = value
  }

  /** Events up to this number are sealed or will never be. */
  get value(): number {
    return this.#value
  }

  /** Notes that at this time everything then committed was sealed, up to a number. */
  note(now: Date, seq: number): void {
    const at = now.getTime()
    const last = this.#samples.at(-1)
    if (!last || (seq > last.seq && at - last.at >= 1000)) this.#samples.push({ at, seq })
    while (this.#samples[0] && this.#samples[0].at <= at - longestTransaction) {
      this.#value = Math.max(this.#value, this.#samples[0].seq)
      this.#samples.shift()
    }
  }
}
