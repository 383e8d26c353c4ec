import type { Refusal } from "@/lib/kernel/refusal"
import type { Locale } from "./locale"
import { refusalText } from "./refusal-text"

/** What the error summary of a screen of users lists: the sentence of the refusal, led to its field where it is about one. */
export function memberFaults(refusal: Refusal, locale: Locale): { text: string; field?: string }[] {
  const field = fieldOf[refusal.code]
  return [{ text: refusalText(refusal, locale), ...(field && { field }) }]
}

const fieldOf: Partial<Record<Refusal["code"], string>> = {
  "members.number-wrong": "typed",
  "members.no-such-user": "typed",
}
