import { formatDate } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"

/** A stored day of the calendar (`2026-11-21`) in words. */
export function shownDay(day: string, locale: Locale): string {
  return formatDate(new Date(`${day}T05:00:00Z`), locale)
}
