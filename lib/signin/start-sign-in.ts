import "server-only"
import { randomUUID } from "node:crypto"
import type { z } from "zod"
import {
  type Credential,
  countPasswordFailure,
  findCredential,
  findStanding,
  insertLoginFlow,
  markPasswordRight,
  type Standing,
} from "@/db/queries/signin"
import type { Transaction } from "@/db/types"
import { keyedHash, keyedHashes } from "@/lib/crypto/keyed-hash"
import { decoyHash, HashingBusy, verifyPassword } from "@/lib/crypto/password-hash"
import { randomToken } from "@/lib/crypto/random"
import { keyRing } from "@/lib/crypto/ring"
import { env } from "@/lib/env"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { log } from "@/lib/log"
import { otpLimits } from "@/lib/otp/rules"
import { sendCode } from "@/lib/otp/send-code"
import { openSession } from "@/lib/sessions/open-session"
import { assurances } from "@/lib/sessions/rules"
import { flowLifetime, passwordLimits } from "./rules"
import { startSignInInput } from "./schema"
import { isSecondFactorAsked } from "./second-factor"
import { credentialKey, throttleKeys } from "./throttle-keys"

type Input = z.output<typeof startSignInInput>

type Prepared = {
  readonly credential: Credential | undefined
  readonly standing: Standing
  readonly keys: ReturnType<typeof throttleKeys>
  readonly matches: boolean
}

/** How the password step ends well: on to the code, or, before the second factor's start date, signed in. */
export type SignInStarted =
  | { readonly next: "code"; readonly flow: string }
  | { readonly next: "portal"; readonly session: string }

/**
 * The password step. Known and unknown names cost the same: two look-ups, one hash, one statement of counting; and
 * they get the same answers (OWASP ASVS 5.0 6.3.8).
 */
export const startSignIn = command({
  name: "signin.password",
  input: startSignInInput,
  allow: canBeAnyone,
  async prepare({ db, now, input }): Promise<Prepared | ReturnType<typeof refused>> {
    const { device, address } = input.browser
    const deviceHashes = keyedHashes(keyRing(), "device-token", device ?? "")
    const credential = await findCredential(db, credentialKey(input.username), deviceHashes)
    const keys = throttleKeys({
      typed: input.username,
      credential,
      device,
      address,
    })
    const standing = await findStanding(db, { ...keys, now })
    const stopped = stoppedBefore(standing, credential)
    if (stopped) return stopped
    try {
      const matches = await verifyPassword(credential?.passwordHash ?? (await decoyHash()), input.password)
      return {
        credential,
        standing,
        keys,
        matches: matches && credential?.passwordHash != null,
      }
    } catch (thrown) {
      if (thrown instanceof HashingBusy) return refused("signin.busy")
      throw thrown
    }
  },
  async run({ tx, now, input, prepared }) {
    const { credential, keys, matches } = prepared
    if (!(matches && credential)) {
      const accountId = credential?.accountId ?? null
      const { waitUntil } = await countPasswordFailure(tx, {
        ...keys,
        accountId,
        now,
        limits: passwordLimits,
      })
      const note = accountId ? { account: accountId } : {}
      return waitUntil
        ? refusedOnRecord("signin.wait", note, { until: waitUntil })
        : refusedOnRecord("signin.wrong", note)
    }
    const { waitUntil } = await markPasswordRight(tx, { ...keys, now })
    if (waitUntil) return refused("signin.wait", { until: waitUntil })
    const note = { account: credential.accountId }
    const shut = shutFor(credential)
    if (shut) return refusedOnRecord(shut, note)
    if (!isSecondFactorAsked(prepared.standing.secondFactorFrom, now)) {
      const { session, sessionId } = await openAtOnce(tx, credential.accountId, input, now)
      return done<SignInStarted>(
        { next: "portal", session },
        { ...note, session: sessionId, detail: { next: "portal" } },
      )
    }
    if (!(credential.email && credential.emailVerified)) return refusedOnRecord("signin.no-email", note)
    const begun = await beginFlow(tx, { ...credential, email: credential.email }, input, now)
    if (!begun.sent) return refused("otp.too-many-sent", { until: begun.until })
    return done<SignInStarted>({ next: "code", flow: begun.flow }, { ...note, detail: { next: "code" } })
  },
})

/** What ends the step before any hash: a wait, a crowded address, a closed password route. Alike for unknown names. */
function stoppedBefore(standing: Standing, credential: Credential | undefined) {
  if (standing.waitUntil) return refused("signin.wait", { until: standing.waitUntil })
  if (standing.addressFailures >= env.ADDRESS_FAILURE_LIMIT && standing.addressWindowEndsAt) {
    return refused("signin.too-many-from-address", {
      until: standing.addressWindowEndsAt,
    })
  }
  const closed = credential ? credential.passwordClosed : standing.failuresToday >= passwordLimits.closeAfter
  return closed ? refused("signin.password-closed") : undefined
}

function shutFor(credential: Credential): RefusalCode | undefined {
  if (credential.state === "active") return undefined
  return credential.state === "suspended" || credential.state === "locked"
    ? "signin.suspended"
    : "signin.not-active"
}

async function openAtOnce(
  tx: Transaction,
  accountId: string,
  input: Input,
  now: Date,
): Promise<{ readonly session: string; readonly sessionId: string }> {
  const { token, sessionId } = await openSession(tx, {
    accountId,
    assurance: assurances.password,
    sharedComputer: input.sharedComputer,
    browser: input.browser,
    ...(input.browser.session ? { replaces: input.browser.session } : {}),
    now,
  })
  return { session: token, sessionId }
}

async function beginFlow(
  tx: Transaction,
  account: { readonly accountId: string; readonly email: string },
  input: Input,
  now: Date,
) {
  const [flowId, flow] = [randomUUID(), randomToken()]
  await insertLoginFlow(tx, {
    id: flowId,
    tokenHash: keyedHash(keyRing(), "flow-token", flow),
    accountId: account.accountId,
    returnTo: input.returnTo ?? null,
    sharedComputer: input.sharedComputer,
    guessesLeft: otpLimits.guesses,
    createdAt: now,
    expiresAt: new Date(now.getTime() + flowLifetime * 1000),
  })
  log.info({ flowId }, "signin: flow started")
  const result = await sendCode(tx, {
    flowId,
    ...account,
    locale: input.locale,
    now,
  })
  return result.sent ? { sent: true as const, flow } : result
}
