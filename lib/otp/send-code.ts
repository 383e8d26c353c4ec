import "server-only"
import { randomUUID } from "node:crypto"
import { insertOtpCode } from "@/db/queries/otp"
import type { Transaction } from "@/db/types"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { randomSixDigits } from "@/lib/crypto/random"
import { keyRing } from "@/lib/crypto/ring"
import type { Locale } from "@/lib/i18n/locale"
import { enqueueMail } from "@/lib/mail/enqueue"
import { countAgainst } from "@/lib/rate-limit/count-against"
import { mailedCodeLimit } from "./code-limits"
import { otpLimits } from "./rules"

/**
 * Step: mails a fresh code for a flow. Only its keyed hash, bound to the flow, is kept. Returns when the next one may
 * be mailed if this hour's number is used up; the caller then refuses, which takes back what was written.
 */
export async function sendCode(
  tx: Transaction,
  to: {
    readonly flowId: string
    readonly accountId: string
    readonly email: string
    readonly locale: Locale
    readonly now: Date
  },
): Promise<{ readonly sent: true } | { readonly sent: false; readonly until: Date }> {
  const { flowId, now } = to
  const code = randomSixDigits()
  const expiresAt = new Date(now.getTime() + otpLimits.lifetime * 1000)
  const mailId = randomUUID()
  const codeHash = keyedHash(keyRing(), "otp-code", `${flowId}/${code}`)
  // Sent in one go, in this order: none of them waits for another's answer.
  const [allowance] = await Promise.all([
    countAgainst(tx, mailedCodeLimit(to.accountId, now)),
    enqueueMail(tx, {
      mailId,
      template: "otp-code",
      locale: to.locale,
      to: to.email,
      props: { code, sentAt: now.toISOString(), expiresAt: expiresAt.toISOString() },
      now,
      dropAfter: expiresAt,
    }),
    insertOtpCode(tx, { flowId, codeHash, sentAt: now, expiresAt, mailId }, otpLimits.liveAtOnce),
  ])
  if (!allowance.allowed) return { sent: false, until: allowance.until }
  return { sent: true }
}
