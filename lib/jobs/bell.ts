import "server-only"

/** Wakes those who wait. Whoever notes `count` before looking for work misses no ring that comes while he looks. */
export class Bell {
  #count = 0
  readonly #waiting = new Set<() => void>()

  get count(): number {
    return this.#count
  }

  ring(): void {
    this.#count += 1
    for (const wake of [...this.#waiting]) wake()
  }

  /** Resolves at the first ring after `heard`, and after `milliseconds` at the latest. */
  async wait(heard: number, milliseconds: number): Promise<void> {
    if (this.#count !== heard) return
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        this.#waiting.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, milliseconds)
      this.#waiting.add(wake)
    })
  }
}
