import { z } from "zod"
import { isNationalId } from "@/lib/identity/rules"
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
