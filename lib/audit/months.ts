import "server-only"

/** For how many whole months the audit is kept: two years. */
export const keptMonths = 24

/** The month of an instant in UTC, by its first day: `2026-11-01`. Partitions and chains are by such months. */
export function monthOf(at: Date): string {
  return `${at.toISOString().slice(0, 7)}-01`
}

/** The month `count` months after (or, negative, before) a month. */
export function monthAfter(month: string, count = 1): string {
  const first = new Date(`${month}T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + count)
  return monthOf(first)
}

/** The first instant of a month. */
export function startOf(month: string): Date {
  return new Date(`${month}T00:00:00Z`)
}
