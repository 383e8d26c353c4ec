import "server-only"
import { randomUUID } from "node:crypto"
import { insertLoginFlow, markFlowClosed } from "@/db/queries/signin-flows"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { randomToken } from "@/lib/crypto/random"
import { keyRing } from "@/lib/crypto/ring"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { otpLimits } from "@/lib/otp/rules"
import { sendCode } from "@/lib/otp/send-code"
import { checkPassword, concludePassword } from "./check-password"
import { flowLifetime } from "./rules"
import { startStepUpInput } from "./schema"
import { mustUseThaid } from "./thaid-duty"

/** Begins a step-up by the password and a fresh mailed code. A wrong password counts as one at the door does. */
export const startStepUp = command({
  name: "signin.step-up-password",
  input: startStepUpInput,
  allow: canBeAccount,
  prepare: ({ db, actor, now, input: { password, browser } }) =>
    checkPassword(db, { key: { accountId: actor.accountId }, typed: "", password, browser, now }),
  async run({ tx, actor: { accountId, sessionId }, now, input, prepared }) {
    const { waitUntil } = await concludePassword(tx, prepared, now)
    const note = { subject: sessionId }
    const { credential, matches } = prepared
    if (!(matches && credential)) {
      return waitUntil
        ? refusedOnRecord("signin.wait", note, { until: waitUntil })
        : refusedOnRecord("signin.password-wrong", note)
    }
    if (waitUntil) return refused("signin.wait", { until: waitUntil })
    if (credential.signInMethod === "thaid") return refusedOnRecord("signin.thaid-only", note)
    if (await mustUseThaid(tx, accountId, now)) return refusedOnRecord("signin.thaid-required", note)
    const { email, emailVerified, hasFactor } = credential
    if (hasFactor) return refusedOnRecord("signin.use-factor", note)
    if (!(email && emailVerified)) return refusedOnRecord("signin.no-email", note)
    await markFlowClosed(tx, { sessionId }, "replaced", now)
    const flowId = randomUUID()
    await insertLoginFlow(tx, {
      id: flowId,
      // Nobody holds this token: a step-up is found by its session alone.
      tokenHash: keyedHash(keyRing(), "flow-token", randomToken()),
      accountId,
      sessionId,
      returnTo: input.returnTo ?? null,
      sharedComputer: false,
      guessesLeft: otpLimits.guesses,
      createdAt: now,
      expiresAt: new Date(now.getTime() + flowLifetime * 1000),
    })
    const sent = await sendCode(tx, { flowId, accountId, email, locale: input.locale, now })
    return sent.sent ? done(null, note) : refused("otp.too-many-sent", { until: sent.until })
  },
})
