/** A quarter of the fiscal year (October to September), the year in the Buddhist era. */
export type Quarter = { readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }

/** When a quarter's report is worked on; days in Bangkok, the first and the last included. */
export type Period = {
  readonly months: readonly [string, string, string]
  readonly opensOn: string
  readonly recordUntil: string
  readonly certifyUntil: string
}

/** Where a quarter's report stands on a day. */
export type Phase = "not-open" | "recording" | "certifying" | "closed"

/** First month of each quarter, and of which calendar year: the first quarter lies in the year before. */
const firstMonths = { 1: 10, 2: 1, 3: 4, 4: 7 } as const

const two = (value: number) => String(value).padStart(2, "0")

/**
 * The One Stop Service report opens on the 1st of the quarter's last month (1 Dec, 1 Mar, 1 Jun, 1 Sep); units record
 * until the 30th, provinces certify until the 15th of the month after, and then it is closed.
 */
export function periodOf({ year, quarter }: Quarter): Period {
  const calendar = year - 543 - (quarter === 1 ? 1 : 0)
  const first = firstMonths[quarter]
  const last = first + 2
  const month = (number: number) => `${calendar}-${two(number)}`
  const after = last === 12 ? `${calendar + 1}-01` : month(last + 1)
  return {
    months: [month(first), month(first + 1), month(last)],
    opensOn: `${month(last)}-01`,
    recordUntil: `${month(last)}-30`,
    certifyUntil: `${after}-15`,
  }
}

/** Where a quarter's report stands on a day `2026-12-01`. */
export function phaseOn(quarter: Quarter, today: string): Phase {
  const { opensOn, recordUntil, certifyUntil } = periodOf(quarter)
  if (today < opensOn) return "not-open"
  if (today <= recordUntil) return "recording"
  return today <= certifyUntil ? "certifying" : "closed"
}

/** The quarter after. */
export function nextQuarter({ year, quarter }: Quarter): Quarter {
  return quarter === 4 ? { year: year + 1, quarter: 1 } : { year, quarter: (quarter + 1) as 2 | 3 | 4 }
}

/** The quarter before. */
export function quarterBefore({ year, quarter }: Quarter): Quarter {
  return quarter === 1 ? { year: year - 1, quarter: 4 } : { year, quarter: (quarter - 1) as 1 | 2 | 3 }
}

/** The quarter whose report opened last. */
export function lastOpened(today: string): Quarter {
  let found: Quarter = { year: Number(today.slice(0, 4)) + 543 + 1, quarter: 4 }
  while (periodOf(found).opensOn > today) found = quarterBefore(found)
  return found
}

/** The quarters that have opened, the latest first. */
export function openedQuarters(today: string, count: number): Quarter[] {
  const all = [lastOpened(today)]
  while (all.length < count) all.push(quarterBefore(all.at(-1) ?? lastOpened(today)))
  return all
}

/** The quarter in addresses: `2570-1`. */
export function quarterKey({ year, quarter }: Quarter): string {
  return `${year}-${quarter}`
}

/** Reads a quarter out of an address. */
export function readQuarter(key: string): Quarter | undefined {
  const [, year, quarter] = /^(2[5-9]\d\d)-([1-4])$/.exec(key) ?? []
  return year && quarter ? { year: Number(year), quarter: Number(quarter) as Quarter["quarter"] } : undefined
}
