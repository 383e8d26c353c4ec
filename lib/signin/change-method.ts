import "server-only"
import {
  lockAccountOfPerson,
  markAttemptOutcome,
  markProved,
  markSignInMethod,
  type ProvedAccount,
} from "@/db/queries/thaid"
import type { Transaction } from "@/db/types"
import { setAlarm } from "@/lib/alarms/set-alarm"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { enqueueMail } from "@/lib/mail/enqueue"
import { endOpenFlows } from "./end-open-flows"
import { heldBack } from "./held-back"
import { proveAttempt } from "./prove-attempt"
import { changeMethodInput } from "./schema"

/**
 * Ends a change of one's sign-in method: the person whom ThaiID proved within the last five minutes must be the account's
 * own, by the 13-digit number. To ThaiID closes the password route and every sign-in that waits for its code.
 */
export const changeMethod = command({
  name: "signin.change-method",
  input: changeMethodInput,
  allow: canBeAccount,
  prepare: ({ db, now, input }) => proveAttempt(db, { ...input, isRecent: true, now }),
  async run({ tx, actor, now, input, prepared }) {
    const { attempt } = prepared
    const { accountId, sessionId } = actor
    const isOwn = attempt?.accountId === accountId && attempt.sessionId === sessionId
    if (!(attempt && isOwn)) return refused("signin.thaid-used")
    const note = { subject: accountId }
    const code = "no" in prepared ? prepared.no.code : undefined
    if (!(await markAttemptOutcome(tx, attempt.id, code ?? "proved"))) return refused("signin.thaid-used")
    if ("no" in prepared)
      return refusedOnRecord(prepared.no.code, { ...note, detail: { why: prepared.no.why } })
    const { pid, evidence } = prepared.identity
    const proved = await lockAccountOfPerson(tx, keyedHashes(keyRing(), "national-id", pid), now)
    if (proved?.accountId !== accountId)
      return refusedOnRecord("signin.thaid-other-person", { ...note, detail: evidence })
    const method = input.purpose === "link" ? "thaid" : "password"
    const held = await heldBack(tx, accountId, method, now)
    if (held) return refused(held)
    await markProved(tx, accountId, now)
    await markSignInMethod(tx, { accountId, method, now })
    if (method === "thaid") await endOpenFlows(tx, accountId, now)
    await tell(tx, proved, { method, locale: input.locale, now })
    return done({ method }, { ...note, detail: { method, ...evidence } })
  },
})

async function tell(
  tx: Transaction,
  { accountId, email, emailVerified }: ProvedAccount,
  at: { readonly method: "thaid" | "password"; readonly locale: "th" | "en"; readonly now: Date },
): Promise<void> {
  if (!(email && emailVerified)) return
  const { method, locale, now } = at
  const props = { method, at: now.toISOString(), alarm: await setAlarm(tx, accountId, now) }
  await enqueueMail(tx, { template: "method-changed", locale, to: email, props, now })
}
