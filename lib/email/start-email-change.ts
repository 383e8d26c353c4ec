import "server-only"
import { randomUUID } from "node:crypto"
import { insertChange, lockAccountEmail, markChangesClosed } from "@/db/queries/email"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { otpLimits } from "@/lib/otp/rules"
import { assurances } from "@/lib/sessions/rules"
import { checkPassword, concludePassword } from "@/lib/signin/check-password"
import { comingSecondFactor } from "@/lib/signin/coming-second-factor"
import { mailCodes } from "./mail-codes"
import { isSettable } from "./rules"
import { startEmailChangeInput } from "./schema"

/**
 * Begins to set or change one's own e-mail address: the password once more, then a code to the new address, and one to
 * the former if that was confirmed. Until the codes are in, nothing changes.
 */
export const startEmailChange = command({
  name: "email.start-change",
  input: startEmailChangeInput,
  allow: canBeAccount,
  // Whoever came in by password alone cannot step up where no address is confirmed yet; the codes below are his proof.
  freshness: ({ acr }) => (acr === assurances.password.acr ? undefined : "step-up"),
  prepare: ({ db, actor, now, input: { password, browser } }) =>
    checkPassword(db, { key: { accountId: actor.accountId }, typed: "", password, browser, now }),
  async run({ tx, actor, now, input, prepared }) {
    const { accountId, sessionId } = actor
    const { waitUntil } = await concludePassword(tx, prepared, now)
    if (!prepared.matches) {
      return waitUntil
        ? refusedOnRecord("signin.wait", { subject: accountId }, { until: waitUntil })
        : refusedOnRecord("email.password-wrong", { subject: accountId })
    }
    if (waitUntil) return refused("signin.wait", { until: waitUntil })
    const account = await lockAccountEmail(tx, accountId)
    if (!account) return refused("not-found")
    const isVerified = account.verifiedAt !== null
    const isSecondFactorAsked = (await comingSecondFactor(tx, now)) === undefined
    if (!isSettable({ isVerified, isSecondFactorAsked })) return refused("email.not-by-password")
    if (isVerified && account.email === input.email) return refused("email.same")
    await markChangesClosed(tx, accountId, { reason: "replaced", now })
    const changeId = randomUUID()
    const mailed = await mailCodes(tx, {
      changeId,
      accountId,
      email: input.email,
      former: isVerified ? account.email : null,
      locale: input.locale,
      now,
    })
    if ("until" in mailed) return refused("otp.too-many-sent", { until: mailed.until })
    const { guesses } = otpLimits
    const change = { id: changeId, accountId, sessionId, email: input.email, guessesLeft: guesses }
    await insertChange(tx, { ...change, ...mailed.codes })
    return done(null, { subject: changeId, detail: { hadConfirmed: isVerified } })
  },
})
