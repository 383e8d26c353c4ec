import type { z } from "zod"
import { changeHolidays } from "@/lib/cases/change-holidays"
import { addPasskey } from "@/lib/factors/add-passkey"
import { beginPasskey } from "@/lib/factors/begin-passkey"
import { beginTotp } from "@/lib/factors/begin-totp"
import { confirmTotp } from "@/lib/factors/confirm-totp"
import { removePasskey } from "@/lib/factors/remove-passkey"
import { removeTotp } from "@/lib/factors/remove-totp"
import { renewRecoveryCodes } from "@/lib/factors/renew-recovery-codes"
import type { Actor } from "@/lib/kernel/actor"
import type { Command } from "@/lib/kernel/command"
import { changeStrongFactorStart } from "@/lib/signin/change-strong-factor-start"
import { redeemFactor } from "@/lib/signin/redeem-factor"
import { redeemPasskey } from "@/lib/signin/redeem-passkey"
import { redeemStepUp } from "@/lib/signin/redeem-step-up"
import { resendStepUpCode } from "@/lib/signin/resend-step-up-code"
import { signInByPasskey } from "@/lib/signin/sign-in-by-passkey"
import { startPasskey } from "@/lib/signin/start-passkey"
import { startStepUp } from "@/lib/signin/start-step-up"
import { stepUpByFactor } from "@/lib/signin/step-up-by-factor"
import { stepUpByPasskey } from "@/lib/signin/step-up-by-passkey"

/** Runs a command for the matrix of powers and tells how it was answered. */
type Attempt = <A extends Actor, S extends z.ZodType, P, V>(
  command: Command<A, S, P, V>,
  actor: Actor,
  input: unknown,
) => Promise<string>

const id = "00000000-0000-4000-8000-000000000001"
const rp = { id: "portal.example", origin: "https://portal.example" }
const response = JSON.stringify({
  id: "none",
  rawId: "none",
  type: "public-key",
  response: { clientDataJSON: "e30" },
})
const ofSettings = ["cases.change-holidays", "signin.change-strong-factor-start"]
const ofEveryone = ["signin.factor", "signin.passkey", "signin.passkey-start", "signin.passkey-step"]
const browser = { address: null, userAgent: "matrix" }

/** The commands of stronger factors, of proving oneself once more, and of two settings, as the matrix of powers tries them. */
export function factorTrials(attempt: Attempt): Record<string, (actor: Actor) => Promise<string>> {
  return {
    "cases.change-holidays": (actor) =>
      attempt(changeHolidays, actor, { act: "remove", version: 9, date: "2027-03-01" }),
    "signin.change-strong-factor-start": (actor) =>
      attempt(changeStrongFactorStart, actor, {
        version: 0,
        day: "1",
        month: "1",
        year: "2570",
        confirmed: true,
      }),
    "factors.begin-passkey": (actor) => attempt(beginPasskey, actor, { rp, label: "x" }),
    "factors.add-passkey": (actor) => attempt(addPasskey, actor, { rp, name: "", response }),
    "factors.remove-passkey": (actor) => attempt(removePasskey, actor, { id }),
    "signin.passkey-start": (actor) =>
      attempt(startPasskey, actor, { purpose: "sign-in", rp, address: null }),
    "signin.passkey": (actor) =>
      attempt(signInByPasskey, actor, { rp, response, sharedComputer: false, locale: "th", browser }),
    "signin.passkey-step": (actor) =>
      attempt(redeemPasskey, actor, { flow: "none", rp, response, locale: "th", browser }),
    "signin.step-up-passkey": (actor) => attempt(stepUpByPasskey, actor, { rp, response }),
    "factors.begin-totp": (actor) => attempt(beginTotp, actor, {}),
    "factors.confirm-totp": (actor) => attempt(confirmTotp, actor, { name: "", code: "123456" }),
    "factors.remove-totp": (actor) => attempt(removeTotp, actor, { id }),
    "factors.renew-recovery-codes": (actor) => attempt(renewRecoveryCodes, actor, {}),
    "signin.factor": (actor) =>
      attempt(redeemFactor, actor, { flow: "none", code: "123456", locale: "th", browser }),
    "signin.resend-step-up-code": (actor) => attempt(resendStepUpCode, actor, { locale: "th" }),
    "signin.step-up-code": (actor) => attempt(redeemStepUp, actor, { code: "123456" }),
    "signin.step-up-password": (actor) =>
      attempt(startStepUp, actor, { password: "none of anyone's", locale: "th", browser }),
    "signin.step-up-factor": (actor) => attempt(stepUpByFactor, actor, { code: "123456" }),
  }
}

/** Who may: one's own factors need no power over anyone, and a sign-in is everybody's. */
export function factorCells<T>(everyone: T, signedIn: T, administrator: T): Record<string, T> {
  const trials = Object.keys(factorTrials(async () => ""))
  const cell = (name: string) => {
    if (ofSettings.includes(name)) return administrator
    return ofEveryone.includes(name) ? everyone : signedIn
  }
  return Object.fromEntries(trials.map((name) => [name, cell(name)]))
}
