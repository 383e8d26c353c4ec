import "server-only"
import { parseDayBe } from "@/lib/orders/typed-day-be"
import { isConflict } from "@/lib/systems/rules"
import { dayOfText } from "./day-of-text"
import type { ImportFaultCode } from "./rules"

/** A role that can be given in the unit, by what it is called in either language. */
export type KnownRole = {
  readonly systemRoleId: string
  readonly systemCode: string
  readonly names: readonly string[]
  readonly records: boolean
  readonly certifies: boolean
  readonly allowsConflicts: boolean
}

/** A role that a cell names, with the last day that stands behind it in brackets. */
export type NamedRole = { readonly role: KnownRole; readonly until: string | null }

const fold = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s/g, "")

/** A role with its last day, written as an export writes it. */
const withDay = /^(.*?)\((?:ถึง|until)\s*(.+)\)\s*$/isu

/** The roles of one system that a cell names, set apart by commas; `today` is the date in Bangkok. */
export function rolesOfText(
  text: string,
  at: { readonly known: readonly KnownRole[]; readonly today: string },
): readonly NamedRole[] | ImportFaultCode {
  const named: NamedRole[] = []
  for (const part of text.normalize("NFC").split(/[,;\n]/)) {
    const [, name = part, typed = ""] = withDay.exec(part) ?? []
    if (fold(name) === "" && typed === "") continue
    const role = at.known.find(({ names }) => names.some((own) => fold(own) === fold(name)))
    if (!role) return "roleUnknown"
    const until = typed === "" ? null : dayOf(typed, at.today)
    if (until !== null && typeof until !== "string") return until.code
    if (!named.some((one) => one.role === role)) named.push({ role, until })
  }
  const roles = named.map(({ role }) => role)
  const clash = roles.some((a) => roles.some((b) => a !== b && !a.allowsConflicts && isConflict(a, b)))
  return clash ? "roleConflict" : named
}

function dayOf(typed: string, today: string): string | { readonly code: ImportFaultCode } {
  const read = parseDayBe(dayOfText(typed))
  if (read.is === "era") return { code: "roleYearNotBe" }
  if (read.is !== "day") return { code: "dateWrong" }
  return read.day < today ? { code: "rightsUntilPast" } : read.day
}
