import "server-only"
import { findUsedAttempt, type ThaidAttempt } from "@/db/queries/thaid"
import type { Database } from "@/db/types"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { isNationalId } from "@/lib/identity/rules"
import { thaidClient } from "@/lib/thaid/client"
import { proveIdentity } from "@/lib/thaid/prove-identity"
import type { ThaidIdentity } from "@/lib/thaid/read-identity"
import { isThaidHash } from "./thaid-hashes"
import { thaidVerifierPlace } from "./thaid-places"
import { refusalOf, type ThaidNo } from "./thaid-refusals"

/** An attempt with the person whom the service proved, or why it proved nobody. */
export type Proved =
  | { readonly attempt: ThaidAttempt; readonly identity: ThaidIdentity }
  | { readonly attempt: ThaidAttempt | undefined; readonly no: ThaidNo }

/**
 * Step before a transaction: changes the code of a used attempt for a person, once. Takes as long as the service takes,
 * up to the configured patience.
 *
 * @param at.isRecent whether the person must have agreed within the last five minutes, as a step-up wants
 */
export async function proveAttempt(
  db: Database,
  at: {
    readonly attemptId: string
    readonly code: string
    readonly purpose: ThaidAttempt["purpose"]
    readonly isRecent: boolean
    readonly now: Date
  },
): Promise<Proved> {
  const attempt = await findUsedAttempt(db, at.attemptId)
  if (!attempt || attempt.purpose !== at.purpose)
    return { attempt: undefined, no: { code: "signin.thaid-used", why: "no-such-attempt" } }
  const client = thaidClient()
  if (!client) return { attempt, no: { code: "signin.thaid-off", why: "off" } }
  const proof = await proveIdentity(client, {
    code: at.code,
    verifier: open(keyRing(), thaidVerifierPlace(attempt.id), attempt.verifierSealed),
    isNonce: (claimed) => isThaidHash("nonce", claimed, attempt.nonceHash),
    isRecent: at.isRecent,
    isNationalId,
    now: at.now,
  })
  return "kind" in proof ? { attempt, no: refusalOf(proof) } : { attempt, identity: proof }
}
