import "server-only"
import { mayForAll } from "@/lib/access/may"
import { bangkokDay } from "@/lib/i18n/dates"
import { found, read } from "@/lib/kernel/read"
import { settingWithHistory } from "@/lib/settings/setting-with-history"
import { holidaysInput } from "./schema"
import { computedDaysOff, type DayOff, holidaySetting, holidaySettingKey } from "./working-days"

/** A day of the list: of the calendar, dropped perhaps, or one that the Department added. */
export type ListedDay = DayOff & { readonly isAdded: boolean; readonly isDropped: boolean }

/** The days off of a year, those of the calendar and those of the Department, and who changed them when. */
export const getHolidays = read({
  name: "cases.holidays",
  input: holidaysInput,
  allow: mayForAll("settings.see"),
  async run({ db, now, input }) {
    const { version, value, changes } = await settingWithHistory(db, holidaySettingKey, holidaySetting)
    const { added, dropped, names } = value ?? { added: [], dropped: [], names: {} as Record<string, string> }
    const year = input.year ?? Number(bangkokDay(now).slice(0, 4)) + 543
    const computed = computedDaysOff(year - 543).map((one) => ({
      ...one,
      isAdded: false,
      isDropped: dropped.includes(one.day),
    }))
    const own = added
      .filter((day) => day.startsWith(`${year - 543}-`))
      .map((day) => {
        const name = names[day] ?? ""
        return { day, nameTh: name, nameEn: name, isSubstitute: false, isAdded: true, isDropped: false }
      })
    const days: readonly ListedDay[] = [...computed, ...own].toSorted((one, other) =>
      one.day.localeCompare(other.day),
    )
    return found({
      version,
      year,
      days,
      changes: changes.map(({ value: kept, ...change }) => ({
        ...change,
        added: kept?.added.length ?? 0,
        dropped: kept?.dropped.length ?? 0,
      })),
    })
  },
})
