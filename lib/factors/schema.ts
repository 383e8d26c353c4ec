import { z } from "zod"
import { typedCode } from "@/lib/otp/rules"

/** What its owner calls a factor. Messages are keys of the `factors` dictionary. */
const factorName = z
  .string()
  .normalize("NFC")
  .trim()
  .max(60, "nameTooLong")
  .refine((typed) => !/\p{Cc}/u.test(typed), "nameTooLong")

/** The first code of an app, and what its owner calls it. */
export const confirmTotpInput = z.object({
  name: factorName,
  code: z
    .string()
    .max(200, "codeWrongForm")
    .refine((typed) => typedCode(typed) !== undefined, "codeWrongForm"),
})

export const removeTotpInput = z.object({ id: z.uuid() })

/** Whom a passkey is made for: the portal's host name and origin, as the browser has them. */
export const relyingParty = z.object({ id: z.string().min(1).max(253), origin: z.url().max(300) })

const base64url = z
  .string()
  .max(8000)
  .regex(/^[\w-]*$/)

/** What a browser brings from a passkey (W3C Web Authentication Level 3, §5.1), as JSON in a field of a form. */
export const passkeyResponse = z
  .string()
  .max(12_000)
  .transform((typed, context) => {
    try {
      return JSON.parse(typed) as unknown
    } catch {
      context.addIssue({ code: "custom", message: "passkeyWrong" })
      return z.NEVER
    }
  })
  .pipe(
    z.object({
      id: base64url.min(1).max(1400),
      rawId: base64url.min(1).max(1400),
      type: z.literal("public-key"),
      clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
      response: z.object({
        clientDataJSON: base64url.min(1),
        attestationObject: base64url.optional(),
        authenticatorData: base64url.optional(),
        signature: base64url.optional(),
        userHandle: base64url.max(200).optional(),
        transports: z.array(z.string().max(40)).max(10).optional(),
      }),
    }),
  )

export const beginPasskeyInput = z.object({ rp: relyingParty, label: z.string().max(200) })

export const addPasskeyInput = z.object({
  rp: relyingParty,
  name: factorName,
  response: passkeyResponse,
})

export const removePasskeyInput = z.object({ id: z.uuid() })
