import type { z } from "zod"
import type { changeAnswer, changesAnswer, grantAnswer } from "@/lib/machine/schema"

type Held = z.output<typeof grantAnswer>
type Change = z.output<typeof changeAnswer>

/** What a system keeps that does with the list and the feed what the documentation says, and no more. */
export class FeedFollower {
  readonly known = new Map<string, Held>()

  constructor(
    held: readonly Held[],
    private after: string,
    private readonly read: (after: string) => Promise<z.output<typeof changesAnswer>>,
  ) {
    for (const one of held) this.known.set(this.#key(one.sub, one.unitCode, one.role), one)
  }

  readonly #key = (...parts: (string | null)[]) => parts.join(" ")

  /** Reads on to the end; returns how many entries there were. */
  async follow(): Promise<number> {
    let read = 0
    for (let more = true; more; ) {
      const { changes, next, hasMore } = await this.read(this.after)
      for (const change of changes) this.#take(change)
      read += changes.length
      this.after = next
      more = hasMore
    }
    return read
  }

  /** Each entry sets; none adds to what was there. */
  #take({ type, sub, unitCode, formerUnitCode, roles, validUntil }: Change) {
    const isOfGrant = type.startsWith("grant-")
    const until = isOfGrant ? { validUntil } : { membershipUntil: validUntil }
    for (const role of roles) {
      const key = this.#key(sub, unitCode, role)
      const held = this.known.get(key) ?? (isOfGrant ? blankHeld(String(sub), unitCode, role) : undefined)
      if (type === "membership-moved") this.#move(this.#key(sub, formerUnitCode, role), key, unitCode)
      else if (type === "grant-withdrawn" || type === "membership-ended") this.known.delete(key)
      else if (held) this.known.set(key, { ...held, ...until, ...states[type] })
    }
  }

  #move(from: string, to: string, unitCode: string) {
    const moved = this.known.get(from)
    this.known.delete(from)
    if (moved) this.known.set(to, { ...moved, unitCode })
  }

  /** What is held, without what the feed does not tell. */
  told() {
    return toldHeld([...this.known.values()])
  }
}

export const blankHeld = (sub: string, unitCode: string, role: string): Held => ({
  sub,
  unitCode,
  role,
  grant: "active",
  validUntil: null,
  membership: "active",
  membershipFrom: "2026-01-01",
  membershipUntil: null,
  account: "active",
  isInForce: true,
})

/** What an entry sets beside the last day. */
const states: Partial<Record<Change["type"], Partial<Held>>> = {
  "grant-granted": { grant: "active" },
  "grant-restored": { grant: "active" },
  "grant-suspended": { grant: "suspended" },
  "membership-restored": { membership: "active" },
  "membership-suspended": { membership: "suspended" },
  "account-restored": { account: "active" },
  "account-locked": { account: "locked" },
  "account-suspended": { account: "suspended" },
}

export const toldHeld = (held: readonly Held[]) =>
  held
    .map(({ sub, unitCode, role, grant, validUntil, membership, membershipUntil, account }) =>
      [sub, unitCode, role, grant, validUntil, membership, membershipUntil, account].join(" "),
    )
    .toSorted()
