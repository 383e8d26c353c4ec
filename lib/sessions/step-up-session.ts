import "server-only"
import { markSteppedUp } from "@/db/queries/sessions"
import type { Transaction } from "@/db/types"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { randomToken } from "@/lib/crypto/random"
import { keyRing } from "@/lib/crypto/ring"
import { log } from "@/lib/log"

/**
 * Step: the person has proved once more who he is. The session goes on under a new token (for its cookie alone), the
 * former one is worth nothing (OWASP ASVS 5.0 7.2.4). Nothing when the session has ended meanwhile.
 */
export async function stepUpSession(
  tx: Transaction,
  step: { readonly sessionId: string; readonly acr: string; readonly now: Date },
): Promise<string | undefined> {
  const { sessionId, acr, now } = step
  const token = randomToken()
  const tokenHash = keyedHash(keyRing(), "session-token", token)
  if (!(await markSteppedUp(tx, sessionId, { tokenHash, acr, now }))) return undefined
  log.info({ sessionId }, "sessions: stepped up")
  return token
}
