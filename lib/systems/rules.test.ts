import { describe, expect, it } from "vitest"
import {
  isAnnounced,
  isConflict,
  type OpeningPeriod,
  openingFor,
  quarterPeriods,
  type SystemRow,
  systemAnswer,
  unitBar,
} from "./rules"

const open = { openToKinds: null, openToProvinces: null, isNamedOnly: false } as const
const sao = { kind: "sao", provinceCode: "36", isNamed: false } as const
const recorder = { records: true, certifies: false }
const certifier = { records: false, certifies: true }
const viewer = { records: false, certifies: false }
const info = quarterPeriods(2570)

describe("who may use a system", () => {
  it.each([
    ["all", open, undefined],
    ["its kind", { ...open, openToKinds: ["sao", "pao"] }, undefined],
    ["another kind", { ...open, openToKinds: ["pao"] }, "kind"],
    ["its province", { ...open, openToProvinces: ["36"] }, undefined],
    ["another province", { ...open, openToProvinces: ["40"] }, "province"],
    ["no kind at all", { ...open, openToKinds: [] }, "kind"],
    ["a list without it", { ...open, isNamedOnly: true }, "not-named"],
  ] as const)("where it is open to %s", (_name, audience, bar) => {
    expect(unitBar(audience, sao)).toBe(bar)
  })

  it("is a unit that stands on the list, if kind and province fit as well", () => {
    const audience = { ...open, openToProvinces: ["36"], isNamedOnly: true }
    expect(unitBar(audience, { ...sao, isNamed: true })).toBeUndefined()
    expect(unitBar(audience, { kind: "sao", provinceCode: "40", isNamed: true })).toBe("province")
  })

  it("is always the Department", () => {
    const audience = { openToKinds: [], openToProvinces: [], isNamedOnly: true } as const
    expect(unitBar(audience, { kind: "department", provinceCode: null, isNamed: false })).toBeUndefined()
  })
})

describe("the quarterly report", () => {
  it("opens on the first of the quarter's last month, is recorded by the 30th and certified by the 15th after", () => {
    const days = info.map(({ scope, opensOn, closesOn }) => `${scope} ${opensOn} ${closesOn}`)
    expect(days).toEqual([
      "record 2026-12-01 2026-12-30",
      "certify 2026-12-01 2027-01-15",
      "record 2027-03-01 2027-03-30",
      "certify 2027-03-01 2027-04-15",
      "record 2027-06-01 2027-06-30",
      "certify 2027-06-01 2027-07-15",
      "record 2027-09-01 2027-09-30",
      "certify 2027-09-01 2027-10-15",
    ])
  })

  it.each([
    ["2026-11-30", recorder, "out-of-period", "2026-12-01"],
    ["2026-12-01", recorder, "in-period", "2026-12-30"],
    ["2026-12-30", recorder, "in-period", "2026-12-30"],
    ["2026-12-31", recorder, "out-of-period", "2027-03-01"],
    ["2026-12-31", certifier, "in-period", "2027-01-15"],
    ["2027-01-16", certifier, "out-of-period", "2027-03-01"],
    ["2027-10-16", certifier, "out-of-period", undefined],
  ] as const)("on %s", (today, role, is, day) => {
    const answer = openingFor(info, role, today)
    expect(answer.is).toBe(is)
    if (answer.is === "in-period") expect(answer.period.closesOn).toBe(day)
    if (answer.is === "out-of-period") expect(answer.next?.opensOn).toBe(day)
  })

  it("never shuts out who only looks", () => {
    expect(openingFor(info, viewer, "2026-11-21")).toEqual({ is: "always" })
  })
})

describe("an opening", () => {
  const period = (scope: OpeningPeriod["scope"], opensOn: string, closesOn: string) =>
    ({ nameTh: "รอบ", nameEn: "Round", scope, opensOn, closesOn }) as const

  it("for all binds who only looks as well, and the longer of two that run is told", () => {
    const rounds = [period("all", "2026-11-01", "2026-11-25"), period("record", "2026-11-10", "2026-12-05")]
    expect(openingFor(rounds, viewer, "2026-11-26")).toEqual({ is: "out-of-period", next: undefined })
    expect(openingFor(rounds, recorder, "2026-11-20")).toEqual({ is: "in-period", period: rounds[1] })
  })
})

describe("the one answer about a system", () => {
  const row: SystemRow = { ...open, state: "open", periods: info }

  it("says first what the unit can't change, then the state, then the period", () => {
    const ask = (change: Partial<SystemRow>, today = "2026-11-21") =>
      systemAnswer({ ...row, ...change }, sao, recorder, today)
    expect(ask({ isNamedOnly: true, state: "closed" })).toEqual({ is: "not-for-unit", bar: "not-named" })
    expect(ask({ state: "closed" }, "2026-12-02")).toEqual({ is: "closed" })
    expect(ask({ state: "not-connected" })).toEqual({ is: "not-connected" })
    expect(ask({})).toEqual({ is: "out-of-period", next: info[0] })
    expect(ask({}, "2026-12-02")).toEqual({ is: "open", opening: { is: "in-period", period: info[0] } })
    expect(ask({ periods: [] })).toEqual({ is: "open", opening: { is: "always" } })
  })
})

it("keeps recording and certifying apart", () => {
  expect(isConflict(recorder, certifier)).toBe(true)
  expect(isConflict(certifier, recorder)).toBe(true)
  expect(isConflict(recorder, recorder)).toBe(false)
  expect(isConflict(viewer, certifier)).toBe(false)
})

it("shows an announcement through its last day", () => {
  const said = { announcementTh: "ปิดรับข้อมูลเร็วขึ้น", announcementUntil: "2026-11-21" }
  expect(isAnnounced(said, "2026-11-21")).toBe(true)
  expect(isAnnounced(said, "2026-11-22")).toBe(false)
  expect(isAnnounced({ ...said, announcementUntil: null }, "2030-01-01")).toBe(true)
  expect(isAnnounced({ announcementTh: "", announcementUntil: null }, "2026-11-21")).toBe(false)
})
