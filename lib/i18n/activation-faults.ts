import type { Refusal, RefusalCode } from "@/lib/kernel/refusal"
import type { Locale } from "./locale"
import { refusalText } from "./refusal-text"

/** The field of the door or of the request's form that a refusal is about. */
const fieldOf: Partial<Record<RefusalCode, string>> = {
  "activation.wrong": "code",
  "activation.superseded": "code",
  "activation.gone": "code",
  "activation.request-wrong": "secret",
}

/** What the error summary of a door of activation lists. */
export function activationFaults(refusal: Refusal, locale: Locale): { text: string; field?: string }[] {
  const field = fieldOf[refusal.code]
  return [{ text: refusalText(refusal, locale), ...(field && { field }) }]
}
