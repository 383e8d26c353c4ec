import type { Fault } from "@/components/ui/error-summary"
import type { Locale } from "@/lib/i18n/locale"
import { refusalText } from "@/lib/i18n/refusal-text"
import { wordsIn } from "@/lib/i18n/words"
import type { Refusal } from "@/lib/kernel/refusal"

/** What was wrong with a decision: one sentence a field, leading to it, or the refusal's own. */
export function decisionFaults(refusal: Refusal | undefined, outcome: string, locale: Locale): Fault[] {
  if (!refusal) return []
  const sentences: Record<string, string> = wordsIn(locale).desk.faults
  const named = Object.entries(refusal.code === "invalid" ? (refusal.fields ?? {}) : {}).flatMap(
    ([path, key]) => {
      const [name = ""] = path.split(".")
      const field = name === "fields" ? "fields" : `${name}-${outcome}`
      return sentences[key] ? [{ text: sentences[key], field }] : []
    },
  )
  return named.length > 0 ? named : [{ text: refusalText(refusal, locale) }]
}
