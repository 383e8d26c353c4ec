import { z } from "zod"
import { typedCode } from "@/lib/otp/rules"
import { longestAddress, typedAddress } from "./rules"

const locale = z.enum(["th", "en"])

/** The first step: the new address, and the password once more. Messages are keys of the `email` dictionary. */
export const startEmailChangeInput = z.object({
  email: z
    .string()
    .max(1000, "addressWrong")
    .transform(typedAddress)
    .pipe(
      z.string().min(1, "addressMissing").max(longestAddress, "addressWrong").pipe(z.email("addressWrong")),
    ),
  password: z
    .string()
    .min(1, "passwordMissing")
    .refine((typed) => [...typed].length <= 128, "passwordWrong"),
  locale,
  browser: z.object({ address: z.string().nullable(), device: z.string().max(100).optional() }),
})

const code = z.string().max(200, "codeWrongForm")

/** The second: the code from the new address, and from the former where that was confirmed. */
export const confirmEmailInput = z.object({
  code: code.refine((typed) => typedCode(typed) !== undefined, "codeWrongForm"),
  formerCode: code.refine((typed) => typed === "" || typedCode(typed) !== undefined, "codeWrongForm"),
})

export const resendEmailCodesInput = z.object({ locale })
