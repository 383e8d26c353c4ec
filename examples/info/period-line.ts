import { day, digits } from "./digits"
import type { Ask } from "./exchange"
import { nextQuarter, periodOf, phaseOn, type Quarter } from "./quarters"

/** A quarter as people call it. */
export function quarterName(
  { w, language }: Pick<Ask, "w" | "language">,
  { year, quarter }: Quarter,
): string {
  return w.quarter(digits(quarter, language), digits(year, language))
}

/** Where a quarter's report stands today, with the dates. */
export function periodLine({ w, language, today }: Ask, quarter: Quarter): string {
  const { opensOn, recordUntil, certifyUntil } = periodOf(quarter)
  const [opens, record, certify] = [opensOn, recordUntil, certifyUntil].map((date) => day(date, language))
  const phase = phaseOn(quarter, today)
  if (phase === "not-open") return w.period["not-open"](opens ?? "")
  if (phase === "closed") return w.period.closed(certify ?? "")
  return w.period[phase](record ?? "", certify ?? "")
}

/** All dates of a quarter's report. */
export function datesLine({ w, language }: Ask, quarter: Quarter): string {
  const { opensOn, recordUntil, certifyUntil } = periodOf(quarter)
  return w.dates(day(opensOn, language), day(recordUntil, language), day(certifyUntil, language))
}

/** When the next one opens; said once this one can't be recorded any more. */
export function nextLine(ask: Ask, quarter: Quarter): string | null {
  if (phaseOn(quarter, ask.today) === "recording") return null
  const next = nextQuarter(quarter)
  const { opensOn, recordUntil } = periodOf(next)
  return ask.w.period.next(quarterName(ask, next), day(opensOn, ask.language), day(recordUntil, ask.language))
}
