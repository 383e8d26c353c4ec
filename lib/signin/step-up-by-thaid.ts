import "server-only"
import { lockAccountOfPerson, markAttemptOutcome, markProved } from "@/db/queries/thaid"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { assurances } from "@/lib/sessions/rules"
import { stepUpSession } from "@/lib/sessions/step-up-session"
import { proveAttempt } from "./prove-attempt"
import { stepUpByThaidInput } from "./schema"

/**
 * Ends a step-up by ThaiID: the account's own person has agreed within the last five minutes, and the session goes on
 * under a new token, for the browser's cookie.
 */
export const stepUpByThaid = command({
  name: "signin.step-up-thaid",
  input: stepUpByThaidInput,
  allow: canBeAccount,
  prepare: ({ db, now, input }) => proveAttempt(db, { ...input, purpose: "step-up", isRecent: true, now }),
  async run({ tx, actor: { accountId, sessionId }, now, prepared }) {
    const { attempt } = prepared
    if (!(attempt && attempt.sessionId === sessionId)) return refused("signin.thaid-used")
    const note = { subject: sessionId }
    const failed = "no" in prepared ? prepared.no : undefined
    if (!(await markAttemptOutcome(tx, attempt.id, failed?.code ?? "proved")))
      return refused("signin.thaid-used")
    if ("no" in prepared)
      return refusedOnRecord(prepared.no.code, { ...note, detail: { why: prepared.no.why } })
    const { pid, evidence } = prepared.identity
    const proved = await lockAccountOfPerson(tx, keyedHashes(keyRing(), "national-id", pid), now)
    if (proved?.accountId !== accountId)
      return refusedOnRecord("signin.thaid-other-person", { ...note, detail: evidence })
    const { acr } = assurances.thaid
    const session = await stepUpSession(tx, { sessionId, acr, now })
    if (!session) return refused("signin.step-up-gone")
    await markProved(tx, accountId, now)
    return done({ session }, { ...note, detail: { acr, ...evidence } })
  },
})
