/** The two languages of the portal; Thai is the source, English is complete. */
export type Locale = "th" | "en"

export const defaultLocale: Locale = "th"

/** Cookie that keeps the reader's choice of language for a year. */
export const localeCookie = "lang"

/** Request header by which `proxy.ts` tells the pages which language to speak. */
export const localeHeader = "x-locale"

/** Narrows anything from outside (cookie, query, header) to a language, or nothing. */
export function parseLocale(value: string | null | undefined): Locale | undefined {
  return value === "th" || value === "en" ? value : undefined
}
