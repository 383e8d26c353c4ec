import type { z } from "zod"
import type { Database } from "@/db/types"
import type { Actor } from "./actor"
import type { Result } from "./outcome"
import type { RefusalCode } from "./refusal"

/**
 * A look at data. It returns only the fields that the screen shows; what a person may not see is `not-found`, so that
 * an answer never tells that something exists.
 */
export type Read<A extends Actor, S extends z.ZodType, V> = {
  readonly name: string
  readonly input: S
  readonly allow: (actor: Actor) => actor is A
  /** Open to who must change his password first. */
  readonly isBeforePasswordChange?: true
  readonly run: (at: {
    readonly db: Database
    readonly actor: A
    readonly now: Date
    readonly input: z.output<S>
  }) => Promise<Result<V>>
}

/** Declares a read. */
export function read<A extends Actor, S extends z.ZodType, V>(definition: Read<A, S, V>): Read<A, S, V> {
  return definition
}

/** Ends a read with its value. */
export function found<V>(value: V): Result<V> {
  return { ok: true, value }
}

/** Ends a read with a no. */
export function notShown(code: RefusalCode = "not-found"): { ok: false; refusal: { code: RefusalCode } } {
  return { ok: false, refusal: { code } }
}
