import { describe, expect, it } from "vitest"
import {
  lastOpened,
  nextQuarter,
  openedQuarters,
  periodOf,
  phaseOn,
  quarterKey,
  readQuarter,
} from "./quarters"

describe("the period of the quarterly report", () => {
  it.each([
    ["2570-1", "2026-10 2026-11 2026-12", "2026-12-01", "2026-12-30", "2027-01-15"],
    ["2570-2", "2027-01 2027-02 2027-03", "2027-03-01", "2027-03-30", "2027-04-15"],
    ["2570-3", "2027-04 2027-05 2027-06", "2027-06-01", "2027-06-30", "2027-07-15"],
    ["2570-4", "2027-07 2027-08 2027-09", "2027-09-01", "2027-09-30", "2027-10-15"],
  ])("%s", (key, months, opensOn, recordUntil, certifyUntil) => {
    const quarter = readQuarter(key)
    if (!quarter) throw new Error("unread")
    expect(periodOf(quarter)).toEqual({ months: months.split(" "), opensOn, recordUntil, certifyUntil })
    expect(quarterKey(quarter)).toBe(key)
  })

  it.each([
    ["2026-11-30", "not-open"],
    ["2026-12-01", "recording"],
    ["2026-12-30", "recording"],
    ["2026-12-31", "certifying"],
    ["2027-01-15", "certifying"],
    ["2027-01-16", "closed"],
  ] as const)("on %s is %s", (today, phase) => {
    expect(phaseOn({ year: 2570, quarter: 1 }, today)).toBe(phase)
  })

  it.each([
    ["2026-11-22", "2569-4"],
    ["2026-12-01", "2570-1"],
    ["2027-02-28", "2570-1"],
    ["2027-03-01", "2570-2"],
    ["2027-08-31", "2570-3"],
  ])("that opened last by %s is that of %s", (today, key) => {
    expect(quarterKey(lastOpened(today))).toBe(key)
  })

  it("follows the one before, over the end of the fiscal year too", () => {
    expect(nextQuarter({ year: 2569, quarter: 4 })).toEqual({ year: 2570, quarter: 1 })
    expect(openedQuarters("2026-12-05", 3).map(quarterKey)).toEqual(["2570-1", "2569-4", "2569-3"])
    expect(["2570-5", "2570", "1970-1", "2570-1/"].map(readQuarter)).toEqual(Array(4).fill(undefined))
  })
})
