import type { Refusal } from "@/lib/kernel/refusal"
import type { Locale } from "./locale"
import { refusalText } from "./refusal-text"
import { wordsIn } from "./words"

/** What the error summary of a sign-in screen lists: the refusal's sentence, or one sentence a wrong field. */
export function signInFaults(refusal: Refusal, locale: Locale): { text: string; field: string }[] {
  const faults: Record<string, string> = wordsIn(locale).signin.faults
  if (refusal.code !== "invalid") return [{ text: refusalText(refusal, locale), field: "username" }]
  const named = Object.entries(refusal.fields ?? {}).flatMap(([field, key]) => {
    const text = faults[key]
    return text ? [{ text, field }] : []
  })
  return named.length > 0 ? named : [{ text: refusalText(refusal, locale), field: "username" }]
}
