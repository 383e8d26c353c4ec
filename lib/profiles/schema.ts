import { z } from "zod"
import { arabicDigits } from "@/lib/i18n/digits"
import { line } from "@/lib/orders/schema"
import { profileLimits, thailand } from "./rules"

// Messages are keys of `faults` in room `profiles` of the dictionary.

const unitCode = z.string().regex(/^\d{2,8}$/, "unitWrong")

/** Thirteen digits stand for a person, and have no place in what everybody may read. */
const publicLine = (longest: number, tooLong: string) =>
  line(longest, tooLong).refine((text) => !/\d(?:[\s-]?\d){12}/.test(arabicDigits(text)), "longNumber")

const degrees = (from: number, to: number, wrong: string) =>
  line(40, wrong)
    .transform((typed) => arabicDigits(typed).replace(",", "."))
    .pipe(z.literal("").or(z.string().regex(/^\d{1,3}(?:\.\d{1,12})?$/, wrong)))
    .transform((text) => (text === "" ? null : Number(text)))
    .refine((value) => value === null || (value >= from && value <= to), wrong)

const executive = z
  .object({
    post: publicLine(profileLimits.post, "executiveTooLong"),
    name: publicLine(profileLimits.name, "executiveTooLong"),
  })
  .refine(({ post, name }) => (post === "") === (name === ""), "executiveHalf")

/** A unit's data as its form sends them. Rows of executives that are left empty count for nothing. */
export const changeProfileInput = z
  .object({
    unitCode,
    version: z
      .string()
      .regex(/^\d{1,6}$/)
      .transform(Number),
    address: publicLine(profileLimits.address, "addressTooLong"),
    telephone: line(profileLimits.telephone, "telephoneWrong")
      .transform(arabicDigits)
      .refine((text) => text === "" || /\d(?:.*\d){2}/.test(text), "telephoneWrong")
      .refine((text) => !/[<>{}]/.test(text), "telephoneWrong"),
    email: line(profileLimits.email, "emailWrong")
      .transform((text) => text.toLowerCase())
      .pipe(z.literal("").or(z.email("emailWrong"))),
    openingHours: publicLine(profileLimits.openingHours, "openingHoursTooLong"),
    latitude: degrees(thailand.south, thailand.north, "latitudeWrong"),
    longitude: degrees(thailand.west, thailand.east, "longitudeWrong"),
    executives: z.array(executive).max(profileLimits.executives, "executivesTooMany"),
  })
  .superRefine(({ latitude, longitude }, context) => {
    if ((latitude === null) === (longitude === null)) return
    const path = [latitude === null ? "latitude" : "longitude"]
    context.addIssue({ code: "custom", path, message: "placeHalf" })
  })
  .transform(({ executives, ...rest }) => ({
    ...rest,
    executives: executives.filter(({ post }) => post !== ""),
  }))

/** The version that was looked over. */
export const confirmProfileInput = z.object({
  unitCode,
  version: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
})

/** A unit, from the address. */
export const profileInput = z.object({ unitCode })
