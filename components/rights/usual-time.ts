import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type AnswerTime = { readonly seconds: number; readonly answers: number } | undefined

/** How long answers usually take, in words, or that nothing is known of it. */
export function usualTime(w: Dictionary, locale: Locale, time: AnswerTime): string {
  const r = w.rights.requests
  if (!time) return r.noUsual
  const minutes = Math.max(1, Math.round(time.seconds / 60))
  const hours = Math.round(minutes / 60)
  const count = (value: number) => digits(value, locale)
  const took =
    minutes < 90
      ? r.minutes(count(minutes))
      : hours < 48
        ? r.hours(count(hours))
        : r.days(count(Math.round(hours / 24)))
  return r.usual(took, count(time.answers))
}
