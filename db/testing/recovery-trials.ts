import type { Actor } from "@/lib/kernel/actor"
import { proveByCode } from "@/lib/recovery/prove-by-code"
import { raiseAlarm } from "@/lib/recovery/raise-alarm"
import { resetPassword } from "@/lib/recovery/reset-password"
import { startRecovery } from "@/lib/recovery/start-recovery"
import type { attempts } from "./attempt"

const newPassword = "ถนนสายนี้มีต้นไม้ใหญ่สองข้างทาง"
const again = newPassword

/** Commands of recovery that anyone may try: a token or a proof is what is asked there. */
export const openRecoveries = [
  "recovery.alarm",
  "recovery.code",
  "recovery.reset-password",
  "recovery.start",
] as const

/** How each command of recovery is tried, with an input that fits. */
export function recoveryTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  return {
    "recovery.alarm": (actor) => attempt(raiseAlarm, actor, { alarm: "none" }),
    "recovery.code": (actor) => attempt(proveByCode, actor, { recovery: "none", code: "123456" }),
    "recovery.reset-password": (actor) =>
      attempt(resetPassword, actor, { recovery: "none", newPassword, again }),
    "recovery.start": (actor) => attempt(startRecovery, actor, { username: "nobody", address: null }),
  }
}
