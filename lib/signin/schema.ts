import { z } from "zod"
import { passkeyResponse, relyingParty } from "@/lib/factors/schema"
import { parseTypedDay } from "@/lib/i18n/typed-day"
import { isNationalId } from "@/lib/identity/rules"
import { thaidDutyGroups, typedNationalId } from "./rules"

const browser = z.object({
  address: z.string().nullable(),
  userAgent: z.string(),
  /** Token of the device cookie, if the browser has one. */
  device: z.string().max(100).optional(),
  /** The session that the browser holds already; a new sign-in replaces it. */
  session: z.uuid().optional(),
})

const codePoints = (text: string) => [...text].length

/** The password step. Messages are keys of the `signin` dictionary. */
export const startSignInInput = z.object({
  username: z
    .string()
    .max(200, "usernameTooLong")
    .refine((v) => v.trim() !== "", "usernameMissing")
    .refine((v) => {
      const id = typedNationalId(v)
      return id === undefined || isNationalId(id)
    }, "nationalIdWrong"),
  password: z
    .string()
    .min(1, "passwordMissing")
    .refine((v) => codePoints(v) <= 128, "passwordTooLong"),
  returnTo: z.string().max(2000).optional(),
  sharedComputer: z.boolean(),
  locale: z.enum(["th", "en"]),
  browser,
})

/** The code step. `flow` is the token of the flow cookie. */
export const redeemCodeInput = z.object({
  flow: z.string().max(100),
  code: z.string().max(200),
  locale: z.enum(["th", "en"]),
  browser,
})

export const resendCodeInput = z.object({
  flow: z.string().max(100),
  locale: z.enum(["th", "en"]),
})

/** A step-up's first step: the password once more. Where it leads back to is kept with it. */
export const startStepUpInput = z.object({
  password: z
    .string()
    .min(1, "passwordMissing")
    .refine((v) => codePoints(v) <= 128, "passwordTooLong"),
  returnTo: z.string().max(2000).optional(),
  locale: z.enum(["th", "en"]),
  browser,
})

export const stepUpByFactorInput = z.object({ code: z.string().max(200) })

/** A wish to be asked for a passkey. `flow` and `browser` are tokens of the cookies of those names. */
export const startPasskeyInput = z.object({
  purpose: z.enum(["sign-in", "second-step", "step-up"]),
  rp: relyingParty,
  flow: z.string().max(100).optional(),
  browser: z.string().max(100).optional(),
  address: z.string().nullable(),
})

export const signInByPasskeyInput = z.object({
  response: passkeyResponse,
  rp: relyingParty,
  passkeyBrowser: z.string().max(100).optional(),
  returnTo: z.string().max(2000).optional(),
  sharedComputer: z.boolean(),
  locale: z.enum(["th", "en"]),
  browser,
})

export const redeemPasskeyInput = z.object({
  flow: z.string().max(100),
  response: passkeyResponse,
  rp: relyingParty,
  locale: z.enum(["th", "en"]),
  browser,
})

export const stepUpByPasskeyInput = z.object({ response: passkeyResponse, rp: relyingParty })

export const redeemStepUpInput = z.object({ code: z.string().max(200) })

export const resendStepUpCodeInput = z.object({ locale: z.enum(["th", "en"]) })

export const otpStepInput = z.object({ flow: z.string().max(100) })

/** The start of a sign-in by ThaiID; `browser` is the token of the ThaiID cookie, if there is one already. */
export const startThaidInput = z.object({
  returnTo: z.string().max(2000).optional(),
  sharedComputer: z.boolean(),
  address: z.string().nullable(),
  browser: z.string().max(100).optional(),
})

/** What a browser brings back from ThaiID. Whatever is longer than anything the service sends is no answer of its. */
export const returnFromThaidInput = z.object({
  state: z.string().max(200),
  browser: z.string().max(100).optional(),
  code: z.string().max(2000).optional(),
  error: z.string().max(200).optional(),
})

/** Where an errand came from, asked before it is used up. */
export const thaidErrandInput = z.object({
  state: z.string().max(200),
  browser: z.string().max(100).optional(),
})

/** The second half of a sign-in by ThaiID, handed on by the first. */
export const signInByThaidInput = z.object({
  attemptId: z.uuid(),
  code: z.string().min(1).max(2000),
  locale: z.enum(["th", "en"]),
  browser,
})

export const startThaidStepUpInput = z.object({
  returnTo: z.string().max(2000).optional(),
  browser: z.string().max(100).optional(),
})

/** The second half of a step-up by ThaiID, handed on by the first. */
export const stepUpByThaidInput = z.object({ attemptId: z.uuid(), code: z.string().min(1).max(2000) })

export const startMethodChangeInput = z.object({
  to: z.enum(["thaid", "password"]),
  browser: z.string().max(100).optional(),
})

/** The second half of a change of sign-in method, handed on by the first. */
export const changeMethodInput = z.object({
  attemptId: z.uuid(),
  code: z.string().min(1).max(2000),
  purpose: z.enum(["link", "unlink"]),
  locale: z.enum(["th", "en"]),
})

export const acceptDutiesInput = z.object({ version: z.coerce.number().int() })

/** The day from which the second factor is asked, in three fields; `version` is the one that the sender saw. */
export const changeSecondFactorStartInput = z
  .object({
    version: z.coerce.number().int().min(0).max(1_000_000),
    day: z.string().max(40, "dateWrong"),
    month: z.string().max(40, "dateWrong"),
    year: z.string().max(40, "dateWrong"),
    confirmed: z.boolean(),
  })
  .transform(({ version, confirmed, ...typed }, context) => {
    const from = parseTypedDay(typed)
    if (from) return { version, confirmed, from }
    context.addIssue({ code: "custom", path: ["day"], message: "dateWrong" })
    return z.NEVER
  })

/** Who must sign in by ThaiID from which day, in three fields, or not any more; `version` is the one that the sender saw. */
export const changeThaidDutyInput = z
  .object({
    version: z.coerce.number().int().min(0).max(1_000_000),
    group: z.enum(thaidDutyGroups, "groupMissing"),
    day: z.string().max(40, "dateWrong"),
    month: z.string().max(40, "dateWrong"),
    year: z.string().max(40, "dateWrong"),
    lifted: z.boolean(),
    confirmed: z.boolean(),
  })
  .transform(({ version, group, lifted, confirmed, ...typed }, context) => {
    const from = lifted ? undefined : parseTypedDay(typed)
    if (from || lifted) return { version, group, confirmed, from }
    context.addIssue({ code: "custom", path: ["day"], message: "dateWrong" })
    return z.NEVER
  })
