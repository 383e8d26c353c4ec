import "server-only"
import { lockThaidAttempt, markAttemptOutcome, markAttemptUsed, type ThaidAttempt } from "@/db/queries/thaid"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refusedOnRecord } from "@/lib/kernel/outcome"
import { returnFromThaidInput } from "./schema"
import { isThaidHash, thaidHashes } from "./thaid-hashes"
import { refusalOfError, type ThaidNo } from "./thaid-refusals"

/** What goes on from here, and what for. */
export type ThaidReturned = {
  readonly attemptId: string
  readonly code: string
  readonly purpose: ThaidAttempt["purpose"]
}

/**
 * Takes a browser that comes back from ThaiID. The attempt is used up here, before anything is asked of the service, so
 * that no state serves twice, in whichever instance (RFC 9700 §4.7). What another browser brings leaves it as it is: a
 * mail scanner that looks at an address must not spoil the sign-in of the person whose address it is.
 */
export const returnFromThaid = command({
  name: "signin.thaid-return",
  input: returnFromThaidInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const { state, browser, code } = input
    const attempt = await lockThaidAttempt(tx, thaidHashes("state", state))
    if (!attempt) return refusedOnRecord("signin.thaid-expired", { detail: { why: "unknown-state" } })
    const note = {
      subject: attempt.id,
      ...(attempt.accountId ? { account: attempt.accountId } : {}),
    }
    if (!isThaidHash("browser", browser ?? "", attempt.browserHash))
      return refusedOnRecord("signin.thaid-other-browser", note)
    if (attempt.usedAt) return refusedOnRecord("signin.thaid-used", note)
    await markAttemptUsed(tx, attempt.id, now)
    const no = unfit(attempt, input, now)
    if (no) {
      await markAttemptOutcome(tx, attempt.id, no.code)
      return refusedOnRecord(no.code, { ...note, detail: { why: no.why } })
    }
    const returned = { attemptId: attempt.id, code: code ?? "", purpose: attempt.purpose }
    return done<ThaidReturned>(returned, note)
  },
})

function unfit(
  attempt: ThaidAttempt,
  { code, error }: { readonly code?: string | undefined; readonly error?: string | undefined },
  now: Date,
): ThaidNo | undefined {
  if (attempt.expiresAt <= now) return { code: "signin.thaid-expired", why: "too-late" }
  if (error !== undefined) return refusalOfError(error)
  return code ? undefined : { code: "signin.thaid-upstream", why: "no-code" }
}
