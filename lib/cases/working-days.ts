import "server-only"
import Holidays from "date-holidays"
import { z } from "zod"
import type { Executor } from "@/db/types"
import { readSetting } from "@/lib/settings/read-setting"

/** The days off that the Department adds to the computed calendar, with their names, or takes out of it; each `YYYY-MM-DD`. */
export const holidaySetting = z.object({
  added: z.array(z.iso.date()),
  dropped: z.array(z.iso.date()),
  names: z.record(z.iso.date(), z.string()).default({}),
})

/** Key of that setting. */
export const holidaySettingKey = "cases.holidays"

type Change = Pick<z.output<typeof holidaySetting>, "added" | "dropped">

const dayLength = 24 * 60 * 60 * 1000
/** Bangkok is seven hours ahead of UTC, all year. */
const zone = 7 * 60 * 60 * 1000
const calendar = new Holidays("TH")
const years = new Map<number, ReadonlySet<string>>()

/** The day in Bangkok, `YYYY-MM-DD`. */
function dayOf(at: Date): string {
  return new Date(at.getTime() + zone).toISOString().slice(0, 10)
}

function shifted(day: string, by: number): string {
  return new Date(Date.parse(day) + by * dayLength).toISOString().slice(0, 10)
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(day).getUTCDay())
}

function computedIn(year: number): ReadonlySet<string> {
  const known = years.get(year)
  if (known) return known
  const days = calendar
    .getHolidays(year)
    .filter(({ type }) => type === "public")
    .map(({ date }) => date.slice(0, 10))
  const found = new Set(days)
  years.set(year, found)
  return found
}

/**
 * Whether nobody works because of a weekend's holiday: the first weekday after it that is no holiday itself, one day for a
 * weekend however many fall on it, as the Cabinet has it.
 */
function isSubstitute(day: string, isHoliday: (day: string) => boolean): boolean {
  let before = shifted(day, -1)
  while (isHoliday(before) && !isWeekend(before)) before = shifted(before, -1)
  if (new Date(before).getUTCDay() !== 0) return false
  return isHoliday(before) || isHoliday(shifted(before, -1))
}

/** A day off of the calendar: a holiday by its name, or the day that stands in for one on a weekend. */
export type DayOff = {
  readonly day: string
  readonly nameTh: string
  readonly nameEn: string
  readonly isSubstitute: boolean
}

/** The days off of a year of the Common Era as they are computed, before the Department changes any of them. */
export function computedDaysOff(year: number): DayOff[] {
  const inEnglish = new Map(calendar.getHolidays(year, "en").map(({ date, name }) => [date, name]))
  const fixed = calendar
    .getHolidays(year, "th")
    .filter(({ type }) => type === "public")
    .map(({ date, name }) => ({
      day: date.slice(0, 10),
      nameTh: name,
      nameEn: inEnglish.get(date) ?? name,
      isSubstitute: false,
    }))
  const known = new Set(fixed.map(({ day }) => day))
  const substitutes: DayOff[] = []
  for (let day = `${year}-01-01`; day.startsWith(`${year}`); day = shifted(day, 1))
    if (!(isWeekend(day) || known.has(day) || isWorkingDay(day)))
      substitutes.push({ day, nameTh: "", nameEn: "", isSubstitute: true })
  return [...fixed, ...substitutes].toSorted((one, other) => one.day.localeCompare(other.day))
}

/** Whether government offices work on a day `YYYY-MM-DD` in Bangkok. */
export function isWorkingDay(day: string, change: Change = { added: [], dropped: [] }): boolean {
  if (isWeekend(day) || change.added.includes(day)) return false
  if (change.dropped.includes(day)) return true
  const isHoliday = (one: string) => computedIn(Number(one.slice(0, 4))).has(one)
  return !isHoliday(day) && !isSubstitute(day, isHoliday)
}

/** Whole working days between the day of `since` and that of `now`; neither of the two counts. */
export function workingDaysBetween(since: Date, now: Date, change?: Change): number {
  const end = dayOf(now)
  let count = 0
  for (let day = shifted(dayOf(since), 1); day < end; day = shifted(day, 1)) {
    if (isWorkingDay(day, change)) count += 1
  }
  return count
}

/** What began to wait before this instant has waited `days` whole working days. */
export function waitedSince(days: number, now: Date, change?: Change): Date {
  let [day, left] = [dayOf(now), days]
  while (left > 0) {
    day = shifted(day, -1)
    if (isWorkingDay(day, change)) left -= 1
  }
  return new Date(Date.parse(day) - zone)
}

/** The Department's change to the calendar; none where it never set one. */
export async function readHolidays(db: Executor): Promise<Change> {
  const nothing = { added: [], dropped: [], names: {} }
  const { added, dropped } = await readSetting(db, holidaySettingKey, holidaySetting, nothing)
  return { added, dropped }
}
