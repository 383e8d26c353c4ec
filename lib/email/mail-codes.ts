import "server-only"
import type { EmailChange } from "@/db/queries/email"
import type { Transaction } from "@/db/types"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { randomSixDigits } from "@/lib/crypto/random"
import { keyRing } from "@/lib/crypto/ring"
import type { Locale } from "@/lib/i18n/locale"
import { enqueueMail } from "@/lib/mail/enqueue"
import { mailedCodeLimit } from "@/lib/otp/code-limits"
import { otpLimits } from "@/lib/otp/rules"
import { countAgainst } from "@/lib/rate-limit/count-against"

type To = {
  readonly changeId: string
  readonly accountId: string
  readonly email: string
  /** The confirmed address that has to agree, if there is one. */
  readonly former: string | null
  readonly locale: Locale
  readonly now: Date
}

type Codes = Pick<EmailChange, "codeHash" | "formerCodeHash" | "mailId" | "sentAt" | "expiresAt">

/** What a code is hashed with: a code to one address is none to the other, nor in another change. */
export function codeText(changeId: string, address: "new" | "former", code: string): string {
  return `email/${changeId}/${address}/${code}`
}

/**
 * Step: mails a fresh code to the new address and to the former one; the codes before them die. Each counts among the
 * codes that an account may be mailed an hour; returns until when there is no room, and then all must be undone.
 */
export async function mailCodes(tx: Transaction, to: To): Promise<{ codes: Codes } | { until: Date }> {
  const { now } = to
  const expiresAt = new Date(now.getTime() + otpLimits.lifetime * 1000)
  const send = async (address: "new" | "former", recipient: string) => {
    const allowance = await countAgainst(tx, mailedCodeLimit(to.accountId, now))
    if (!allowance.allowed) return allowance
    const code = randomSixDigits()
    const props = { code, address, sentAt: now.toISOString(), expiresAt: expiresAt.toISOString() }
    const mail = { template: "email-code", locale: to.locale, to: recipient, props, now } as const
    const { mailId } = await enqueueMail(tx, { ...mail, dropAfter: expiresAt })
    return { mailId, hash: keyedHash(keyRing(), "otp-code", codeText(to.changeId, address, code)) }
  }
  const sent = await send("new", to.email)
  if ("until" in sent) return sent
  const formerly = to.former === null ? null : await send("former", to.former)
  if (formerly && "until" in formerly) return formerly
  if (!("hash" in sent) || (formerly && !("hash" in formerly))) throw new Error("a code has no hash")
  return {
    codes: {
      codeHash: sent.hash,
      formerCodeHash: formerly?.hash ?? null,
      mailId: sent.mailId,
      sentAt: now,
      expiresAt,
    },
  }
}
