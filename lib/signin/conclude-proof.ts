import "server-only"
import { lockAccountOfPerson, markAttemptOutcome, markProved, type ProvedAccount } from "@/db/queries/thaid"
import type { Transaction } from "@/db/types"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { type Refused, type RefusedOnRecord, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import type { RefusalCode } from "@/lib/kernel/refusal"
import type { ThaidIdentity } from "@/lib/thaid/read-identity"
import { leadToRegister } from "./lead-to-register"
import type { Proved } from "./prove-attempt"

/** A person whom ThaiID proved, with the account that is his, held. */
export type ProvedPerson = {
  readonly account: ProvedAccount
  readonly attemptId: string
  readonly evidence: ThaidIdentity["evidence"]
}

/**
 * Step: ends an errand that was begun by nobody in particular: the account of the person who was proved, or why not. Of two
 * who bring the same attempt, one ends it.
 *
 * @param judge why the account is not let through, if it is not
 */
export async function concludeProof(
  tx: Transaction,
  proved: Proved,
  judge: (account: ProvedAccount) => RefusalCode | undefined,
  now: Date,
): Promise<ProvedPerson | Refused | RefusedOnRecord> {
  const { attempt } = proved
  if (!attempt) return refused("signin.thaid-used")
  if ("no" in proved) {
    const { code, why } = proved.no
    if (!(await markAttemptOutcome(tx, attempt.id, code))) return refused("signin.thaid-used")
    return refusedOnRecord(code, { subject: attempt.id, detail: { why } })
  }
  const { pid, evidence } = proved.identity
  const account = await lockAccountOfPerson(tx, keyedHashes(keyRing(), "national-id", pid), now)
  const no = account ? judge(account) : "signin.thaid-unknown"
  if (!(await markAttemptOutcome(tx, attempt.id, no ?? "done"))) return refused("signin.thaid-used")
  if (account)
    await leadToRegister(tx, { attemptId: attempt.id, no, account, identity: proved.identity, now })
  if (no || !account) {
    const note = { subject: attempt.id, ...(account ? { account: account.accountId } : {}) }
    return refusedOnRecord(no ?? "signin.thaid-unknown", { ...note, detail: evidence })
  }
  await markProved(tx, account.accountId, now)
  return { account, attemptId: attempt.id, evidence }
}
