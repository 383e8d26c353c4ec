import { confirmEmail } from "@/lib/email/confirm-email"
import { resendEmailCodes } from "@/lib/email/resend-email-codes"
import { startEmailChange } from "@/lib/email/start-email-change"
import { withdrawEmailChange } from "@/lib/email/withdraw-email-change"
import type { Actor } from "@/lib/kernel/actor"
import { changePassword } from "@/lib/passwords/change-password"
import { chooseMembership } from "@/lib/sessions/choose-membership"
import { endOtherSessions } from "@/lib/sessions/end-other-sessions"
import { endSession } from "@/lib/sessions/end-session"
import { signOut } from "@/lib/sessions/sign-out"
import type { attempts } from "./attempt"

const id = "00000000-0000-4000-8000-000000000001"
const browser = { address: null, userAgent: "matrix" }
const newWords = "ถนนสายนี้มีต้นไม้ใหญ่สองข้างทาง"

/** How each command about one's own address, password and sessions is tried, with an input that fits. */
export function ownTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  return {
    "email.confirm": (actor) => attempt(confirmEmail, actor, { code: "123456", formerCode: "" }),
    "email.resend-codes": (actor) => attempt(resendEmailCodes, actor, { locale: "th" }),
    "email.start-change": (actor) =>
      attempt(startEmailChange, actor, { email: "a@b.example", password: "x", locale: "th", browser }),
    "email.withdraw-change": (actor) => attempt(withdrawEmailChange, actor, {}),
    "passwords.change": (actor) =>
      attempt(changePassword, actor, {
        currentPassword: "none of anyone's",
        newPassword: newWords,
        again: newWords,
        endOthers: false,
        browser,
      }),
    "sessions.choose-membership": (actor) => attempt(chooseMembership, actor, { membershipId: id }),
    "sessions.end": (actor) => attempt(endSession, actor, { sessionId: id }),
    "sessions.end-others": (actor) => attempt(endOtherSessions, actor, {}),
    "sessions.sign-out": (actor) => attempt(signOut, actor, {}),
  }
}
