import "server-only"
import { findKnownAccount, markDisputed, markRegistration } from "@/db/queries/registration"
import type { Transaction } from "@/db/types"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { enqueueMail } from "@/lib/mail/enqueue"
import { endAllSessions } from "@/lib/sessions/end-all-sessions"
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
  const isDisputable = account?.isUnproved === true && account.cameTyped
  const isFree = !account || account.state === "closed" || account.lockedReason === "disputed"
  if (!(isFree || isDisputable)) return "has-account"
  const { name } = identity
  await markRegistration(tx, id, {
    ...sealedNumber(id, identity.pid),
    ...(name ? { titleTh: name.title, givenNameTh: name.given, familyNameTh: name.family } : {}),
    provedAt: now,
  })
  if (isFree) return "applied"
  await freezeDisputed(tx, account, now)
  return "froze"
}

type Frozen = {
  readonly accountId: string
  readonly email: string | null
  readonly emailVerified: boolean
  readonly locale: "th" | "en"
}

/** Step: an account whose number ThaiID proved to be somebody's who is not known to be its holder. Its sessions end. */
async function freezeDisputed(tx: Transaction, account: Frozen, now: Date): Promise<void> {
  await markDisputed(tx, account.accountId, now)
  await endAllSessions(tx, account.accountId, "locked", now)
  if (!(account.email && account.emailVerified)) return
  const props = { kind: "disputed" as const, at: now.toISOString() }
  await enqueueMail(tx, {
    template: "registration-known",
    locale: account.locale,
    to: account.email,
    props,
    now,
  })
}
