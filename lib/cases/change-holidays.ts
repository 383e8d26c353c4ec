import "server-only"
import type { z } from "zod"
import { mayForAll } from "@/lib/access/may"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { changeSetting } from "@/lib/settings/change-setting"
import { readSetting } from "@/lib/settings/read-setting"
import { changeHolidaysInput } from "./schema"
import { computedDaysOff, holidaySetting, holidaySettingKey, isWorkingDay } from "./working-days"

type Days = z.output<typeof holidaySetting>
type Change = z.output<typeof changeHolidaysInput>

/**
 * Adds a day off that the Cabinet or a province decided, or takes one away; working days are counted by it at once, also of
 * what waits already.
 */
export const changeHolidays = command({
  name: "cases.change-holidays",
  input: changeHolidaysInput,
  allow: mayForAll("settings.change"),
  freshness: "step-up",
  async run({ tx, actor, now, input }) {
    const before = await readSetting(tx, holidaySettingKey, holidaySetting, none)
    const value = changed(before, input)
    if (!value) return refused(input.act === "add" ? "cases.holiday-known" : "cases.holiday-gone")
    const change = { key: holidaySettingKey, value, seen: input.version, now, by: actor.accountId }
    const made = await changeSetting(tx, change)
    if ("no" in made) return refused(made.no)
    const { version, id } = made
    const { act, date } = input
    return done(
      { version, date },
      { subject: id, detail: { setting: holidaySettingKey, version, act, date } },
    )
  },
})

const none: Days = { added: [], dropped: [], names: {} }

/** The days after a change; nothing where it changes none: a day off already, or one that is not there. */
function changed(before: Days, change: Change): Days | undefined {
  const { added, dropped, names } = before
  const { act, date } = change
  if (act === "add") {
    if (!isWorkingDay(date, before)) return undefined
    // one of the calendar that was dropped is kept again, by whatever name
    if (dropped.includes(date)) return { ...before, dropped: without(dropped, date) }
    return { added: [...added, date].toSorted(), dropped, names: { ...names, [date]: change.name } }
  }
  if (act === "remove") {
    if (!added.includes(date)) return undefined
    const { [date]: _, ...left } = names
    return { added: without(added, date), dropped, names: left }
  }
  if (act === "keep")
    return dropped.includes(date) ? { ...before, dropped: without(dropped, date) } : undefined
  const isComputed = computedDaysOff(Number(date.slice(0, 4))).some(({ day }) => day === date)
  return isComputed && !dropped.includes(date)
    ? { ...before, dropped: [...dropped, date].toSorted() }
    : undefined
}

function without(days: readonly string[], day: string): string[] {
  return days.filter((one) => one !== day)
}
