import { z } from "zod"
import { typedCode } from "@/lib/otp/rules"

/** The first code of an app, and what its owner calls it. Messages are keys of the `factors` dictionary. */
export const confirmTotpInput = z.object({
  name: z
    .string()
    .normalize("NFC")
    .trim()
    .max(60, "nameTooLong")
    .refine((typed) => !/\p{Cc}/u.test(typed), "nameTooLong"),
  code: z
    .string()
    .max(200, "codeWrongForm")
    .refine((typed) => typedCode(typed) !== undefined, "codeWrongForm"),
})

export const removeTotpInput = z.object({ id: z.uuid() })
