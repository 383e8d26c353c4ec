import type { importPlans, importStates } from "@/db/schema/imports"

/** How a batch stands. */
export type ImportState = (typeof importStates)[number]

/** What a row is to do. */
export type ImportPlan = (typeof importPlans)[number]

/** Columns of the sheet besides those of the systems, in their order; each is a field of the form of a new user. */
export const importFields = [
  "nationalId",
  "titleTh",
  "givenNameTh",
  "familyNameTh",
  "post",
  "staffKind",
  "staffReason",
  "email",
  "officeTelephone",
  "orderText",
  "validFrom",
  "validUntil",
  "rightsUntil",
] as const

/** One of them. */
export type ImportField = (typeof importFields)[number]

/** Without these columns nothing can be judged. */
export const neededFields: readonly ImportField[] = [
  "nationalId",
  "titleTh",
  "givenNameTh",
  "familyNameTh",
  "post",
  "staffKind",
  "email",
  "orderText",
]

/** What can be wrong in a cell besides what the form of a new user says; sentences in room `imports` of the dictionary. */
export const importFaults = [
  "formula",
  "merged",
  "cellError",
  "tooLong",
  "numberAsFloat",
  "dateWrong",
  "staffKindUnknown",
  "roleUnknown",
  "roleConflict",
  "rightsUntilPast",
  "roleYearNotBe",
  "duplicate",
  "headingMissing",
  "headingUnknown",
  "headingTwice",
] as const

/** One of them. */
export type ImportFaultCode = (typeof importFaults)[number]

/** Bytes of the largest workbook that is taken. */
export const largestWorkbook = 5 * 1024 * 1024

/** Rows that a page of an import can be cut down to. */
export const importFilters = ["create", "change", "same", "refuse", "failed"] as const

/** Limits of what is brought in; times in seconds. */
export const importLimits = {
  /** Rows are kept sealed so long, and can be undone so long. */
  lifetime: 30 * 24 * 60 * 60,
  /** Workbooks that one person may send in ten minutes. */
  uploads: 20,
  uploadsWindow: 10 * 60,
  rowsPerPage: 100,
} as const

/** How often a page of a batch that is being worked on asks anew, in seconds. */
export const importLookEvery = 3

/** In which states of a batch each can be done. */
const statesAllowing = {
  apply: ["judged"],
  undo: ["applied"],
} as const satisfies Record<string, readonly ImportState[]>

/** Whether that can be done with a batch that stands so. */
export function isImportAllowed(act: keyof typeof statesAllowing, state: ImportState): boolean {
  const states: readonly ImportState[] = statesAllowing[act]
  return states.includes(state)
}

/** Whether the batch is being worked on. */
export function isWorking(state: ImportState): boolean {
  return state === "applying" || state === "undoing"
}
