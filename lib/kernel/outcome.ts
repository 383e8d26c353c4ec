import type { Refusal, RefusalCode, RefusalFacts } from "./refusal"

/**
 * What the audit event of an outcome says besides who, when and which command. Ids, codes, counts and yes/no only:
 * the value type has no room for a sentence, and the audit test rejects anything that looks like a name or a number
 * of a person.
 */
export type AuditNote = {
  readonly subject?: string
  readonly unit?: string
  /** The account concerned where no one is signed in yet (a sign-in attempt). */
  readonly account?: string
  /** The session that this very act opened; else the event names the one that it came from. */
  readonly session?: string
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>
}

/** The command did what was asked; its writes and the audit event are committed together. */
export type Done<V> = { readonly kind: "done"; readonly value: V; readonly audit: AuditNote }

/** The answer is no and nothing was written. */
export type Refused = { readonly kind: "refused"; readonly refusal: Refusal }

/** The answer is no, but what the attempt wrote stays (a wrong code must still cost a guess), with its audit event. */
export type RefusedOnRecord = {
  readonly kind: "refused-on-record"
  readonly refusal: Refusal
  readonly audit: AuditNote
}

/** How a command's `run` ends. */
export type Outcome<V> = Done<V> | Refused | RefusedOnRecord

/** Ends a command well. `audit.subject` is the id of the row that it was about. */
export function done<V>(value: V, audit: AuditNote = {}): Done<V> {
  return { kind: "done", value, audit }
}

/** Ends a command with a no that undoes every write. */
export function refused(code: RefusalCode, facts?: RefusalFacts): Refused {
  return { kind: "refused", refusal: facts ? { code, facts } : { code } }
}

/** Ends a command with a no that keeps its writes and is audited. */
export function refusedOnRecord(
  code: RefusalCode,
  audit: AuditNote = {},
  facts?: RefusalFacts,
): RefusedOnRecord {
  return { kind: "refused-on-record", refusal: facts ? { code, facts } : { code }, audit }
}

/** What a caller of a command or read gets: a value, or a refusal. Broken infrastructure is thrown instead. */
export type Result<V> =
  | { readonly ok: true; readonly value: V }
  | { readonly ok: false; readonly refusal: Refusal }
