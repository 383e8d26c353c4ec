import "server-only"
import { markFlowClosed, markGuessed } from "@/db/queries/signin-flows"
import type { Transaction } from "@/db/types"
import {
  type AuditNote,
  type Refused,
  type RefusedOnRecord,
  refused,
  refusedOnRecord,
} from "@/lib/kernel/outcome"
import { wrongCodeLimit } from "@/lib/otp/code-limits"
import { countAgainst, peekAt } from "@/lib/rate-limit/count-against"

type GuessedFlow = { readonly id: string; readonly accountId: string; readonly guessesLeft: number }

/**
 * Step: tries a code of whatever kind within a flow. Five guesses a flow, ten wrong ones an hour per account; `spend`
 * uses a right one up. Returns why not, or nothing when it was right.
 *
 * @param spend uses the code up and tells what it was; nothing when what was typed is no code at all, which costs no guess
 */
export async function judgeCode(
  tx: Transaction,
  flow: GuessedFlow,
  spend: () => Promise<"right" | "wrong" | "expired"> | undefined,
  now: Date,
): Promise<Refused | RefusedOnRecord | undefined> {
  const note: AuditNote = { account: flow.accountId, subject: flow.id }
  const wrongs = wrongCodeLimit(flow.accountId, now)
  const allowance = await peekAt(tx, wrongs)
  if (!allowance.allowed) return refusedOnRecord("otp.too-many-wrong", note, { until: allowance.until })
  const spending = spend()
  if (!spending) return refused("invalid")
  const result = await spending
  if (result === "right") return undefined
  await markGuessed(tx, flow.id)
  await countAgainst(tx, wrongs)
  const left = flow.guessesLeft - 1
  if (left > 0) return refusedOnRecord(result === "expired" ? "otp.expired" : "otp.wrong", note, { left })
  await markFlowClosed(tx, { id: flow.id }, "guesses-used", now)
  return refusedOnRecord("otp.guesses-used", note)
}
