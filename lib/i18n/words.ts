import { headers } from "next/headers"
import { en } from "./en"
import { defaultLocale, type Locale, localeHeader, parseLocale } from "./locale"
import { th } from "./th"
import type { Words } from "./words-type"

/** All words people read, in one language. */
export type Dictionary = Words<typeof th>

const dictionaries: Record<Locale, Dictionary> = { th, en }

/** The dictionary of a language, for code outside a request (mail, jobs, tests). */
export function wordsIn(locale: Locale): Dictionary {
  return dictionaries[locale]
}

/** The language of the request being rendered, as `proxy.ts` decided it. */
export async function currentLocale(): Promise<Locale> {
  return parseLocale((await headers()).get(localeHeader)) ?? defaultLocale
}

/** The dictionary of the request being rendered. Read on the server only, so it costs the browser nothing. */
export async function words(): Promise<Dictionary> {
  return wordsIn(await currentLocale())
}
