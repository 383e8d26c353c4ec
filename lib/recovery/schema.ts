import { z } from "zod"
import { longestAddress, typedAddress } from "@/lib/email/rules"
import { isNationalId, parseNationalId } from "@/lib/identity/rules"
import { newPassword } from "@/lib/passwords/schema"
import { typedNationalId } from "@/lib/signin/rules"

const token = z.string().max(100)

/** Who has forgotten his password. Messages are keys of the `recovery` dictionary. */
export const startRecoveryInput = z.object({
  username: z
    .string()
    .max(200, "usernameTooLong")
    .refine((typed) => typed.trim() !== "", "usernameMissing")
    .refine((typed) => {
      const id = typedNationalId(typed)
      return id === undefined || isNationalId(id)
    }, "nationalIdWrong"),
  address: z.string().nullable(),
})

/** The mailed code; `recovery` is the token of the browser's recovery cookie. */
export const proveRecoveryInput = z.object({ recovery: token, code: z.string().max(200) })

export const recoveryInput = z.object({ recovery: token })

/** The new password, twice because it is not seen. */
export const resetPasswordInput = z
  .object({ recovery: token, newPassword, again: z.string().max(1000, "differs") })
  .refine((typed) => typed.newPassword === typed.again, { path: ["again"], message: "differs" })

/** `alarm` is the token of a mail's link “this wasn't me”. */
export const alarmInput = z.object({ alarm: token })

/** The start of a way back by ThaiID; `browser` is the token of the ThaiID cookie, if there is one already. */
export const startByThaidInput = z.object({ address: z.string().nullable(), browser: token.optional() })

/** The second half of it, handed on by what takes a browser that comes back. */
export const proveByThaidInput = z.object({ attemptId: z.uuid(), code: z.string().min(1).max(2000) })

/** Who has forgotten his user name: the number and the address must belong to one account. */
export const remindUsernameInput = z.object({
  nationalId: z
    .string()
    .max(200, "nationalIdWrong")
    .transform((typed) => parseNationalId(typed) ?? "")
    .refine((bare) => bare !== "", "nationalIdWrong"),
  email: z
    .string()
    .max(1000, "addressWrong")
    .transform(typedAddress)
    .pipe(
      z.string().min(1, "addressMissing").max(longestAddress, "addressWrong").pipe(z.email("addressWrong")),
    ),
  address: z.string().nullable(),
})

const unitCode = z.string().regex(/^\d{2,8}$/, "unitWrong")

export const unitRecoveriesInput = z.object({ unitCode })

/** A way back for somebody of a unit; `newEmail` is empty where the owner's address stays. */
export const askAssistedInput = z.object({
  unitCode,
  who: z
    .string()
    .max(200, "usernameTooLong")
    .refine((typed) => typed.trim() !== "", "whoMissing"),
  reason: z.enum(["forgotten", "lost-email", "lost-factor", "locked", "other"], "reasonMissing"),
  note: z.string().trim().min(1, "noteMissing").max(500, "noteTooLong"),
  newEmail: z
    .string()
    .max(1000, "addressWrong")
    .transform(typedAddress)
    .pipe(z.literal("").or(z.email("addressWrong").max(longestAddress, "addressWrong"))),
})

export const decideAssistedInput = z.object({ unitCode, id: z.uuid() })

/** `cancel` is the token of the link with which an owner cancels. */
export const cancelAssistedInput = z.object({ cancel: token })

/** `link` is the token of the link that people in charge had mailed. */
export const openLinkInput = z.object({ link: token })
