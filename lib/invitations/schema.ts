import { z } from "zod"
import { parseNationalId } from "@/lib/identity/rules"
import { newPassword } from "@/lib/passwords/schema"
import { isUsername } from "./rules"

const token = z.string().max(100)

const browser = z.object({
  address: z.string().nullable(),
  userAgent: z.string(),
  device: token.optional(),
  session: z.uuid().optional(),
})

/** `link` is the token of the mailed link. */
export const invitationLinkInput = z.object({ link: token })

/** `invitation` is the token of the browser's invitation cookie. */
export const myInvitationInput = z.object({ invitation: token })

export const proveInvitationInput = z.object({ invitation: token, code: z.string().max(200) })

/** How to come in by password. Messages are keys of the `invitations` dictionary. */
export const acceptByPasswordInput = z
  .object({
    invitation: token,
    nationalId: z
      .string()
      .max(200, "nationalIdWrong")
      .transform((typed) => parseNationalId(typed) ?? "")
      .refine((bare) => bare !== "", "nationalIdWrong"),
    /** Empty: the 13-digit number is enough. */
    username: z
      .string()
      .max(200, "usernameWrong")
      .transform((typed) => typed.trim())
      .refine((typed) => typed === "" || isUsername(typed), "usernameWrong"),
    newPassword,
    again: z.string().max(1000, "differs"),
    locale: z.enum(["th", "en"]),
    browser,
  })
  .refine((typed) => typed.newPassword === typed.again, { path: ["again"], message: "differs" })

/** The way to ThaiID; `thaidBrowser` is the token of the ThaiID cookie, if there is one already. */
export const startAcceptByThaidInput = z.object({
  invitation: token,
  address: z.string().nullable(),
  thaidBrowser: token.optional(),
})

/** The second half of it, handed on by what takes a browser that comes back. */
export const acceptByThaidInput = z.object({
  invitation: token,
  attemptId: z.uuid(),
  code: z.string().min(1).max(2000),
  locale: z.enum(["th", "en"]),
  browser,
})
