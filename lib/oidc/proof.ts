import "server-only"
import type { LiveSession } from "@/lib/sessions/live-session"
import { assurances } from "@/lib/sessions/rules"
import type { Asked } from "./asked"
import { acrOrder, reachesAcr } from "./rules"

/** One time that a person proved who he is in this session, told as it was. `at` is in seconds (OpenID Connect Core 1.0 §2). */
export type Proof = { readonly acr: string; readonly amr: readonly string[]; readonly at: number }

const seconds = (at: Date) => Math.floor(at.getTime() / 1000)

/** The sign-in, and the last step-up where there was one: surest first, of two alike the later. */
export function proofsOf(session: LiveSession): readonly Proof[] {
  const { acr, amr, authenticatedAt, stepUpAcr, steppedUpAt } = session
  const signIn = { acr, amr, at: seconds(authenticatedAt) }
  if (!(stepUpAcr && steppedUpAt)) return [signIn]
  const means = Object.values(assurances).find((one) => one.acr === stepUpAcr)
  const stepUp = { acr: stepUpAcr, amr: means?.amr ?? [], at: seconds(steppedUpAt) }
  return [signIn, stepUp].toSorted((a, b) => rank(b.acr) - rank(a.acr) || b.at - a.at)
}

const rank = (acr: string) => acrOrder.map(String).indexOf(acr)

/**
 * The proof on which a system's sign-in can rest, by what it asked for (`acr_values`, `prompt=login`, `max_age`; OpenID
 * Connect Core 1.0 §3.1.2.1); where there is none, whether a surer one is owed or a fresh one.
 */
export function proofFor(asked: Asked, session: LiveSession, now: Date): Proof | "surer" | "fresh" {
  const sure = proofsOf(session).filter(({ acr }) => reachesAcr(acr, asked.acrValues))
  if (sure.length === 0) return "surer"
  return sure.find(({ at }) => isFreshEnough(asked, at, seconds(now))) ?? "fresh"
}

function isFreshEnough({ wantsFresh, askedAt, maxAge }: Asked, at: number, now: number): boolean {
  if (at >= askedAt) return true
  return !wantsFresh && (maxAge === undefined || now - at <= maxAge)
}
