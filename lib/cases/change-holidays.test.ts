import { beforeAll, describe, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { changeHolidays } from "./change-holidays"
import { getHolidays } from "./get-holidays"
import { isWorkingDay, readHolidays } from "./working-days"

const test = useTestDatabase()
const now = new Date("2026-11-21T03:00:00Z")
let administrator: AccountActor
beforeAll(async () => {
  const { id } = await makeAccount(test().db)
  administrator = {
    kind: "account",
    accountId: id,
    sessionId: id,
    steppedUpAt: now,
    seats: [],
    roles: ["administrator"],
  }
})

const by = () => ({ db: test().db, actor: administrator, now, requestId: "test" })
const typed = (day: string, month: string, year: string, name = "วันหยุดพิเศษ") => ({ day, month, year, name })
const add = (version: number, day: ReturnType<typeof typed>) =>
  execute(changeHolidays, by(), { act: "add", version, ...day })
const act = (version: number, name: string, date: string) =>
  execute(changeHolidays, by(), { act: name, version, date })
const works = async (day: string) => isWorkingDay(day, await readHolidays(test().db))
const no = (code: string) => ({ ok: false, refusal: { code } })
const listed = async (year: string) => {
  const result = await look(getHolidays, by(), { year })
  if (!result.ok) throw new Error("not shown")
  return result.value
}

describe("the Department's holidays", () => {
  it("are added in either kind of digits, counted at once, listed by name, and taken away", async () => {
    expect(await works("2027-03-01")).toBe(true)
    const added = await add(0, typed("๑", "3", "๒๕๗๐"))
    expect(added).toEqual({ ok: true, value: { version: 1, date: "2027-03-01" } })
    expect(await works("2027-03-01")).toBe(false)
    const { days } = await listed("๒๕๗๐")
    expect(days.find(({ day }) => day === "2027-03-01")).toMatchObject({
      nameTh: "วันหยุดพิเศษ",
      isAdded: true,
    })
    expect((await act(1, "remove", "2027-03-01")).ok).toBe(true)
    expect(await works("2027-03-01")).toBe(true)
    const [event] = await test().owner`
      select detail from audit_events where action = 'cases.change-holidays' and refusal is null order by seq desc limit 1`
    expect(event?.detail).toMatchObject({ act: "remove", date: "2027-03-01" })
  })

  it("may drop a day of the calendar, which stays in the list, and keep it after all", async () => {
    expect((await act(2, "drop", "2026-12-10")).ok).toBe(true)
    expect(await works("2026-12-10")).toBe(true)
    const { days } = await listed("2569")
    expect(days.find(({ day }) => day === "2026-12-10")).toMatchObject({ isDropped: true })
    // 5 December is a Saturday: the Monday after it is listed as the day in lieu
    expect(days.find(({ day }) => day === "2026-12-07")).toMatchObject({ isSubstitute: true })
    expect((await act(3, "keep", "2026-12-10")).ok).toBe(true)
    expect(await works("2026-12-10")).toBe(false)
  })

  it("are no weekends, no day twice, none that is not there, and none of a list that has changed since", async () => {
    expect(await add(4, typed("28", "2", "2570"))).toEqual(no("cases.holiday-known"))
    expect(await add(4, typed("13", "4", "2570"))).toEqual(no("cases.holiday-known"))
    expect(await act(4, "remove", "2027-03-01")).toEqual(no("cases.holiday-gone"))
    expect(await act(4, "drop", "2027-03-01")).toEqual(no("cases.holiday-gone"))
    expect(await add(3, typed("2", "3", "2570"))).toEqual(no("settings.stale"))
    expect(await add(4, typed("31", "2", "2570"))).toMatchObject({
      refusal: { fields: { day: "dateWrong" } },
    })
    expect(await add(4, typed("2", "3", "2570", " "))).toMatchObject({
      refusal: { fields: { name: "nameMissing" } },
    })
  })

  it("show the calendar of every year that is asked for, and this one's else", async () => {
    expect((await listed("x")).year).toBe(2569)
    const days = (await listed("2571")).days.filter(({ isSubstitute }) => !isSubstitute)
    expect(days.length).toBeGreaterThan(10)
    expect(days.every(({ nameTh, nameEn }) => /[\u0E00-\u0E7F]/.test(nameTh) && /[A-Z]/.test(nameEn))).toBe(
      true,
    )
  })
})
