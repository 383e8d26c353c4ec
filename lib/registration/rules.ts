import type { staffKinds as StaffKinds } from "@/db/schema/access"
import type { registrationStates } from "@/db/schema/registration"
import { returnableFields } from "@/lib/cases/rules"
import { arabicDigits } from "@/lib/i18n/digits"

/** A state of a request. */
export type RegistrationState = (typeof registrationStates)[number]

/** In which states each act is possible. */
export const statesAllowing = {
  edit: ["draft", "returned"],
  decide: ["submitted"],
  withdraw: ["draft", "submitted", "returned"],
  renewSecret: ["draft", "submitted", "returned"],
} as const satisfies Record<string, readonly RegistrationState[]>

/** Whether an act is possible in a state. */
export function isAllowed(act: keyof typeof statesAllowing, state: RegistrationState): boolean {
  const allowed: readonly RegistrationState[] = statesAllowing[act]
  return allowed.includes(state)
}

/** The pages of step 1, in their order; the first is the privacy notice and the way to begin. */
export const registrationPages = ["start", "person", "unit", "email", "documents", "check"] as const

/** One of them. */
export type RegistrationPage = (typeof registrationPages)[number]

/** A field that a reviewer can hand back. */
export type ReturnableField = (typeof returnableFields)["registration"][number]

/** The page on which each of them is put right. */
export const pageOf = {
  name: "person",
  nationalId: "person",
  unit: "unit",
  post: "unit",
  staffKind: "unit",
  staffReason: "unit",
  telephone: "unit",
  email: "email",
  documents: "documents",
} as const satisfies Record<ReturnableField, RegistrationPage>

/** What a request says about the person and the place, as far as it has been filled in. */
export type Filled = {
  readonly state: RegistrationState
  readonly provedAt: Date | null
  readonly returnedFields: readonly string[] | null
}

/** A named field of what came back; a page of a document (`page:<document>:<n>`) stands for the documents. */
export function returnedField(name: string): ReturnableField | undefined {
  if (name.startsWith("page:")) return "documents"
  return returnableFields.registration.find((field) => field === name)
}

/**
 * The fields that may be changed now: all of a draft, what the reviewer named of a returned request and what hangs
 * together with it; never what ThaiID vouches for.
 */
export function editableFields({ state, provedAt, returnedFields }: Filled): ReadonlySet<ReturnableField> {
  if (!isAllowed("edit", state)) return new Set()
  const named = (returnedFields ?? []).flatMap((name) => returnedField(name) ?? [])
  const open = new Set<ReturnableField>(state === "draft" ? returnableFields.registration : named)
  // The kind of staff decides whether a reason is asked for, and the unit which kinds are asked for one.
  if (open.has("unit")) open.add("staffKind")
  if (open.has("staffKind")) open.add("staffReason")
  // What ThaiID vouches for is its own, and nobody types over it.
  if (provedAt) for (const field of ["name", "nationalId"] as const) open.delete(field)
  return open
}

/** Kinds of staff, as they are offered. */
export const staffKinds = [
  "local-government",
  "employee",
  "department",
  "other",
] as const satisfies typeof StaffKinds

type Kinds = { readonly unitKind: string; readonly staffKind: string }

const officesOfTheDepartment = ["department", "provincial_office", "district_office"]

/** Whether somebody of that kind of staff has to say why he asks: whoever is no permanent official of such a unit. */
export function needsReason({ unitKind, staffKind }: Kinds): boolean {
  return staffKind !== (officesOfTheDepartment.includes(unitKind) ? "department" : "local-government")
}

/** Limits of registration. Times in seconds. */
export const registrationLimits = {
  draftLifetime: 30 * 24 * 60 * 60,
  returnedWait: 30 * 24 * 60 * 60,
  codeLifetime: 10 * 60,
  guesses: 5,
  codesPerHour: 5,
  wrongSecrets: 10,
  hour: 60 * 60,
  /** How long a right number and secret open the status. */
  ticketLifetime: 30 * 60,
  /** In which one network address may begin no more requests than failures are taken from it. */
  startsWindow: 10 * 60,
} as const

// No letter or digit that looks like another one, on paper or by hand: 0 O D Q, 1 I L, 2 Z, 5 S, 8 B, U V.
const secretLetters = "ACEFGHJKMNPRTWXY34679"

/** Letters of a secret. */
export const secretLength = 12

/** A secret out of bytes by chance: twelve letters, 52 bits. Bytes that would make some letters likelier are passed over. */
export function secretOf(bytes: Iterable<number>): string {
  const fair = 256 - (256 % secretLetters.length)
  const letters = [...bytes]
    .filter((byte) => byte < fair)
    .map((byte) => secretLetters[byte % secretLetters.length])
  if (letters.length < secretLength) throw new Error("too few bytes for a secret")
  return letters.slice(0, secretLength).join("")
}

/** `ABCD-EFGH-JKMN`, as it stands on the slip. */
export function shownSecret(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join("-")
}

/** A typed secret as it was given out, or nothing where it can't be one. */
export function typedSecret(typed: string): string | undefined {
  const bare = arabicDigits(typed)
    .normalize("NFKC")
    .replace(/[\s\p{Cf}\p{Pd}]/gu, "")
    .toUpperCase()
  const isOne = bare.length === secretLength && [...bare].every((letter) => secretLetters.includes(letter))
  return isOne ? bare : undefined
}

/** A typed request number as it is kept, `R-4827-1935`, or nothing where it can't be one. */
export function typedNumber(typed: string): string | undefined {
  const bare = arabicDigits(typed)
    .normalize("NFKC")
    .replace(/[\s\p{Cf}\p{Pd}]/gu, "")
    .toUpperCase()
  const eight = /^R?(\d{4})(\d{4})$/.exec(bare)
  return eight ? `R-${eight[1]}-${eight[2]}` : undefined
}

/** The version of the privacy notice; a new one is read anew before a request begins. */
export const privacyVersion = 1

/** Whether ThaiID can vouch for a field. */
export function isProvedName(field: ReturnableField): boolean {
  return field === "name" || field === "nationalId"
}
