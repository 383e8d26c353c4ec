import { arabicDigits } from "@/lib/i18n/digits"
import type { RefusalCode } from "@/lib/kernel/refusal"

/** Limits of the password step (product page, "Limits and defaults"). */
export const passwordLimits = {
  /** Failures that cost no wait: a person mistypes. */
  freeFailures: 4,
  /** Waits after the failures that follow, in seconds; the last one repeats, it never grows further. */
  waits: [30, 60, 120, 300, 900],
  /** Failures within a day that close the password route of an account. */
  closeAfter: 100,
  dayWindow: 24 * 60 * 60,
  /** Window of the count of failures per network address, in seconds. */
  addressWindow: 10 * 60,
  /** A count of failures is forgotten after this long without another one, in seconds. */
  forgetAfter: 24 * 60 * 60,
} as const

/** How long a sign-in may stand between password and code, in seconds. */
export const flowLifetime = 30 * 60

/** How long an errand to ThaiID may take until it returns, in seconds. */
export const thaidAttemptLifetime = 15 * 60

/** How many sign-ins by ThaiID one network address may begin: a whole office at eight in the morning, and no flood. */
export const thaidStartLimit = { limit: 600, windowSeconds: 10 * 60 } as const

/** Whom the Department can bid to sign in by ThaiID: every unit's SSO Admins, its own people, or all. */
export const thaidDutyGroups = ["admins", "department", "everyone"] as const

/** One of those groups. */
export type ThaidDutyGroup = (typeof thaidDutyGroups)[number]

/** With less notice than this a duty needs a confirmation, in days: people must first get the app. */
export const thaidDutyNotice = 30

/** A typed user name as it is compared: no invisible characters, Arabic digits, one case. */
export function usernameKey(typed: string): string {
  return arabicDigits(typed)
    .normalize("NFKC")
    .replace(/[\p{Cf}\p{Cc}]/gu, "")
    .trim()
    .toLowerCase()
}

/** The 13 digits, when what was typed as user name is a national ID (spaces and dashes allowed), else nothing. */
export function typedNationalId(typed: string): string | undefined {
  const bare = usernameKey(typed).replace(/[\s\-–—]/g, "")
  return /^\d{13}$/.test(bare) ? bare : undefined
}

/** Refusals that mean "later": they have a screen of their own, which says why and until when. */
const waits: readonly RefusalCode[] = [
  "signin.wait",
  "signin.too-many-from-address",
  "otp.too-many-sent",
  "otp.too-many-wrong",
]

/** Refusals that end a sign-in: the way on is the front door. */
const startsAgain: readonly RefusalCode[] = [
  "signin.flow-gone",
  "signin.suspended",
  "signin.no-email",
  "otp.guesses-used",
]

/** Refusals of a person whom ThaiID proved: the account says no, so those who keep it are asked. */
const aboutAccount: readonly RefusalCode[] = [
  "signin.thaid-unknown",
  "signin.thaid-invited",
  "signin.thaid-closed",
  "signin.suspended",
]

/** Whether the account is the reason of a refusal at ThaiID's door. */
export function isAboutAccount(code: RefusalCode): boolean {
  return aboutAccount.includes(code)
}

/** The screen that shows a refusal of a sign-in step, where `own` is the step's own screen. */
export function screenOf(
  code: RefusalCode,
  own: "/login" | "/login/otp" | "/login/factor" | "/login/passkey" | "/login/thaid",
): string {
  if (waits.includes(code)) return "/login/wait"
  if (code === "signin.thaid-required") return "/login/thaid"
  return startsAgain.includes(code) ? "/login" : own
}

/** The day on which the text of that version was issued. */
export const dutiesDatedOn = new Date("2026-11-21T00:00:00+07:00")

/** The latest start of the second factor that can be set: a year ahead. A slip of the year must not lift it for ten. */
export function furthestSecondFactorStart(now: Date): Date {
  return new Date(now.getTime() + 366 * 24 * 60 * 60 * 1000)
}
