import "server-only"
import { en } from "@/lib/i18n/en"
import type { Locale } from "@/lib/i18n/locale"
import { th } from "@/lib/i18n/th"

/** The words of mails in a language. (`lib/i18n/words` knows Next, which the jobs process does without.) */
export function mailWords(locale: Locale) {
  return (locale === "th" ? th : en).mail
}

/** All words of a language, for mails that a room writes with its own. */
export function wordsOf(locale: Locale) {
  return locale === "th" ? th : en
}
