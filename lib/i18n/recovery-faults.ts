import type { Refusal } from "@/lib/kernel/refusal"
import type { Locale } from "./locale"
import { refusalText } from "./refusal-text"
import { wordsIn } from "./words"

/** What the error summary of a recovery screen lists: one sentence a wrong field, or the refusal's own. */
export function recoveryFaults(refusal: Refusal, locale: Locale): { text: string; field?: string }[] {
  const { signin, recovery } = wordsIn(locale)
  const sentences: Record<string, string> = { ...signin.faults, ...recovery.faults }
  const named = Object.entries(refusal.code === "invalid" ? (refusal.fields ?? {}) : {}).flatMap(
    ([field, key]) => (sentences[key] ? [{ text: sentences[key], field }] : []),
  )
  return named.length > 0 ? named : [{ text: refusalText(refusal, locale) }]
}
