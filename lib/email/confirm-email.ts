import "server-only"
import {
  type AccountEmail,
  type EmailChange,
  findOpenChange,
  listAdminsToTell,
  lockAccountEmail,
  markChangeGuessed,
  markChangesClosed,
  markEmailConfirmed,
} from "@/db/queries/email"
import type { Transaction } from "@/db/types"
import { setAlarm } from "@/lib/alarms/set-alarm"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { sameBytes } from "@/lib/crypto/same-bytes"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { enqueueMail } from "@/lib/mail/enqueue"
import { wrongCodeLimit } from "@/lib/otp/code-limits"
import { typedCode } from "@/lib/otp/rules"
import { countAgainst, peekAt } from "@/lib/rate-limit/count-against"
import { comingSecondFactor } from "@/lib/signin/coming-second-factor"
import { endOpenFlows } from "@/lib/signin/end-open-flows"
import { codeText } from "./mail-codes"
import { isSettable } from "./rules"
import { confirmEmailInput } from "./schema"

/** Ends a change of one's own e-mail address by the mailed codes. Whoever ought to know of it is told by mail. */
export const confirmEmail = command({
  name: "email.confirm",
  input: confirmEmailInput,
  allow: canBeAccount,
  async run({ tx, actor: { accountId, sessionId }, now, input }) {
    const account = await lockAccountEmail(tx, accountId)
    const change = await findOpenChange(tx, sessionId)
    if (!account || !change || change.expiresAt <= now) return refused("email.change-gone")
    const note = { subject: change.id }
    const wrongs = wrongCodeLimit(accountId, now)
    const allowance = await peekAt(tx, wrongs)
    if (!allowance.allowed) return refusedOnRecord("otp.too-many-wrong", note, { until: allowance.until })
    // The start date may have come, or the address been confirmed otherwise, since the change began.
    const isVerified = account.verifiedAt !== null
    const isSecondFactorAsked = (await comingSecondFactor(tx, now)) === undefined
    if (!isSettable({ isVerified, isSecondFactorAsked })) return refused("email.not-by-password")
    if (isVerified && !change.formerCodeHash) return refused("email.change-gone")
    // Not six digits cannot be a guess: the form is shown again and no guess is lost.
    if (change.formerCodeHash && input.formerCode === "") return refused("invalid")
    if (!isRight(change, input)) {
      await markChangeGuessed(tx, change.id)
      await countAgainst(tx, wrongs)
      const left = change.guessesLeft - 1
      if (left > 0) return refusedOnRecord("email.code-wrong", note, { left })
      await markChangesClosed(tx, accountId, { reason: "guesses-used", now })
      return refusedOnRecord("email.guesses-used", note)
    }
    await markChangesClosed(tx, accountId, { reason: "confirmed", now })
    await markEmailConfirmed(tx, accountId, change.email, now)
    await endOpenFlows(tx, accountId, now)
    const told = await tell(tx, accountId, account, change, now)
    return done(null, { ...note, detail: { hadConfirmed: isVerified, ...told } })
  },
})

function isRight(
  change: EmailChange,
  typed: { readonly code: string; readonly formerCode: string },
): boolean {
  const fits = (address: "new" | "former", text: string, wanted: Buffer) =>
    keyedHashes(keyRing(), "otp-code", codeText(change.id, address, typedCode(text) ?? "")).some((hash) =>
      sameBytes(hash, wanted),
    )
  const isNewRight = fits("new", typed.code, change.codeHash)
  return isNewRight && (!change.formerCodeHash || fits("former", typed.formerCode, change.formerCodeHash))
}

/**
 * The address before is told, even one that was never confirmed: it may be the right one. Where there was no confirmed
 * one, nothing but the password stood for the person, so the SSO Admins who look after the account are told as well.
 */
async function tell(
  tx: Transaction,
  accountId: string,
  before: AccountEmail,
  change: EmailChange,
  now: Date,
): Promise<{ toldFormer: boolean; toldAdmins: number }> {
  const at = now.toISOString()
  const former = before.email !== null && before.email !== change.email ? before.email : null
  if (former) {
    const { locale } = before
    const props = { at, alarm: await setAlarm(tx, accountId, now) }
    await enqueueMail(tx, { template: "email-changed", locale, to: former, props, now })
  }
  const admins = before.verifiedAt ? [] : await listAdminsToTell(tx, accountId, now)
  for (const { email, locale } of admins) {
    const props = { name: before.name, at }
    await enqueueMail(tx, { template: "email-set", locale, to: email, props, now })
  }
  return { toldFormer: former !== null, toldAdmins: admins.length }
}
