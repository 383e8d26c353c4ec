import type { oidcKeys } from "@/db/schema/oidc"
import { assurances } from "@/lib/sessions/rules"

const hour = 60 * 60
const day = 24 * hour

/** The cookie of the provider's own session. */
export const cookieOfSession = "dla-sso-op"

/** Seconds in the life of a key. Systems may keep our published keys for a day before they look again. */
export const keyTimes = {
  /** Published before it signs. */
  publishedAhead: day,
  /** After which another one takes over. */
  active: 90 * day,
  /** How long a retired key still proves what it signed; cookies and ID tokens are dead by then. */
  retired: 14 * day,
} as const

/** Seconds that what the provider makes lives. The portal's session ends all of it sooner. */
export const lifetimes = {
  AuthorizationCode: 60,
  AccessToken: 10 * 60,
  IdToken: 10 * 60,
  RefreshToken: 12 * hour,
  Session: 12 * hour,
  Grant: 12 * hour,
  Interaction: 30 * 60,
  ClientCredentials: 10 * 60,
} as const

/**
 * How surely a person signed in, weakest first (`lib/sessions/rules.ts`). A system that asks for one gets it or a
 * stronger one; the token always says which it was.
 */
export const acrOrder = [
  assurances.password.acr,
  assurances.passwordAndRecoveryCode.acr,
  assurances.passwordAndMailedCode.acr,
  assurances.passwordAndTotp.acr,
  assurances.passkey.acr,
  assurances.thaid.acr,
] as const

/** Whether a sign-in is as sure as one of those asked for. Names that the provider does not know ask for nothing. */
export function reachesAcr(acr: string | undefined, asked: readonly string[]): boolean {
  const known = asked.filter((one) => acrOrder.some((name) => name === one))
  if (known.length === 0) return true
  const rank = (name: string | undefined) => acrOrder.indexOf(name as (typeof acrOrder)[number])
  return known.some((one) => rank(acr) >= rank(one))
}

/** Whether a sign-in is less sure than what a request asks for, or its client always does. */
export function isTooWeak(acr: string | undefined, asked: unknown, always: readonly string[] = []): boolean {
  const named = typeof asked === "string" ? asked.split(" ").filter(Boolean) : []
  return !reachesAcr(acr, [...named, ...always])
}

type Aging = {
  readonly use: string
  readonly state: "next" | "active" | "retired"
  readonly createdAt: Date
  readonly activatedAt: Date | null
}

type KeyUse = (typeof oidcKeys.$inferSelect)["use"]

/** What there has to be a key for. */
export const keyUses = ["RS256", "ES256", "cookies", "subjects"] as const satisfies readonly KeyUse[]

/** What is due with the keys of one use, if anything. Only keys that sign are followed by others in time. */
export function keyAct(
  use: (typeof keyUses)[number],
  keys: readonly Aging[],
  now: Date,
): "make-active" | "make-next" | "turn" | undefined {
  const own = keys.filter((key) => key.use === use)
  const age = (at: Date | null) => (at ? (now.getTime() - at.getTime()) / 1000 : 0)
  const active = own.find(({ state }) => state === "active")
  const next = own.find(({ state }) => state === "next")
  if (!active) return "make-active"
  if (use === "subjects") return undefined
  if (!next)
    return age(active.activatedAt) >= keyTimes.active - keyTimes.publishedAhead ? "make-next" : undefined
  const isDue = age(active.activatedAt) >= keyTimes.active && age(next.createdAt) >= keyTimes.publishedAhead
  return isDue ? "turn" : undefined
}

/** The same where it is not waited for. The names of persons at outside agencies never turn. */
export function aheadAct(
  use: (typeof keyUses)[number],
  keys: readonly Aging[],
  wanted: "publish" | "turn",
): "make-next" | "turn" | undefined {
  if (use === "subjects") return undefined
  const hasNext = keys.some((key) => key.use === use && key.state === "next")
  if (wanted === "publish") return hasNext ? undefined : "make-next"
  return hasNext ? "turn" : undefined
}
