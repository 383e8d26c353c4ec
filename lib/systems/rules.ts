import type { HeldRole } from "@/db/queries/systems"
import type { periodScopes } from "@/db/schema/systems"
import type { unitKinds } from "@/db/schema/units"
import { arabicDigits } from "@/lib/i18n/digits"

/** Kind of a unit. */
export type UnitKind = (typeof unitKinds)[number]

/** Whose work an opening period lets in. */
export type PeriodScope = (typeof periodScopes)[number]

/** When a system is open for a kind of work: first and last day in Bangkok, both included. */
export type OpeningPeriod = {
  readonly nameTh: string
  readonly nameEn: string
  readonly scope: PeriodScope
  readonly opensOn: string
  readonly closesOn: string
}

/** Which units may use a system; `null` for all. */
export type Audience = {
  readonly openToKinds: readonly UnitKind[] | null
  readonly openToProvinces: readonly string[] | null
  readonly isNamedOnly: boolean
}

/** What the rule knows of a unit; `isNamed` where it stands on the system's list. */
export type AskingUnit = {
  readonly kind: UnitKind
  readonly provinceCode: string | null
  readonly isNamed: boolean
}

/** Why a unit may not use a system. */
export type UnitBar = "kind" | "province" | "not-named"

/**
 * Why this unit may not use the system at all; nothing where it may. The Department itself stands above every list: it
 * runs the systems and sees all (mission, "The connected systems").
 */
export function unitBar(audience: Audience, unit: AskingUnit): UnitBar | undefined {
  if (unit.kind === "department") return undefined
  const { openToKinds, openToProvinces, isNamedOnly } = audience
  if (openToKinds && !openToKinds.includes(unit.kind)) return "kind"
  if (openToProvinces && !(unit.provinceCode && openToProvinces.includes(unit.provinceCode)))
    return "province"
  return isNamedOnly && !unit.isNamed ? "not-named" : undefined
}

/** What the rule knows of a role. */
export type WorkingRole = { readonly records: boolean; readonly certifies: boolean }

/** Whether a system is open today for a role: always, in the period that runs, or not, with the period that comes next. */
export type Opening =
  | { readonly is: "always" }
  | { readonly is: "in-period"; readonly period: OpeningPeriod }
  | { readonly is: "out-of-period"; readonly next: OpeningPeriod | undefined }

/**
 * The opening for a role on a day. A role that records heeds the periods for recording, one that certifies those for
 * certifying, each those for all. Where none of them is of its kind it is never shut out.
 *
 * @param today the day in Bangkok, `2026-11-21`
 */
export function openingFor(periods: readonly OpeningPeriod[], role: WorkingRole, today: string): Opening {
  const own = periods.filter(
    ({ scope }) =>
      scope === "all" || (scope === "record" && role.records) || (scope === "certify" && role.certifies),
  )
  if (own.length === 0) return { is: "always" }
  const running = own
    .filter(({ opensOn, closesOn }) => opensOn <= today && today <= closesOn)
    .toSorted((a, b) => b.closesOn.localeCompare(a.closesOn))[0]
  if (running) return { is: "in-period", period: running }
  const next = own
    .filter(({ opensOn }) => opensOn > today)
    .toSorted((a, b) => a.opensOn.localeCompare(b.opensOn))[0]
  return { is: "out-of-period", next }
}

/** Everything about a system that decides whether it can be used. */
export type SystemRow = Audience & {
  readonly state: "not-connected" | "open" | "closed"
  readonly periods: readonly OpeningPeriod[]
}

/** Whether someone can work in a system today, and why or why not. */
export type SystemAnswer =
  | { readonly is: "open"; readonly opening: Exclude<Opening, { is: "out-of-period" }> }
  | { readonly is: "not-for-unit"; readonly bar: UnitBar }
  | { readonly is: "not-connected" | "closed" }
  | { readonly is: "out-of-period"; readonly next: OpeningPeriod | undefined }

/**
 * The one rule of the grid, the launcher, `/why` and the door of OpenID Connect: may a role be used today in the name of
 * this unit? What the unit can't change comes first.
 */
export function systemAnswer(
  system: SystemRow,
  unit: AskingUnit,
  role: WorkingRole,
  today: string,
): SystemAnswer {
  const bar = unitBar(system, unit)
  if (bar) return { is: "not-for-unit", bar }
  if (system.state !== "open") return { is: system.state }
  const opening = openingFor(system.periods, role, today)
  if (opening.is === "out-of-period") return { is: "out-of-period", next: opening.next }
  return { is: "open", opening }
}

/** Which roles two-person work keeps apart: nobody both records and certifies in one system. */
export function isConflict(a: WorkingRole, b: WorkingRole): boolean {
  return (a.records && b.certifies) || (a.certifies && b.records)
}

/** Whether an announcement is still shown: through its last day, or until it is taken down where none is set. */
export function isAnnounced(
  { announcementTh, announcementUntil }: { announcementTh: string; announcementUntil: string | null },
  today: string,
): boolean {
  return announcementTh !== "" && (announcementUntil === null || announcementUntil >= today)
}

/** The last month of each quarter and the month after; the first quarter ends in the calendar year before. */
const quarters = [
  { quarter: 1, month: "12", after: "01", yearsBefore: 1 },
  { quarter: 2, month: "03", after: "04", yearsBefore: 0 },
  { quarter: 3, month: "06", after: "07", yearsBefore: 0 },
  { quarter: 4, month: "09", after: "10", yearsBefore: 0 },
] as const

/**
 * The periods of the One Stop Service report in a fiscal year (October to September): it opens on the first day of the
 * quarter's last month, the unit records by the 30th, the province checks and certifies by the 15th of the month after.
 *
 * @param fiscalYearBe the fiscal year of the Buddhist era, e.g. 2570
 */
export function quarterPeriods(fiscalYearBe: number): OpeningPeriod[] {
  const year = fiscalYearBe - 543
  return quarters.flatMap(({ quarter, month, after, yearsBefore }) => {
    const lastMonth = `${year - yearsBefore}-${month}`
    const opensOn = `${lastMonth}-01`
    const name = (th: string, en: string) => ({
      nameTh: `${th} ไตรมาสที่ ${quarter} ปีงบประมาณ ${fiscalYearBe}`,
      nameEn: `${en}, quarter ${quarter} of fiscal year ${year}`,
    })
    return [
      { ...name("บันทึกรายงาน", "Recording"), scope: "record", opensOn, closesOn: `${lastMonth}-30` },
      {
        ...name("ตรวจและรับรองรายงาน", "Certifying"),
        scope: "certify",
        opensOn,
        closesOn: `${year}-${after}-15`,
      },
    ] as const
  })
}

const folded = (text: string) => arabicDigits(text).normalize("NFKC").toLowerCase().replace(/\s+/g, "")

/** Whether a system answers to the words looked for, in either language, by name, purpose or code. */
export function matchesSearch(role: HeldRole, words: string): boolean {
  const wanted = folded(words)
  return [role.nameTh, role.nameEn, role.purposeTh, role.purposeEn, role.systemCode].some((text) =>
    folded(text).includes(wanted),
  )
}
