import "server-only"
import { insertChallenge, takeChallenge } from "@/db/queries/passkeys"
import type { Transaction } from "@/db/types"
import { keyedHash, keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { factorLimits } from "./rules"

/** What a challenge is for, and by which browser: a session, a sign-in under way, or the token of a cookie. */
export type ChallengeUse = {
  readonly purpose: "register" | "sign-in" | "second-step" | "step-up"
  readonly binding: string
}

const keyOf = ({ purpose, binding }: ChallengeUse, challenge: string) => `${purpose}/${binding}/${challenge}`

/** Step: keeps a challenge, for this use alone, until it is answered or its five minutes are over. */
export function keepChallenge(
  tx: Transaction,
  use: ChallengeUse,
  challenge: string,
  now: Date,
): Promise<void> {
  const keyHash = keyedHash(keyRing(), "passkey-challenge", keyOf(use, challenge))
  const expiresAt = new Date(now.getTime() + factorLimits.challenge * 1000)
  return insertChallenge(tx, { keyHash, expiresAt })
}

/** Step: takes the challenge that an answer names, once; false for one of another use, spent or too old. */
export function spendChallenge(
  tx: Transaction,
  use: ChallengeUse,
  challenge: string,
  now: Date,
): Promise<boolean> {
  return takeChallenge(tx, keyedHashes(keyRing(), "passkey-challenge", keyOf(use, challenge)), now)
}
