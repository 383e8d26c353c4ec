import type { Refusal } from "@/lib/kernel/refusal"
import type { Locale } from "./locale"
import { passwordFaults } from "./password-faults"
import { refusalText } from "./refusal-text"
import type { Dictionary } from "./words"

/** Refusals that are about one field, and which. */
const fieldOf: Partial<Record<Refusal["code"], string>> = {
  "invitations.other-number": "nationalId",
  "invitations.username-taken": "username",
}

/** What the error summary of the choice lists, each sentence with the field that it is about. */
export function invitationFaults(
  refusal: Refusal,
  w: Dictionary,
  locale: Locale,
): { text: string; field?: string }[] {
  const field = fieldOf[refusal.code]
  if (field) return [{ text: refusalText(refusal, locale), field }]
  const sentences: Record<string, string> = w.invitations.faults
  const own = Object.entries(refusal.code === "invalid" ? (refusal.fields ?? {}) : {}).flatMap(
    ([name, key]) => (sentences[key] ? [{ text: sentences[key], field: name }] : []),
  )
  const others = passwordFaults(refusal, w, locale)
  // without a sentence of its own a refusal of the form says that something in it is wrong, which the own ones say better
  return own.length > 0 ? [...own, ...others.filter((fault) => fault.field)] : others
}
