import { z } from "zod"
import { codePoints, passwordLength } from "./rules"

/**
 * A password about to be set, in every form that sets one: anything may stand in it, Thai and spaces too, counted as
 * typed. Messages are keys of the `passwords` dictionary.
 */
export const newPassword = z
  .string()
  .min(1, "newMissing")
  .refine((typed) => typed === "" || codePoints(typed) >= passwordLength.least, "tooShort")
  .refine((typed) => codePoints(typed) <= passwordLength.most, "tooLong")

/** Change of one's own password: the one at present, and the new one twice because it is not seen. */
export const changePasswordInput = z
  .object({
    currentPassword: z
      .string()
      .min(1, "currentMissing")
      .refine((typed) => codePoints(typed) <= passwordLength.most, "currentWrong"),
    newPassword,
    again: z.string().max(1000, "differs"),
    endOthers: z.boolean(),
    browser: z.object({ address: z.string().nullable(), device: z.string().max(100).optional() }),
  })
  .refine((typed) => typed.newPassword === typed.again, { path: ["again"], message: "differs" })
