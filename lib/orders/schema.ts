import { z } from "zod"
import { longestAddress, typedAddress } from "@/lib/email/rules"
import { arabicDigits } from "@/lib/i18n/digits"
import { parseNationalId } from "@/lib/identity/rules"
import { parseOrderNumber } from "./order-number"
import { orderKinds, staffKinds } from "./rules"
import { parseDayBe } from "./typed-day-be"

// Messages are keys of `faults` in room `orders` of the dictionary.

const unitCode = z.string().regex(/^\d{2,8}$/, "unitWrong")
const number = z.string().regex(/^O-\d{4}-\d{4}$/, "numberWrong")
const version = z.coerce.number().int().min(1)

export const unitOrdersInput = z.object({ unitCode })

export const orderInput = z.object({ unitCode, number })

export const printedOrderInput = z.object({ number })

export const draftOrderInput = z.object({ unitCode, kind: z.enum(orderKinds, "kindMissing") })

/** An order as its page was when someone pressed the button. */
export const orderActInput = z.object({ unitCode, number, version })

/** One line of text, its spaces put in order; longer ones are refused by the sentence named. */
export const line = (longest: number, tooLong: string) =>
  z
    .string()
    .transform((typed) =>
      typed
        .normalize("NFC")
        .replace(/[\s\p{Cc}]+/gu, " ")
        .trim(),
    )
    .pipe(z.string().max(longest, tooLong))

/** A day of the Buddhist era in three fields, or null where they are empty. */
export const day = (wrong: string) =>
  z
    .object({ day: z.string().max(20), month: z.string().max(20), year: z.string().max(20) })
    .transform((typed, context) => {
      const read = parseDayBe(typed)
      if (read.is === "day") return read.day
      if (read.is === "empty") return null
      context.addIssue({ code: "custom", message: read.is === "era" ? "yearNotBe" : wrong })
      return z.NEVER
    })

/** What stands on the paper. Whatever is not known yet is left empty; what is missing is asked when it is handed in. */
export const paperInput = z
  .object({
    kind: z.enum(orderKinds, "kindMissing"),
    issuer: unitCode,
    orderNumber: z.string().max(200, "orderNumberWrong"),
    orderDate: day("orderDateWrong"),
    signerName: line(120, "signerNameTooLong"),
    signerPost: line(160, "signerPostTooLong"),
    validFrom: day("validFromWrong"),
    validUntil: day("validUntilWrong"),
    revokes: z.literal("").or(number),
  })
  .transform((typed, context) => {
    const yearOfDate = typed.orderDate ? Number(typed.orderDate.slice(0, 4)) + 543 : undefined
    const isEmpty = typed.orderNumber.trim() === ""
    const read = isEmpty ? { number: "" } : parseOrderNumber(typed.orderNumber, yearOfDate)
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message })
    if (!read) fault("orderNumber", "orderNumberWrong")
    const yearBe = read?.yearBe ?? yearOfDate ?? null
    if (yearOfDate !== undefined && yearBe !== yearOfDate) fault("orderNumber", "orderYearDiffers")
    const { validFrom, validUntil } = typed
    if (validFrom && validUntil && validUntil < validFrom) fault("validUntil", "untilBeforeFrom")
    return { ...typed, orderNumber: read?.number ?? "", orderYearBe: yearBe }
  })

export const saveOrderInput = orderActInput.and(paperInput)

const mobile = /^0[689]\d{8}/

/** What a form asks of somebody who is to work in a unit. */
export const personFields = {
  titleTh: line(40, "titleTooLong").pipe(z.string().min(1, "titleMissing")),
  givenNameTh: line(80, "nameTooLong").pipe(z.string().min(1, "givenMissing")),
  familyNameTh: line(80, "nameTooLong").pipe(z.string().min(1, "familyMissing")),
  post: line(160, "postTooLong").pipe(z.string().min(1, "postMissing")),
  staffKind: z.enum(staffKinds, "staffKindMissing"),
  staffReason: line(300, "staffReasonTooLong"),
  email: z
    .string()
    .max(1000, "addressWrong")
    .transform(typedAddress)
    .pipe(
      z.string().min(1, "addressMissing").max(longestAddress, "addressWrong").pipe(z.email("addressWrong")),
    ),
  officeTelephone: line(60, "telephoneWrong")
    .transform((typed) => arabicDigits(typed))
    .pipe(z.string().regex(/^(?:[\d\s()+-]{7,}.*)?$/, "telephoneWrong"))
    .refine((typed) => !mobile.test(typed.replace(/[\s()-]/g, "")), "telephoneMobile"),
}

/** A person to be named. `personId` is empty for a new one; an empty number then means: as it was. */
export const personInput = z
  .object({
    personId: z.literal("").or(z.uuid()),
    nationalId: z
      .string()
      .max(100, "nationalIdWrong")
      .transform((typed) => (typed.trim() === "" ? "" : (parseNationalId(typed) ?? "wrong")))
      .refine((bare) => bare !== "wrong", "nationalIdWrong"),
    ...personFields,
  })
  .refine(({ personId, nationalId }) => personId !== "" || nationalId !== "", {
    path: ["nationalId"],
    message: "nationalIdMissing",
  })

export const savePersonInput = orderActInput.and(personInput)

export const orderPersonInput = z.object({ unitCode, number, version, personId: z.uuid() })

export const orderDocumentInput = z.object({ unitCode, number, documentId: z.uuid() })

/** A file that is to come; its size is null where a plain form does not tell it beforehand. */
export const addOrderDocumentInput = z.object({
  unitCode,
  number,
  fileName: z.string().max(1000),
  sizeBytes: z.number().int().min(0).nullable(),
})

/** An order by its number, as the desk has it. */
export const readScanInput = z.object({ number })
