import type { Person } from "./persons"
import type { Switches } from "./switches"

const day = 24 * 60 * 60 * 1000
const dateOf = (time: number) => new Date(time).toISOString().slice(0, 10)

const invented = {
  address: "99/1 หมู่ที่ 3 ตำบลสมมุติ อำเภอสาธิต จังหวัดชัยภูมิ 36000",
  houseAddress: "3699-000001-1",
  ial: "2.3",
} as const

// The card of everyone here was issued two years ago and is good for six more.
const issuedDaysAgo = 730
const validDays = 2190

const joined = (...parts: readonly string[]) => parts.filter((part) => part !== "").join(" ")

function genderOf(title: string): string | undefined {
  if (/^(?:นาย|เด็กชาย|ด\.ช\.)/.test(title) && !title.startsWith("นายหญิง")) return "male"
  return /^(?:นาง|เด็กหญิง|ด\.ญ\.)/.test(title) ? "female" : undefined
}

/** The values that some scopes give of a person, named as the service names them. Those that are unknown are absent. */
export function claimsOf(
  person: Person,
  scopes: readonly string[],
  switches: Switches,
  now: number,
): Record<string, unknown> {
  const padded = (name: string) => (switches.paddedNames && name ? `  ${name} ` : name)
  const { title, titleEn } = person
  const all: Record<string, unknown> = {
    pid: person.nationalId,
    name: padded(`${title}${joined(person.givenName, person.middleName, person.familyName)}`),
    name_en: padded(joined(titleEn, person.givenNameEn, person.middleNameEn, person.familyNameEn)),
    title,
    title_en: titleEn,
    given_name: padded(person.givenName),
    given_name_en: padded(person.givenNameEn),
    middle_name: padded(person.middleName),
    middle_name_en: padded(person.middleNameEn),
    family_name: padded(person.familyName),
    family_name_en: padded(person.familyNameEn),
    birthdate: person.birthdate,
    gender: genderOf(title),
    address: switches.address === "object" ? { formatted: invented.address } : invented.address,
    house_address: invented.houseAddress,
    smartcard_code: `ME1-1${person.nationalId.slice(6, 9)}-${person.nationalId.slice(5, 13)}`,
    ial: invented.ial,
    date_of_issuance: dateOf(now - issuedDaysAgo * day),
    date_of_expiry: dateOf(now + validDays * day),
  }
  const wanted = scopes.filter((scope) => all[scope] !== undefined && all[scope] !== "")
  return Object.fromEntries(wanted.map((scope) => [scope, all[scope]]))
}

/** A date some days from a time, as cards show it. */
export function dateIn(now: number, days: number): string {
  return dateOf(now + days * day)
}
