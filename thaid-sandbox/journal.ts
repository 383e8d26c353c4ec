/** What was asked and answered: enough for a test to see it, without a code, token, secret or number of a person. */
export type JournalEntry = {
  readonly at: number
  readonly method: string
  readonly path: string
  readonly client: string | null
  readonly status: number
  /** Names of the faults that struck. */
  readonly faults: readonly string[]
}

const most = 200

/** The last two hundred requests of the protocol. */
export class Journal {
  #entries: readonly JournalEntry[] = []

  add(entry: JournalEntry): void {
    this.#entries = [...this.#entries, entry].slice(-most)
  }

  list(): readonly JournalEntry[] {
    return this.#entries
  }

  clear(): void {
    this.#entries = []
  }
}
