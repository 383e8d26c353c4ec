import "server-only"
import { markAttemptOutcome } from "@/db/queries/thaid"
import type { Transaction } from "@/db/types"
import { type Refused, type RefusedOnRecord, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import type { ThaidIdentity } from "@/lib/thaid/read-identity"
import type { Proved } from "./prove-attempt"

/**
 * Step: ends an errand for which it does not matter whether the person has an account: who was proved, or why nobody was. Of
 * two who bring the same attempt, one ends it.
 */
export async function endErrand(
  tx: Transaction,
  proved: Proved,
): Promise<{ readonly identity: ThaidIdentity; readonly attemptId: string } | Refused | RefusedOnRecord> {
  const { attempt } = proved
  if (!attempt) return refused("signin.thaid-used")
  const no = "no" in proved ? proved.no : undefined
  if (!(await markAttemptOutcome(tx, attempt.id, no?.code ?? "done"))) return refused("signin.thaid-used")
  if (no || !("identity" in proved))
    return refusedOnRecord(no?.code ?? "signin.thaid-used", {
      subject: attempt.id,
      detail: { why: no?.why ?? "" },
    })
  return { identity: proved.identity, attemptId: attempt.id }
}
