import "server-only"
import { randomUUID } from "node:crypto"
import type { z } from "zod"
import type { Credential } from "@/db/queries/signin-credentials"
import { insertLoginFlow } from "@/db/queries/signin-flows"
import type { Transaction } from "@/db/types"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { randomToken } from "@/lib/crypto/random"
import { keyRing } from "@/lib/crypto/ring"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, type Outcome, type Refused, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { log } from "@/lib/log"
import { otpLimits } from "@/lib/otp/rules"
import { sendCode } from "@/lib/otp/send-code"
import { assurances } from "@/lib/sessions/rules"
import { admit } from "./admit"
import { type CheckedPassword, checkPassword, concludePassword } from "./check-password"
import { flowLifetime } from "./rules"
import { startSignInInput } from "./schema"
import { isSecondFactorAsked } from "./second-factor"
import { mustUseThaid } from "./thaid-duty"
import { credentialKey } from "./throttle-keys"

type Input = z.output<typeof startSignInInput>
type Prepared = CheckedPassword & { readonly mustUseThaid: boolean }
type Recipient = { readonly accountId: string; readonly email: string }

/** How the password step ends well: on to the code, or, before the second factor's start date, signed in. */
export type SignInStarted =
  | { readonly next: "code" | "factor"; readonly flow: string }
  | { readonly next: "portal"; readonly session: string; readonly device: string }

/**
 * The password step. Known and unknown names cost the same: two look-ups, one hash, one statement of counting; and
 * they get the same answers (OWASP ASVS 5.0 6.3.8).
 */
export const startSignIn = command({
  name: "signin.password",
  input: startSignInInput,
  allow: canBeAnyone,
  async prepare({ db, now, input }): Promise<Prepared | Refused> {
    const { username, password, browser } = input
    const key = credentialKey(username)
    const checked = await checkPassword(db, { key, typed: username, password, browser, now })
    if ("kind" in checked) return checked
    const { matches, credential, standing } = checked
    // Told early, by this step; where the session opens the duty is asked for again (admit.ts).
    const isAsked = matches && credential && standing.isThaidDutySet
    return { ...checked, mustUseThaid: isAsked ? await mustUseThaid(db, credential.accountId, now) : false }
  },
  async run({ tx, now, input, prepared }) {
    const { credential, matches } = prepared
    const mailTo = codeGoesTo(prepared, now)
    // The statements of both go out together; a wait takes back what the flow's wrote.
    const [{ waitUntil }, begun] = await Promise.all([
      concludePassword(tx, prepared, now),
      mailTo && beginFlow(tx, mailTo, input, now),
    ])
    if (!(matches && credential)) {
      const note = credential ? { account: credential.accountId } : {}
      return waitUntil
        ? refusedOnRecord("signin.wait", note, { until: waitUntil })
        : refusedOnRecord("signin.wrong", note)
    }
    if (waitUntil) return refused("signin.wait", { until: waitUntil })
    const note = { account: credential.accountId }
    const shut = shutFor(credential, prepared.mustUseThaid)
    if (shut) return refusedOnRecord(shut, note)
    if (credential.hasFactor) {
      const flow = newFlow()
      await openFlow(tx, flow, credential.accountId, input, now)
      return done<SignInStarted>(
        { next: "factor", flow: flow.token },
        { ...note, detail: { next: "factor" } },
      )
    }
    if (!isSecondFactorAsked(prepared.standing.secondFactorFrom, now))
      return comeIn(tx, credential, input, now)
    if (!begun) return refusedOnRecord("signin.no-email", note)
    if (!begun.sent) return refused("otp.too-many-sent", { until: begun.until })
    return done<SignInStarted>({ next: "code", flow: begun.flow }, { ...note, detail: { next: "code" } })
  },
})

/** Whom the code is mailed to after this password; nobody when the step ends otherwise. */
function codeGoesTo(
  { credential, matches, standing, mustUseThaid: must }: Prepared,
  now: Date,
): Recipient | undefined {
  if (!(matches && credential?.email && credential.emailVerified) || credential.hasFactor) return undefined
  if (shutFor(credential, must) || !isSecondFactorAsked(standing.secondFactorFrom, now)) return undefined
  return { accountId: credential.accountId, email: credential.email }
}

function shutFor({ state, signInMethod }: Credential, must: boolean): RefusalCode | undefined {
  // Told to a right password only: a wrong one is answered alike for everybody.
  if (state === "suspended" || state === "locked") return "signin.suspended"
  if (state !== "active") return "signin.not-active"
  if (signInMethod === "thaid") return "signin.thaid-only"
  return must ? "signin.thaid-required" : undefined
}

/** Signs in by the password alone, before the second factor's start date. */
async function comeIn(
  tx: Transaction,
  { accountId, email, emailVerified }: Credential,
  { sharedComputer, locale, browser }: Input,
  now: Date,
): Promise<Outcome<SignInStarted>> {
  const note = { account: accountId }
  const admitted = await admit(tx, {
    accountId,
    email: emailVerified ? email : null,
    assurance: assurances.password,
    sharedComputer,
    locale,
    browser,
    now,
  })
  if ("no" in admitted) return refusedOnRecord(admitted.no, note)
  const { sessionId, ...tokens } = admitted
  return done({ next: "portal", ...tokens }, { ...note, session: sessionId, detail: { next: "portal" } })
}

type Flow = { readonly id: string; readonly token: string }
const newFlow = (): Flow => ({ id: randomUUID(), token: randomToken() })

/** A flow that waits for its code, bound to the browser by a token. */
async function openFlow(tx: Transaction, { id, token }: Flow, accountId: string, input: Input, now: Date) {
  await insertLoginFlow(tx, {
    id,
    tokenHash: keyedHash(keyRing(), "flow-token", token),
    accountId,
    returnTo: input.returnTo ?? null,
    sharedComputer: input.sharedComputer,
    guessesLeft: otpLimits.guesses,
    createdAt: now,
    expiresAt: new Date(now.getTime() + flowLifetime * 1000),
  })
  log.info({ flowId: id }, "signin: flow started")
}

async function beginFlow(tx: Transaction, to: Recipient, input: Input, now: Date) {
  const flow = newFlow()
  const [, result] = await Promise.all([
    openFlow(tx, flow, to.accountId, input, now),
    // After it: the code's row refers to the flow's.
    sendCode(tx, { flowId: flow.id, ...to, locale: input.locale, now }),
  ])
  return result.sent ? { sent: true as const, flow: flow.token } : result
}
