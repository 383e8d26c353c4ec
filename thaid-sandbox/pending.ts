import { randomBytes, randomInt } from "node:crypto"
import type { Person } from "./persons"
import { Shelf } from "./shelf"

/** What a client asked for, once it was found in order. */
export type SignInRequest = {
  readonly clientId: string
  readonly redirectUri: string
  readonly scopes: readonly string[]
  readonly state: string
  readonly nonce: string | null
  readonly codeChallenge: string | null
}

export type Outcome =
  | { readonly is: "waiting" }
  | { readonly is: "approved"; readonly person: Person; readonly at: number }
  | { readonly is: "declined" }
  | { readonly is: "expired" }
  /** The browser went back to the client; it goes once. */
  | { readonly is: "returned" }

/** A sign-in that waits for a person. `id` is known to the browser that began it, `refCode` to whoever sees its page. */
export type PendingSignIn = {
  readonly id: string
  readonly refCode: string
  readonly request: SignInRequest
  readonly startedAt: number
  readonly expiresAt: number
  outcome: Outcome
}

// No 0 O 1 I L: the code is read from one screen and compared with another.
const letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
const refCodeLength = 6
const most = 5000
// How long a page that went stale can still say so.
const rememberedFor = 10 * 60 * 1000

/** Sign-ins that wait, by the browser's handle and by reference number. */
export class PendingSignIns {
  readonly #byId: Shelf<PendingSignIn>
  readonly #byRefCode: Shelf<PendingSignIn>

  constructor(
    readonly qrSeconds: number,
    readonly now: () => number,
  ) {
    this.#byId = new Shelf(most, now)
    this.#byRefCode = new Shelf(most, now)
  }

  start(request: SignInRequest): PendingSignIn {
    const startedAt = this.now()
    const pending: PendingSignIn = {
      id: randomBytes(16).toString("base64url"),
      refCode: this.#freeRefCode(),
      request,
      startedAt,
      expiresAt: startedAt + this.qrSeconds * 1000,
      outcome: { is: "waiting" },
    }
    const kept = this.qrSeconds * 1000 + rememberedFor
    this.#byId.put(pending.id, pending, kept)
    this.#byRefCode.put(pending.refCode, pending, kept)
    return pending
  }

  byId(id: string): PendingSignIn | undefined {
    return this.#current(this.#byId.get(id))
  }

  byRefCode(refCode: string): PendingSignIn | undefined {
    return this.#current(this.#byRefCode.get(refCode.trim().toUpperCase()))
  }

  /** Those that wait, the oldest first. */
  waiting(): PendingSignIn[] {
    return this.#byId.values().filter((pending) => this.#current(pending)?.outcome.is === "waiting")
  }

  /** Decides a sign-in that waits; one that was decided or has expired stays as it is. */
  settle(pending: PendingSignIn, outcome: Outcome): boolean {
    if (this.#current(pending)?.outcome.is !== "waiting") return false
    pending.outcome = outcome
    return true
  }

  #current(pending: PendingSignIn | undefined): PendingSignIn | undefined {
    if (pending?.outcome.is === "waiting" && pending.expiresAt <= this.now())
      pending.outcome = { is: "expired" }
    return pending
  }

  #freeRefCode(): string {
    const code = Array.from({ length: refCodeLength }, () => letters[randomInt(letters.length)]).join("")
    return this.#byRefCode.get(code) ? this.#freeRefCode() : code
  }
}
