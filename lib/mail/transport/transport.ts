import "server-only"
import type { Composed } from "../compose"

/** A mail as it goes out. `id` stays the same at every attempt, so that receivers can tell a repetition. */
export type Outgoing = Composed & {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly sentAt: Date
}

/** A way out for mail. `send` resolves once the other side has taken charge of it; else it throws `NotTaken`. */
export type Transport = {
  readonly send: (mail: Outgoing) => Promise<void>
  readonly close: () => void
}

/** Why a mail was not taken: this `mail` can never be, the way out is `down` for all mail, or it should come `later`. */
export type Trouble = "mail" | "down" | "later"

/** The other side did not take the mail. The message is a code and nothing else: what servers say may hold addresses. */
export class NotTaken extends Error {
  constructor(
    code: string,
    readonly trouble: Trouble,
  ) {
    super(code)
  }
}
