import "server-only"
import {
  lockOpenCode,
  markCodeGuessed,
  markCodesClosed,
  type RegistrationCode,
} from "@/db/queries/registration"
import type { Transaction } from "@/db/types"
import { type Refused, type RefusedOnRecord, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { typedCode } from "@/lib/otp/rules"
import { isRegistrationCode } from "./hashes"

type Guess = {
  readonly registrationId: string
  readonly purposes: readonly RegistrationCode["purpose"][]
  readonly typed: string
  readonly now: Date
}

/** Step: a guess at the mailed code of a request; a right one is used up, a wrong one costs one of five. */
export async function spendRegistrationCode(
  tx: Transaction,
  { registrationId, purposes, typed, now }: Guess,
): Promise<RegistrationCode | Refused | RefusedOnRecord> {
  const kept = await lockOpenCode(tx, registrationId)
  if (!kept || !purposes.includes(kept.purpose) || kept.expiresAt <= now)
    return refused("registration.code-gone")
  const code = typedCode(typed)
  // Not six digits cannot be a guess: the form is shown again and no guess is lost.
  if (!code) return refused("invalid")
  const note = { subject: registrationId }
  if (isRegistrationCode(kept.id, code, kept.codeHash)) {
    await markCodesClosed(tx, registrationId, now)
    return kept
  }
  await markCodeGuessed(tx, kept.id)
  const left = kept.guessesLeft - 1
  if (left > 0) return refusedOnRecord("registration.code-wrong", note, { left })
  await markCodesClosed(tx, registrationId, now)
  return refusedOnRecord("registration.code-gone", note)
}
