import { type Phase, phaseOn, type Quarter } from "./quarters"

/** Who is signed in, as the portal's claims say. */
export type Person = {
  readonly sub: string
  readonly name: string
  readonly post: string
  readonly unit: { readonly code: string; readonly kind: string; readonly name: string }
  readonly roles: readonly string[]
}

/** A local organisation that reports. */
export type Unit = {
  readonly code: string
  readonly name: string
  readonly provinceCode: string
  readonly districtCode: string
}

/** States of a report; before its first draft it has none. */
export const states = ["draft", "submitted", "returned", "certified"] as const

/** State of a report. */
export type State = (typeof states)[number]

/** What can be done to a report. */
export type Act = "save" | "submit" | "return" | "certify" | "take-back"

/** Why an act is refused. */
export type Bar =
  | "not-yours"
  | "no-role"
  | "not-open"
  | "recording-over"
  | "closed"
  | "too-late-to-mend"
  | "wrong-state"
  | "own-work"

/** What the rule has to know of a report. */
export type Standing = { readonly state: State | null; readonly submittedBy: string | null }

const statesFor: Readonly<Record<Act, readonly (State | null)[]>> = {
  save: [null, "draft", "returned"],
  submit: ["draft", "returned"],
  return: ["submitted"],
  certify: ["submitted"],
  "take-back": ["certified"],
}

const records = (act: Act) => act === "save" || act === "submit"

/** Whether somebody may see a unit's report: his own unit's, or that of a unit below his office. */
export function maySee(person: Person, unit: Unit): boolean {
  const { code, kind } = person.unit
  if (kind === "department") return true
  if (kind === "provincial_office") return unit.provinceCode === code
  return kind === "district_office" ? unit.districtCode === code : unit.code === code
}

/** The state in which an act leaves the report. */
export const stateAfter: Readonly<Record<Exclude<Act, "save">, State>> = {
  submit: "submitted",
  return: "returned",
  certify: "certified",
  "take-back": "submitted",
}

function barOfPlace(act: Act, person: Person, unit: Unit): Bar | undefined {
  if (!maySee(person, unit)) return "not-yours"
  if (records(act)) {
    if (!person.roles.includes("recorder")) return "no-role"
    return person.unit.code === unit.code ? undefined : "not-yours"
  }
  const certifies = person.roles.includes("certifier") && person.unit.kind === "provincial_office"
  return certifies ? undefined : "no-role"
}

function barOfTime(act: Act, phase: Phase): Bar | undefined {
  if (phase === "not-open" || phase === "closed") return phase
  if (phase === "recording") return undefined
  if (records(act)) return "recording-over"
  // what is sent back now could not be mended any more
  return act === "return" ? "too-late-to-mend" : undefined
}

/**
 * Why somebody may not do this to a unit's report of a quarter on a day; nothing where he may. A unit's recorder fills
 * and sends, the certifier of its province returns, certifies and takes back; nobody certifies what he sent himself.
 */
export function barTo(
  act: Act,
  person: Person,
  report: Standing & { readonly unit: Unit; readonly quarter: Quarter },
  today: string,
): Bar | undefined {
  const bar = barOfPlace(act, person, report.unit) ?? barOfTime(act, phaseOn(report.quarter, today))
  if (bar) return bar
  if (!statesFor[act].includes(report.state)) return "wrong-state"
  return act === "certify" && report.submittedBy === person.sub ? "own-work" : undefined
}
