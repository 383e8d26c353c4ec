import type { z } from "zod"
import type { Database, Transaction } from "@/db/types"
import type { Actor } from "./actor"
import type { Outcome, Refused } from "./outcome"

/** What a command's transaction body receives. `now` is the one clock reading of the whole request. */
export type CommandRun<A extends Actor, I, P> = {
  readonly tx: Transaction
  readonly actor: A
  readonly now: Date
  readonly input: I
  readonly prepared: P
}

/**
 * How lately the person must have proved who he is: `step-up` within five minutes; `run` within five minutes for the
 * first of a run of decisions, which then goes on while no pause is longer than fifteen.
 */
export type Freshness = "step-up" | "run"

/** The limits of freshness, in seconds (OWASP ASVS 5.0 7.5.3; product page, "Limits and defaults"). */
export const freshnessLimits = { stepUp: 5 * 60, run: 15 * 60 } as const

/**
 * A change. It cannot be written without saying who may, what it accepts, what happens and what is recorded.
 *
 * `prepare` runs before the transaction opens, for slow work that must not hold a database connection (a password
 * hash). It may refuse; whatever it read can be stale by the time `run` holds its locks, so `run` checks again.
 */
export type Command<A extends Actor, S extends z.ZodType, P, V> = {
  /** Also the audit action, `room.verb`. */
  readonly name: string
  readonly input: S
  readonly allow: (actor: Actor) => actor is A
  /** Open to who must change his password first: the change itself, and the way out. */
  readonly isBeforePasswordChange?: true
  /** For a sensitive change; a function where it depends on how the person signed in. */
  readonly freshness?: Freshness | ((actor: A) => Freshness | undefined)
  readonly prepare?: (at: {
    readonly db: Database
    readonly actor: A
    readonly now: Date
    readonly input: z.output<S>
  }) => Promise<P | Refused>
  readonly run: (at: CommandRun<A, z.output<S>, P>) => Promise<Outcome<V>>
}

/** Declares a command. The types make all four questions be answered; `execute` asks them in order. */
export function command<A extends Actor, S extends z.ZodType, V, P = undefined>(
  definition: Command<A, S, P, V>,
): Command<A, S, P, V> {
  return definition
}
