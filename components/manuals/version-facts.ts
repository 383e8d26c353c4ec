import { formatDate } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Version = { readonly publishedAt: Date; readonly sizeBytes: number; readonly pages: number | null }

/** A version's date, size and length as words, in the reader's language and digits. */
export function versionFacts(version: Version, w: Dictionary, locale: Locale) {
  const m = w.manuals
  const kilobytes = Math.max(1, Math.ceil(version.sizeBytes / 1024))
  return {
    date: formatDate(version.publishedAt, locale),
    size:
      kilobytes < 1000
        ? m.kilobytes(digits(kilobytes, locale))
        : m.megabytes(digits((kilobytes / 1024).toFixed(1), locale)),
    pages: version.pages === null ? m.pagesUnknown : m.pages(digits(version.pages, locale)),
  }
}
