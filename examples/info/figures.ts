import { arabic } from "./digits"

/** Kinds of service that a One Stop Service centre counts; the last one is named by the unit. */
export const services = [
  "building",
  "tax",
  "commerce",
  "health",
  "allowance",
  "complaint",
  "certificate",
  "other",
] as const

/** Levels of the satisfaction survey, the most satisfied first, with their points. */
export const levels = [5, 4, 3, 2, 1] as const

/** Cells of the form that hold a whole number. */
export const countFields: readonly string[] = [
  ...services.flatMap((name) => [1, 2, 3].map((at) => `${name}-${at}`)),
  "total",
  "on-time",
  "respondents",
  ...levels.map((level) => `level-${level}`),
]

/** Fields that hold a line of text, and how long it may be. */
export const textFields = { "other-name": 120, remark: 500 } as const

/** What stands in the fields, as typed. */
export type Typed = Readonly<Record<string, string>>

/** The figures of a report; a cell that is still empty is null. */
export type Figures = {
  readonly counts: Readonly<Record<string, number | null>>
  readonly otherName: string
  readonly remark: string
}

/** What is wrong with a field; `value` is the figure that would be right or the limit, where there is one. */
export type Fault = { readonly field: string; readonly why: FaultKind; readonly value?: number }

/** Why a figure is refused. */
export type FaultKind =
  | "missing"
  | "not-a-count"
  | "too-long"
  | "name-other"
  | "not-the-sum"
  | "more-than-total"
  | "respondents-over-total"
  | "levels-not-respondents"
  | "explain-none"

const most = 999_999
const controls = /[\p{Cc}\p{Cf}]/gu

/** Reads a whole number, not negative; Thai digits and separators of thousands are understood. */
export function readCount(text: string): number | null | undefined {
  const plain = arabic(text).trim()
  if (plain === "") return null
  if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)$/.test(plain)) return undefined
  const value = Number(plain.replaceAll(",", ""))
  return value <= most ? value : undefined
}

const line = (text: string | undefined) => (text ?? "").replace(controls, " ").replace(/ +/g, " ").trim()

/** Reads the form; what can't be a figure at all is a fault even in a draft. */
export function readFigures(typed: Typed): { readonly figures: Figures; readonly faults: Fault[] } {
  const faults: Fault[] = []
  const counts: Record<string, number | null> = {}
  for (const field of countFields) {
    const value = readCount(typed[field] ?? "")
    if (value === undefined) faults.push({ field, why: "not-a-count", value: most })
    counts[field] = value ?? null
  }
  for (const [field, limit] of Object.entries(textFields))
    if ([...line(typed[field])].length > limit) faults.push({ field, why: "too-long", value: limit })
  return { figures: { counts, otherName: line(typed["other-name"]), remark: line(typed.remark) }, faults }
}

/** How the figures stand in the fields of the form. */
export function typedOf({ counts, otherName, remark }: Figures): Typed {
  const cells = countFields.map((field) => [field, counts[field]?.toString() ?? ""])
  return { ...Object.fromEntries(cells), "other-name": otherName, remark }
}

const at = (figures: Figures, field: string) => figures.counts[field] ?? 0

/** Requests of one month, all kinds together. */
export function sumOfMonth(figures: Figures, month: 1 | 2 | 3): number {
  return services.reduce((sum, name) => sum + at(figures, `${name}-${month}`), 0)
}

/** Requests of one kind in the quarter. */
export function sumOfService(figures: Figures, name: (typeof services)[number]): number {
  return [1, 2, 3].reduce((sum, month) => sum + at(figures, `${name}-${month}`), 0)
}

/** Requests of the quarter. */
export function sumOfQuarter(figures: Figures): number {
  return services.reduce((sum, name) => sum + sumOfService(figures, name), 0)
}

/** How satisfied the respondents were, in percent with one decimal; null where nobody answered. */
export function satisfaction(figures: Figures): number | null {
  const answers = levels.reduce((sum, level) => sum + at(figures, `level-${level}`), 0)
  if (answers === 0) return null
  const points = levels.reduce((sum, level) => sum + level * at(figures, `level-${level}`), 0)
  return Math.round((points / (answers * 5)) * 1000) / 10
}

/** Everything that keeps figures from being sent, in the order of the form. */
export function faultsOf(figures: Figures): Fault[] {
  const missing = countFields.filter((field) => figures.counts[field] === null)
  if (missing.length > 0) return missing.map((field) => ({ field, why: "missing" }))
  const total = sumOfQuarter(figures)
  const respondents = at(figures, "respondents")
  const answers = levels.reduce((sum, level) => sum + at(figures, `level-${level}`), 0)
  const faults: (Fault | false)[] = [
    sumOfService(figures, "other") > 0 &&
      figures.otherName === "" && { field: "other-name", why: "name-other" },
    at(figures, "total") !== total && { field: "total", why: "not-the-sum", value: total },
    at(figures, "on-time") > total && { field: "on-time", why: "more-than-total", value: total },
    respondents > total && { field: "respondents", why: "respondents-over-total", value: total },
    answers !== respondents && { field: "level-5", why: "levels-not-respondents", value: answers },
    total === 0 && figures.remark === "" && { field: "remark", why: "explain-none" },
  ]
  return faults.filter((fault) => fault !== false)
}
