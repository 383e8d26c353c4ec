import type { Refusal } from "@/lib/kernel/refusal"
import type { Locale } from "./locale"
import { refusalText } from "./refusal-text"
import { wordsIn } from "./words"

/** The control of a field of the form: executives stand in numbered rows of two. */
function controlOf(field: string): string {
  const [, at, part] = /^executives\.(\d+)(?:\.(post|name))?$/.exec(field) ?? []
  if (at !== undefined) return `${part ?? "name"}${Number(at) + 1}`
  return field
}

/** What the error summary of a unit's data lists: one sentence a wrong field, or the refusal's own. */
export function profileFaults(refusal: Refusal, locale: Locale): { text: string; field?: string }[] {
  const sentences: Record<string, string> = wordsIn(locale).profiles.faults
  const named = Object.entries(refusal.code === "invalid" ? (refusal.fields ?? {}) : {}).flatMap(
    ([field, key]) => (sentences[key] ? [{ text: sentences[key], field: controlOf(field) }] : []),
  )
  return named.length > 0 ? named : [{ text: refusalText(refusal, locale) }]
}
