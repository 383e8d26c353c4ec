import { z } from "zod"
import { viewPageInput } from "@/lib/documents/schema"
import { longestAddress, typedAddress } from "@/lib/email/rules"
import { arabicDigits } from "@/lib/i18n/digits"
import { parseNationalId } from "@/lib/identity/rules"
import { staffKinds, typedNumber, typedSecret } from "./rules"

const token = z.string().max(100)
const version = z.coerce.number().int().min(0).max(1_000_000_000)
const own = { registration: token, version }
const locale = z.enum(["th", "en"])

/** Text as people type it: no invisible characters, one space between words. */
function plain(longest: number, tooLong: string) {
  return z
    .string()
    .max(2000, tooLong)
    .transform((typed) =>
      typed
        .replace(/[\p{Cc}\p{Cf}]/gu, " ")
        .replace(/[\s\p{Cc}]+/gu, " ")
        .trim(),
    )
    .pipe(z.string().max(longest, tooLong))
}

const name = (missing: string) =>
  plain(80, "nameTooLong").pipe(
    z
      .string()
      .min(1, missing)
      .regex(/^[\p{L}\p{M}][\p{L}\p{M} .'’\-–ฯ]*$/u, "nameWrong"),
  )

/** The first page: the privacy notice as it was read. Messages are keys of the `registration` dictionary. */
export const startRegistrationInput = z.object({
  privacyVersion: z.coerce.number().int(),
  isRead: z.boolean().refine((read) => read, "privacyUnread"),
  locale,
  address: z.string().nullable(),
  /** Token of the ThaiID cookie: a person whom ThaiID has just proved at the door need not prove it again. */
  browser: token.optional(),
})

export const startByThaidInput = z.object({
  registration: token,
  address: z.string().nullable(),
  browser: token.optional(),
})

/** The second half of a registration by ThaiID, handed on by what takes a browser that comes back. */
export const proveRegistrationInput = z.object({
  registration: token,
  attemptId: z.uuid(),
  code: z.string().min(1).max(2000),
})

export const provedAtDoorInput = z.object({ browser: token })

/** The second page. What may not be changed now is left out of the form, and ignored where it comes all the same. */
export const savePersonInput = z.object({
  ...own,
  nationalId: z
    .string()
    .max(200, "nationalIdWrong")
    .refine((typed) => typed.trim() !== "", "nationalIdMissing")
    .refine((typed) => typed.trim() === "" || parseNationalId(typed) !== undefined, "nationalIdWrong")
    .transform((typed) => parseNationalId(typed) ?? "")
    .optional(),
  titleTh: plain(40, "nameTooLong").pipe(z.string().min(1, "titleMissing")).optional(),
  givenNameTh: name("givenNameMissing").optional(),
  familyNameTh: name("familyNameMissing").optional(),
})

const unitCode = z
  .string()
  .max(20)
  .transform((typed) => arabicDigits(typed).trim())
  .pipe(z.string().regex(/^(?:\d{2}|\d{4}|\d{8})$/, "unitMissing"))

/** The third page. */
export const saveUnitInput = z.object({
  ...own,
  unit: unitCode.optional(),
  post: plain(120, "postTooLong").pipe(z.string().min(1, "postMissing")).optional(),
  staffKind: z.enum(staffKinds, "staffKindMissing").optional(),
  staffReason: plain(500, "staffReasonTooLong").optional(),
  telephone: plain(40, "telephoneWrong")
    .transform(arabicDigits)
    .pipe(
      z
        .string()
        .regex(/^(?:[+0-9][0-9 ()./-]{7,30}(?:(?:ต่อ|ext\.?|#)\s*[0-9 ,-]{1,12})?)?$/u, "telephoneWrong"),
    )
    .optional(),
})

/** The fourth page: the address to which a code goes. */
export const setEmailInput = z.object({
  ...own,
  email: z
    .string()
    .max(1000, "addressWrong")
    .transform(typedAddress)
    .pipe(
      z.string().min(1, "addressMissing").max(longestAddress, "addressWrong").pipe(z.email("addressWrong")),
    ),
  locale,
})

export const confirmEmailInput = z.object({ registration: token, code: z.string().max(200) })

export const registrationInput = z.object({ registration: token })

export const submitRegistrationInput = z.object({
  ...own,
  isTrue: z.boolean().refine((yes) => yes, "truthMissing"),
})

export const renewSecretInput = z.object({ registration: token })

/** Number and secret, from whatever device. */
export const lookUpInput = z.object({
  number: z
    .string()
    .max(200, "numberWrong")
    .refine((typed) => typedNumber(typed) !== undefined, "numberWrong")
    .transform((typed) => typedNumber(typed) ?? ""),
  secret: z
    .string()
    .max(200, "secretWrong")
    .refine((typed) => typedSecret(typed) !== undefined, "secretWrong")
    .transform((typed) => typedSecret(typed) ?? ""),
  address: z.string().nullable(),
})

export const statusInput = z.object({ ticket: z.string().max(200) })

export const askCodeInput = z.object({
  ticket: z.string().max(200),
  purpose: z.enum(["correct", "withdraw"]),
  locale,
})

export const useCodeInput = z.object({ ticket: z.string().max(200), code: z.string().max(200) })

/** What the portal does by itself with a request whose time is over. */
export const expireInput = z.object({ id: z.uuid() })

/** A file that is to come; its size is unknown where a plain form brings it. */
export const viewOwnPageInput = viewPageInput.extend({ registration: z.string().max(100) })

export const addDocumentInput = z.object({
  registration: token,
  fileName: z.string().max(1000),
  sizeBytes: z.number().int().min(0).nullable(),
})

export const dropDocumentInput = z.object({ registration: token, documentId: z.uuid() })
