import { formatDate } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { isStale } from "@/lib/profiles/rules"

/** As of when a unit's data are right, and that they are old where they are. */
export function profileAge(checkedAt: Date | string, now: Date, w: Dictionary, locale: Locale): string {
  const at = new Date(checkedAt)
  const said = w.profiles.checked(formatDate(at, locale))
  return isStale(at, now) ? `${said} · ${w.profiles.old}` : said
}
