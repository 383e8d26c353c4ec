import type { Refusal } from "@/lib/kernel/refusal"
import type { Locale } from "./locale"
import { refusalText } from "./refusal-text"
import { wordsIn } from "./words"

/** Refusals that are about one field of a form, and which. */
const fieldOf: Partial<Record<Refusal["code"], string>> = {
  "members.number-wrong": "typed",
  "members.no-such-user": "typed",
  "members.staff-reason-needed": "staffReason",
  "members.day-over": "validUntil",
  "members.own": "nationalId",
  "members.own-office": "nationalId",
  "transfers.no-such-unit": "toUnit",
  "transfers.day-over": "effectiveOn",
  "transfers.too-far": "effectiveOn",
  "members.already-here": "nationalId",
  "members.already-offered": "nationalId",
}

/** What the error summary of a screen of users lists: one sentence a wrong field, or the refusal's own. */
export function memberFaults(refusal: Refusal, locale: Locale): { text: string; field?: string }[] {
  const { members, orders, transfers } = wordsIn(locale)
  const sentences: Record<string, string> = { ...orders.faults, ...members.faults, ...transfers.faults }
  const named = Object.entries(refusal.code === "invalid" ? (refusal.fields ?? {}) : {}).flatMap(
    ([field, key]) => (sentences[key] ? [{ text: sentences[key], field }] : []),
  )
  if (named.length > 0) return named
  const field = fieldOf[refusal.code]
  return [{ text: refusalText(refusal, locale), ...(field && { field }) }]
}
