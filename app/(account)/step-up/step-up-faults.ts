import type { Fault } from "@/components/ui/error-summary"
import type { Locale } from "@/lib/i18n/locale"
import { refusalText } from "@/lib/i18n/refusal-text"
import type { Dictionary } from "@/lib/i18n/words"
import type { Refusal } from "@/lib/kernel/refusal"

/** Refusals that are about one field, and which. */
const fieldOf: Partial<Record<Refusal["code"], string>> = {
  "signin.password-wrong": "password",
  "factors.code-wrong": "code",
  "otp.wrong": "code",
  "otp.expired": "code",
}

/** What the error summary lists, each sentence with the field that it is about. */
export function stepUpFaults(refusal: Refusal, w: Dictionary, locale: Locale): Fault[] {
  const sentences: Record<string, string> = w.signin.faults
  if (refusal.code === "invalid") {
    const key = refusal.fields?.password
    if (key && sentences[key]) return [{ text: sentences[key], field: "password" }]
    return [{ text: w.signin.faults.codeWrongForm, field: "code" }]
  }
  const field = fieldOf[refusal.code]
  return [{ text: refusalText(refusal, locale), ...(field && { field }) }]
}
