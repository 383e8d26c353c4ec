import "server-only"
import { randomUUID } from "node:crypto"
import { insertRegistrationCode, type Registration, type RegistrationCode } from "@/db/queries/registration"
import type { Transaction } from "@/db/types"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { randomSixDigits } from "@/lib/crypto/random"
import { keyRing } from "@/lib/crypto/ring"
import type { Locale } from "@/lib/i18n/locale"
import { enqueueMail } from "@/lib/mail/enqueue"
import { type Allowance, countAgainst } from "@/lib/rate-limit/count-against"
import { registrationCodeHash } from "./hashes"
import { registrationLimits } from "./rules"

type CodeToMail = {
  readonly registration: Pick<Registration, "id" | "number">
  readonly purpose: RegistrationCode["purpose"]
  readonly email: string
  readonly locale: Locale
  readonly now: Date
}

/**
 * Step: mails a code that belongs to this request and purpose alone. No mailbox gets more than a few an hour, through
 * however many requests somebody asks.
 */
export async function mailCode(tx: Transaction, at: CodeToMail): Promise<Allowance> {
  const { registration, purpose, email, locale, now } = at
  const { codesPerHour: limit, hour: windowSeconds, codeLifetime, guesses } = registrationLimits
  const of = (what: string) => keyedHash(keyRing(), "throttle", `registration-code/${what}`)
  const scope = "registrations-mailed"
  const keys = [of(`request/${registration.id}`), of(`mailbox/${email.toLowerCase()}`)]
  for (const key of keys) {
    const counted = await countAgainst(tx, { scope, key, limit, windowSeconds, now })
    if (!counted.allowed) return counted
  }
  const [id, mailId, code] = [randomUUID(), randomUUID(), randomSixDigits()]
  const expiresAt = new Date(now.getTime() + codeLifetime * 1000)
  await insertRegistrationCode(tx, {
    id,
    registrationId: registration.id,
    purpose,
    email,
    codeHash: registrationCodeHash(id, code),
    guessesLeft: guesses,
    mailId,
    sentAt: now,
    expiresAt,
  })
  const times = { sentAt: now.toISOString(), expiresAt: expiresAt.toISOString() }
  const props = { code, purpose, number: registration.number, ...times }
  await enqueueMail(tx, {
    mailId,
    template: "registration-code",
    locale,
    to: email,
    props,
    now,
    dropAfter: expiresAt,
  })
  return { allowed: true }
}
