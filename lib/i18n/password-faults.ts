import type { Refusal } from "@/lib/kernel/refusal"
import type { Locale } from "./locale"
import { refusalText } from "./refusal-text"
import type { Dictionary } from "./words"

/** Refusals that are about one field, and which. */
const fieldOf: Partial<Record<Refusal["code"], string>> = {
  "passwords.current-wrong": "currentPassword",
  "passwords.same": "newPassword",
  "passwords.repeats": "newPassword",
  "passwords.common": "newPassword",
  "passwords.personal": "newPassword",
  "passwords.local": "newPassword",
}

/** What the error summary lists, each sentence with the field that it is about. */
export function passwordFaults(
  refusal: Refusal,
  w: Dictionary,
  locale: Locale,
): { text: string; field?: string }[] {
  const sentences: Record<string, string> = w.passwords.faults
  const named = Object.entries(refusal.code === "invalid" ? (refusal.fields ?? {}) : {}).flatMap(
    ([field, key]) => (sentences[key] ? [{ text: sentences[key], field }] : []),
  )
  if (named.length > 0) return named
  const field = fieldOf[refusal.code]
  return [{ text: refusalText(refusal, locale), ...(field && { field }) }]
}
