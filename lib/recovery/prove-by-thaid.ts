import "server-only"
import { randomUUID } from "node:crypto"
import { insertRecovery, lockRecoverable, type Recoverable } from "@/db/queries/recovery"
import { randomToken } from "@/lib/crypto/random"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refusedOnRecord } from "@/lib/kernel/outcome"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { concludeProof, type ProvedPerson } from "@/lib/signin/conclude-proof"
import { proveAttempt } from "@/lib/signin/prove-attempt"
import { recoveryTokenHash } from "./hashes"
import { recoverySubject } from "./limits"
import { recoveryLimits } from "./rules"
import { proveByThaidInput } from "./schema"

/** Why a proved person's account can't be recovered: the proof is of the person, the account decides. */
const shut: Readonly<Record<Recoverable["state"], RefusalCode | undefined>> = {
  active: undefined,
  locked: undefined,
  invited: "signin.thaid-invited",
  suspended: "signin.suspended",
  closed: "signin.thaid-closed",
}

function judge({ state, dispute }: ProvedPerson["account"]): RefusalCode | undefined {
  return dispute ? "signin.thaid-disputed" : shut[state]
}

/**
 * The second half of a way back by ThaiID: the person who agreed within the last five minutes sets a new password, or
 * opens the locked account that signs in by ThaiID.
 */
export const proveByThaid = command({
  name: "recovery.thaid",
  input: proveByThaidInput,
  allow: canBeAnyone,
  prepare: ({ db, now, input }) => proveAttempt(db, { ...input, purpose: "recover", isRecent: true, now }),
  async run({ tx, now, prepared }) {
    const proved = await concludeProof(tx, prepared, judge, now)
    if ("kind" in proved) return proved
    const { account, attemptId, evidence } = proved
    const { accountId } = account
    const note = { account: accountId, subject: attemptId, detail: evidence }
    const recoverable = await lockRecoverable(tx, accountId)
    // Who signs in by ThaiID and may come in has just shown that he can.
    if (recoverable?.signInMethod === "thaid" && account.state === "active")
      return refusedOnRecord("recovery.thaid-only", note)
    const recovery = randomToken()
    await insertRecovery(tx, {
      id: randomUUID(),
      tokenHash: recoveryTokenHash(recovery),
      accountId,
      subject: recoverySubject(`account/${accountId}`),
      guessesLeft: 0,
      proof: "thaid",
      createdAt: now,
      expiresAt: new Date(now.getTime() + recoveryLimits.settingTime * 1000),
    })
    return done({ recovery }, note)
  },
})
