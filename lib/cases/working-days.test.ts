import { describe, expect, it } from "vitest"
import { useTestDatabase } from "@/db/testing/use-test-database"
import {
  holidaySettingKey,
  isWorkingDay,
  readHolidays,
  waitedSince,
  workingDaysBetween,
} from "./working-days"

const test = useTestDatabase()

describe("working days of the offices", () => {
  it("are none at Songkran, on weekends and on other public holidays", () => {
    expect(["2026-04-13", "2026-04-14", "2026-04-15"].map((day) => isWorkingDay(day))).toEqual([
      false,
      false,
      false,
    ])
    expect(isWorkingDay("2026-04-16")).toBe(true)
    expect(isWorkingDay("2026-11-21")).toBe(false)
    expect(isWorkingDay("2026-11-23")).toBe(true)
    expect(isWorkingDay("2026-12-10")).toBe(false)
  })

  it("give the next free day back for a holiday on a weekend, one for the whole weekend", () => {
    // 5 December 2026 is a Saturday, Vesak of 2026 a Sunday
    expect(isWorkingDay("2026-12-07")).toBe(false)
    expect(isWorkingDay("2026-12-08")).toBe(true)
    expect(isWorkingDay("2026-06-01")).toBe(false)
    // Songkran of 2024 fell on Saturday, Sunday and Monday: the Tuesday was free, the Wednesday not
    expect(isWorkingDay("2024-04-15")).toBe(false)
    expect(isWorkingDay("2024-04-16")).toBe(false)
    expect(isWorkingDay("2024-04-17")).toBe(true)
    // New Year's Eve on a Saturday, New Year's Day on a Sunday
    expect(isWorkingDay("2023-01-02")).toBe(false)
    expect(isWorkingDay("2023-01-03")).toBe(true)
  })

  it("obey what the Department adds and drops", async () => {
    const change = { added: ["2026-11-23"], dropped: ["2026-12-10"] }
    const kept = JSON.stringify(change)
    expect(await readHolidays(test().db)).toEqual({ added: [], dropped: [] })
    await test().owner`insert into settings (key, value, changed_at)
      values (${holidaySettingKey}, ${kept}::jsonb, now())`
    const stored = await readHolidays(test().db)
    expect(stored).toEqual(change)
    expect(isWorkingDay("2026-11-23", stored)).toBe(false)
    expect(isWorkingDay("2026-12-10", stored)).toBe(true)
  })

  it("count neither the first nor the last day, over Songkran too", () => {
    const at = (text: string) => new Date(`${text}+07:00`)
    // Friday before Songkran to the Friday after: only Thursday the 16th lies between
    expect(workingDaysBetween(at("2026-04-10T09:00"), at("2026-04-17T00:01"))).toBe(1)
    expect(workingDaysBetween(at("2026-11-23T23:59"), at("2026-11-27T00:00"))).toBe(3)
    expect(workingDaysBetween(at("2026-11-23T23:59"), at("2026-11-26T23:59"))).toBe(2)
    expect(workingDaysBetween(at("2026-11-27T09:00"), at("2026-11-23T09:00"))).toBe(0)
  })

  it("say since when something waits long enough, the same as counting does", () => {
    const start = Date.parse("2026-03-25T03:00:00Z")
    for (let hour = 0; hour < 24 * 40; hour += 5) {
      const now = new Date(start + hour * 3_600_000)
      const limit = waitedSince(3, now)
      expect(workingDaysBetween(new Date(limit.getTime() - 1), now)).toBeGreaterThanOrEqual(3)
      expect(workingDaysBetween(limit, now)).toBeLessThan(3)
    }
  })
})
