import "server-only"
import type { z } from "zod"
import {
  lockAccountOfPerson,
  markAttemptOutcome,
  markInvitedIn,
  markProved,
  type ProvedAccount,
} from "@/db/queries/thaid"
import type { Transaction } from "@/db/types"
import { takeUpFirstOffer } from "@/lib/access/take-up-offer"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { assurances } from "@/lib/sessions/rules"
import { admit } from "./admit"
import { leadToRegister } from "./lead-to-register"
import { proveAttempt } from "./prove-attempt"
import type { SignedIn } from "./redeem-code"
import { signInByThaidInput } from "./schema"

type Input = z.output<typeof signInByThaidInput>

/** How a sign-in by ThaiID ends well; who works for several units chooses one next. */
export type SignedInByThaid = SignedIn & { readonly mustChoose: boolean }

/** Why a proved person does not come in: the proof is of the person, the account decides. */
const shut: Readonly<Record<Exclude<ProvedAccount["state"], "active" | "invited">, RefusalCode>> = {
  locked: "signin.suspended",
  suspended: "signin.suspended",
  closed: "signin.thaid-closed",
}

/** The second half of a sign-in by ThaiID: asks the service who it is, and opens the session of that person's account. */
export const signInByThaid = command({
  name: "signin.thaid",
  input: signInByThaidInput,
  allow: canBeAnyone,
  prepare: ({ db, now, input }) => proveAttempt(db, { ...input, purpose: "sign-in", isRecent: false, now }),
  async run({ tx, now, input, prepared }) {
    const { attempt } = prepared
    if (!attempt) return refused("signin.thaid-used")
    const close = (outcome: string) => markAttemptOutcome(tx, attempt.id, outcome)
    if ("no" in prepared) {
      const { code, why } = prepared.no
      // Of two who bring the same attempt, one has closed it.
      if (!(await close(code))) return refused("signin.thaid-used")
      return refusedOnRecord(code, { subject: attempt.id, detail: { why } })
    }
    const { pid, evidence } = prepared.identity
    const account = await lockAccountOfPerson(tx, keyedHashes(keyRing(), "national-id", pid), now)
    const note = { subject: attempt.id, ...(account ? { account: account.accountId } : {}) }
    const no = account ? shutFor(account) : "signin.thaid-unknown"
    if (!(await close(no ?? "done"))) return refused("signin.thaid-used")
    await leadToRegister(tx, { attemptId: attempt.id, no, account, identity: prepared.identity, now })
    if (no || !account) return refusedOnRecord(no ?? "signin.thaid-unknown", { ...note, detail: evidence })
    const admitted = await welcome(tx, account, attempt.sharedComputer, input, now)
    if ("no" in admitted) return refusedOnRecord(admitted.no, note)
    const { sessionId, ...tokens } = admitted
    return done<SignedInByThaid>(
      { ...tokens, returnTo: attempt.returnTo, mustChoose: account.seats > 1 },
      {
        ...note,
        session: sessionId,
        detail: { acr: assurances.thaid.acr, isFirst: account.state === "invited", ...evidence },
      },
    )
  },
})

function shutFor({ state, dispute }: ProvedAccount): RefusalCode | undefined {
  // whoever typed the number may be another person than the one whom ThaiID proved
  if (dispute) return "signin.thaid-disputed"
  return state === "active" || state === "invited" ? undefined : shut[state]
}

async function welcome(
  tx: Transaction,
  { accountId, state, email, emailVerified }: ProvedAccount,
  sharedComputer: boolean,
  { locale, browser }: Input,
  now: Date,
) {
  await markProved(tx, accountId, now)
  // who was invited and is proved has accepted, by whatever door; his address stays unconfirmed until he confirms it
  if (state === "invited") {
    await markInvitedIn(tx, accountId, now)
    await takeUpFirstOffer(tx, accountId, now)
  }
  const assurance = assurances.thaid
  return admit(tx, {
    accountId,
    email: emailVerified ? email : null,
    assurance,
    sharedComputer,
    locale,
    browser,
    now,
  })
}
