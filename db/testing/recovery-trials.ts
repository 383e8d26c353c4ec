import type { Actor } from "@/lib/kernel/actor"
import { approveAssisted } from "@/lib/recovery/approve-assisted"
import { askAssisted } from "@/lib/recovery/ask-assisted"
import { cancelAssisted } from "@/lib/recovery/cancel-assisted"
import { openLink } from "@/lib/recovery/open-link"
import { proveByCode } from "@/lib/recovery/prove-by-code"
import { proveByThaid } from "@/lib/recovery/prove-by-thaid"
import { raiseAlarm } from "@/lib/recovery/raise-alarm"
import { refuseAssisted } from "@/lib/recovery/refuse-assisted"
import { releaseAssisted } from "@/lib/recovery/release-assisted"
import { remindUsername } from "@/lib/recovery/remind-username"
import { resetPassword } from "@/lib/recovery/reset-password"
import { startByThaid } from "@/lib/recovery/start-by-thaid"
import { startRecovery } from "@/lib/recovery/start-recovery"
import { unlockAccount } from "@/lib/recovery/unlock-account"
import type { attempts } from "./attempt"

const newPassword = "ถนนสายนี้มีต้นไม้ใหญ่สองข้างทาง"
const attemptId = "00000000-0000-4000-8000-000000000001"
const decided = { unitCode: "05360204", id: "00000000-0000-4000-8000-000000000001" }
const again = newPassword

/** Commands of recovery that anyone may try: a token or a proof is what is asked there. */
export const openRecoveries = [
  "recovery.alarm",
  "recovery.cancel",
  "recovery.link",
  "recovery.code",
  "recovery.thaid",
  "recovery.thaid-start",
  "recovery.unlock",
  "recovery.username",
  "recovery.reset-password",
  "recovery.start",
] as const

/** Commands of recovery for those in charge of a unit or above it; which unit is asked in the command. */
export const recoveriesInCharge = [
  "recovery.approve",
  "recovery.ask",
  "recovery.refuse",
  "recovery.release",
] as const

/** How each command of recovery is tried, with an input that fits. */
export function recoveryTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  return {
    "recovery.approve": (actor) => attempt(approveAssisted, actor, decided),
    "recovery.ask": (actor) =>
      attempt(askAssisted, actor, {
        unitCode: "05360204",
        who: "nobody",
        reason: "other",
        note: "x",
        newEmail: "",
      }),
    "recovery.cancel": (actor) => attempt(cancelAssisted, actor, { cancel: "none" }),
    "recovery.link": (actor) => attempt(openLink, actor, { link: "none" }),
    "recovery.refuse": (actor) => attempt(refuseAssisted, actor, decided),
    "recovery.release": (actor) => attempt(releaseAssisted, actor, decided),
    "recovery.alarm": (actor) => attempt(raiseAlarm, actor, { alarm: "none" }),
    "recovery.code": (actor) => attempt(proveByCode, actor, { recovery: "none", code: "123456" }),
    "recovery.reset-password": (actor) =>
      attempt(resetPassword, actor, { recovery: "none", newPassword, again }),
    "recovery.thaid": (actor) => attempt(proveByThaid, actor, { attemptId, code: "none" }),
    "recovery.thaid-start": (actor) => attempt(startByThaid, actor, { address: null }),
    "recovery.unlock": (actor) => attempt(unlockAccount, actor, { recovery: "none" }),
    "recovery.username": (actor) =>
      attempt(remindUsername, actor, { nationalId: "1234567890121", email: "a@b.example", address: null }),
    "recovery.start": (actor) => attempt(startRecovery, actor, { username: "nobody", address: null }),
  }
}
