import "server-only"
import { findKnownAccount, type KnownAccount, markRegistration } from "@/db/queries/registration"
import type { Transaction } from "@/db/types"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { freezeDisputed } from "@/lib/signin/freeze-disputed"
import type { KeptProof } from "@/lib/signin/kept-proof"
import { sealedNumber } from "./sealed-number"

type Proof = { readonly id: string; readonly identity: KeptProof; readonly now: Date }

/**
 * Step: fills in what ThaiID vouches for and locks it. An account that holds the same number, came by a request in which it
 * was typed, and was never proved by ThaiID, is frozen until an officer decides: one of the two is not the person.
 *
 * @returns `has-account` where the person has an account of his own already; then nothing is filled in
 */
export async function applyProof(
  tx: Transaction,
  proof: Proof,
): Promise<"applied" | "froze" | "has-account"> {
  const { id, identity, now } = proof
  const account = await findKnownAccount(tx, keyedHashes(keyRing(), "national-id", identity.pid), true)
  const claimed = account && isDisputable(account) ? account : undefined
  if (account && !claimed && account.state !== "closed") return "has-account"
  const { name } = identity
  await markRegistration(tx, id, {
    ...sealedNumber(id, identity.pid),
    disputedAccountId: claimed?.accountId ?? null,
    ...(name ? { titleTh: name.title, givenNameTh: name.given, familyNameTh: name.family } : {}),
    provedAt: now,
  })
  // one that is frozen, or was decided for its holder before, stays as it is until this claim is decided
  if (!claimed || claimed.lockedReason === "disputed" || claimed.isSettled) return "applied"
  await freezeDisputed(tx, claimed, now)
  return "froze"
}

function isDisputable({ state, lockedReason, isUnproved, cameTyped }: KnownAccount): boolean {
  if (lockedReason === "disputed") return true
  return isUnproved && cameTyped && state !== "closed" && state !== "suspended"
}
