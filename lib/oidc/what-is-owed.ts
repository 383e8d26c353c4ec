import "server-only"
import type { LiveSession } from "@/lib/sessions/live-session"
import type { Asked } from "./conclude"
import { authTimeOf } from "./portal-session"
import { reachesAcr } from "./rules"

/**
 * What a person still owes before the system gets its code, by what it asked for: a surer sign-in (`acr_values`), or
 * a fresh one (`prompt=login`, `max_age`; OpenID Connect Core 1.0 §3.1.2.1).
 */
export function whatIsOwed(asked: Asked, session: LiveSession, now: Date): "surer" | "fresh" | undefined {
  if (!reachesAcr(session.stepUpAcr ?? session.acr, asked.acrValues)) return "surer"
  const since = authTimeOf(session)
  if (asked.wantsFresh && since < asked.askedAt) return "fresh"
  const age = Math.floor(now.getTime() / 1000) - since
  return asked.maxAge !== undefined && age > asked.maxAge ? "fresh" : undefined
}
