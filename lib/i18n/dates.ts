import { digits } from "./digits"
import type { Locale } from "./locale"

const zone = "Asia/Bangkok"

// Making a formatter costs a hundred times as much as using it; there are as many as functions below, times languages.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.entries(options).join(" ")}`
  const known = formatters.get(key)
  if (known) return known
  const tag = locale === "th" ? "th-TH-u-ca-buddhist-nu-latn" : "en-GB"
  const made = new Intl.DateTimeFormat(tag, { timeZone: zone, ...options })
  formatters.set(key, made)
  return made
}

/** “๒๑ พฤศจิกายน ๒๕๖๙” / “21 November 2026”: the Buddhist era in Thai, always the day in Bangkok. */
export function formatDate(date: Date, locale: Locale): string {
  const parts = formatter(locale, { day: "numeric", month: "long", year: "numeric" }).formatToParts(date)
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ""
  return digits(`${part("day")} ${part("month")} ${part("year")}`, locale)
}

/** “๒๑ พ.ย. ๒๕๖๙” / “21 Nov 2026”, for tables. */
export function formatShortDate(date: Date, locale: Locale): string {
  const parts = formatter(locale, { day: "numeric", month: "short", year: "numeric" }).formatToParts(date)
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ""
  return digits(`${part("day")} ${part("month")} ${part("year")}`, locale)
}

/** “๐๘.๓๐ น.” / “08:30”, the clock in Bangkok. */
export function formatTime(date: Date, locale: Locale): string {
  const parts = formatter(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).formatToParts(
    date,
  )
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ""
  return locale === "th"
    ? `${digits(`${part("hour")}.${part("minute")}`, "th")} น.`
    : `${part("hour")}:${part("minute")}`
}

/** Date and time together. */
export function formatDateTime(date: Date, locale: Locale): string {
  const joint = locale === "th" ? " เวลา " : ", "
  return `${formatDate(date, locale)}${joint}${formatTime(date, locale)}`
}

/** “๐๘.๓๐.๑๕ น.” / “08:30:15”, for waits of seconds. */
export function formatClock(date: Date, locale: Locale): string {
  const options = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" } as const
  const parts = formatter(locale, options).formatToParts(date)
  const clock = ["hour", "minute", "second"].map((type) => parts.find((p) => p.type === type)?.value ?? "")
  return locale === "th" ? `${digits(clock.join("."), "th")} น.` : clock.join(":")
}

/** Names of the twelve months, January first. */
export function monthNames(locale: Locale): string[] {
  const name = formatter(locale, { month: "long" })
  return Array.from({ length: 12 }, (_, month) => name.format(new Date(Date.UTC(2026, month, 15))))
}

/** The day in Bangkok, `2026-11-21`, as a database keeps it. */
export function bangkokDay(at: Date): string {
  return new Date(at.getTime() + 7 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
