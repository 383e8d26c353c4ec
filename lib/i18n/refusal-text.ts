import type { Refusal } from "@/lib/kernel/refusal"
import { formatTime } from "./dates"
import { digits } from "./digits"
import { en } from "./en"
import type { Locale } from "./locale"
import { th } from "./th"

/** The sentence of a refusal in the reader's language, its gaps filled from the facts that are known. */
export function refusalText(refusal: Refusal, locale: Locale): string {
  const text = (locale === "th" ? th : en).refusals[refusal.code]
  const until = refusal.facts?.until ? formatTime(refusal.facts.until, locale) : "—"
  const left = refusal.facts?.left === undefined ? "—" : digits(refusal.facts.left, locale)
  const request = refusal.facts?.request === undefined ? "—" : refusal.facts.request
  return text.replace("{until}", until).replace("{left}", left).replace("{request}", request)
}
