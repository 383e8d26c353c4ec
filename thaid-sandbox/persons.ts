import { readFileSync } from "node:fs"
import { z } from "zod"
import { checkDigit, isNationalId } from "./national-id"

/** An invented person. Absent fields are made up when a scope asks for them. */
export const person = z.object({
  nationalId: z.string().refine(isNationalId),
  title: z.string().max(40).default(""),
  givenName: z.string().min(1).max(100),
  middleName: z.string().max(100).default(""),
  familyName: z.string().max(100).default(""),
  titleEn: z.string().max(40).default(""),
  givenNameEn: z.string().max(100).default(""),
  middleNameEn: z.string().max(100).default(""),
  familyNameEn: z.string().max(100).default(""),
  // Older people may be known by their year of birth alone.
  birthdate: z
    .string()
    .regex(/^\d{4}(-\d{2}-\d{2})?$/)
    .default("1980-01-01"),
  note: z.string().max(200).default(""),
})

export type Person = z.infer<typeof person>

/** Reads the persons whom the starter wrote down. Throws on a malformed file: a wrong cast would confuse every test. */
export function readPersons(file: string | undefined): Person[] {
  return file
    ? z
        .array(person)
        .max(500)
        .parse(JSON.parse(readFileSync(file, "utf8")))
    : []
}

const strangers = [
  ["899999900001", "นาย", "แปลกหน้า", "ไม่รู้จัก", "Mr.", "Plaekna", "Mairujak", "1988-05-14"],
  ["899999900002", "นางสาว", "มาเยือน", "ครั้งแรก", "Miss", "Mayuean", "Khrangraek", "1996-11-30"],
  ["899999900003", "นาง", "สูงวัย", "จำแต่ปีเกิด", "Mrs.", "Sungwai", "Chamtaepikoet", "1944"],
] as const

/** Invented persons of the sandbox's own: no portal has an account for them. */
export const ownPersons: readonly Person[] = strangers.map(
  ([twelve, title, givenName, familyName, titleEn, givenNameEn, familyNameEn, birthdate]) =>
    person.parse({
      nationalId: `${twelve}${checkDigit(twelve)}`,
      ...{ title, givenName, familyName, titleEn, givenNameEn, familyNameEn, birthdate },
    }),
)
