import "server-only"
import { z } from "zod"
import type { ThaidConfiguration } from "./configuration"
import { stop } from "./failure"

const text = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined)

const personal = z.object({
  pid: text,
  sub: text,
  ial: text,
  date_of_expiry: text,
  title: text,
  given_name: text,
  family_name: text,
})

/** A name as the register has it, in Thai. */
export type ThaidName = { readonly title: string; readonly given: string; readonly family: string }

/** Who it is, as the service vouches for it. */
export type ThaidIdentity = {
  /** The 13-digit number: for a keyed hash at once, never for a log, an address or a screen. */
  readonly pid: string
  /** The name, where the service was asked for it and told all of it. */
  readonly name?: ThaidName
  /** How that is known: for the audit. */
  readonly evidence: {
    readonly ial: string
    readonly pidFrom: "pid" | "sub"
    readonly card: "valid" | "not-told"
  }
}

/**
 * Reads who it is from verified claims: a number with a right check digit, enough assurance, a card still valid. What
 * the service does not tell of assurance and card is assumed, and the evidence says so.
 */
export function readIdentity(
  claims: unknown,
  { minimumIal }: ThaidConfiguration,
  isNationalId: (text: string) => boolean,
  now: Date,
): ThaidIdentity {
  const { pid: told, sub, ial, date_of_expiry: expiry, ...names } = personal.parse(claims)
  // `sub` has been seen to be the number, which no document promises: only where it is a number, and `pid` is absent.
  const pid = told ?? (sub && /^\d{13}$/.test(sub) ? sub : undefined)
  if (pid === undefined) return stop("misconfigured", "pid-missing")
  if (!(/^\d{13}$/.test(pid) && isNationalId(pid))) return stop("misconfigured", "pid-malformed")
  if (ial !== undefined && !isAtLeast(ial, minimumIal)) return stop("ial-too-low", "ial-too-low")
  if (expiry !== undefined && !isStillValid(expiry, now)) return stop("card-expired", "card-expired")
  const name = nameOf(names)
  return {
    pid,
    ...(name ? { name } : {}),
    evidence: {
      ial: ial ?? `assumed ${minimumIal}`,
      pidFrom: told === undefined ? "sub" : "pid",
      card: expiry !== undefined ? "valid" : "not-told",
    },
  }
}

/** Longest part of a name that is taken; the register has none as long. */
const longestName = 80

function nameOf(
  told: Pick<z.output<typeof personal>, "title" | "given_name" | "family_name">,
): ThaidName | undefined {
  const [title, given, family] = [told.title, told.given_name, told.family_name].map(
    (part) => part?.trim() ?? "",
  )
  if (!(title && given && family)) return undefined
  return [title, given, family].some((part) => part.length > longestName)
    ? undefined
    : { title, given, family }
}

/** Whether an assurance such as `2.3` reaches another, part by part; what is no number reaches nothing. */
function isAtLeast(ial: string, minimum: string): boolean {
  if (!/^\d{1,3}(\.\d{1,3})*$/.test(ial)) return false
  const [given, wanted] = [ial.split("."), minimum.split(".")]
  for (let at = 0; at < Math.max(given.length, wanted.length); at++) {
    const difference = Number(given[at] ?? 0) - Number(wanted[at] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}

/** A card is valid through its last day, in Bangkok; 9999 and the like stand for a card for life. */
function isStillValid(expiry: string, now: Date): boolean {
  const end = new Date(`${expiry}T23:59:59+07:00`)
  return Number.isNaN(end.getTime()) ? false : end >= now
}
