import { acceptByPassword } from "@/lib/invitations/accept-by-password"
import { acceptByThaid } from "@/lib/invitations/accept-by-thaid"
import { proveInvitation } from "@/lib/invitations/prove-invitation"
import { sendInvitationCode } from "@/lib/invitations/send-invitation-code"
import { startAcceptByThaid } from "@/lib/invitations/start-accept-by-thaid"
import type { Actor } from "@/lib/kernel/actor"
import type { attempts } from "./attempt"

const newPassword = "ถนนสายนี้มีต้นไม้ใหญ่สองข้างทาง"
const browser = { address: null, userAgent: "matrix" }
const attemptId = "00000000-0000-4000-8000-000000000001"

/** Commands of invitations that anyone may try: the link, the code or a proof is what is asked there. */
export const openInvitations = [
  "invitations.send-code",
  "invitations.code",
  "invitations.thaid-start",
  "invitations.accept-thaid",
  "invitations.accept-password",
] as const

/** How each command of invitations is tried, with an input that fits. */
export function invitationTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  const invitation = "none"
  return {
    "invitations.send-code": (actor) => attempt(sendInvitationCode, actor, { link: "none" }),
    "invitations.code": (actor) => attempt(proveInvitation, actor, { invitation, code: "123456" }),
    "invitations.thaid-start": (actor) => attempt(startAcceptByThaid, actor, { invitation, address: null }),
    "invitations.accept-thaid": (actor) =>
      attempt(acceptByThaid, actor, { invitation, attemptId, code: "none", locale: "th", browser }),
    "invitations.accept-password": (actor) =>
      attempt(acceptByPassword, actor, {
        invitation,
        nationalId: "1234567890121",
        username: "",
        newPassword,
        again: newPassword,
        locale: "th",
        browser,
      }),
  }
}
