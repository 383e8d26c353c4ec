import "server-only"
import {
  type LeasedSignOut,
  leaseSignOuts,
  type SignOutEnd,
  settleEndedSignIns,
  settleSignOut,
} from "@/db/queries/oidc-sign-outs"
import type { Database } from "@/db/types"
import { keyRing } from "@/lib/crypto/ring"
import { log } from "@/lib/log"
import { pairwiseName } from "@/lib/machine/name-subjects"
import { type Answered, callOut } from "@/lib/outbound/call-out"
import { openKeySet } from "./key-set"
import { logoutToken } from "./logout-token"
import { sidOf } from "./name-sign-ins"
import { leaseTime, tellFor, waitAfter } from "./sign-out-times"

/** What telling systems of sign-outs needs. */
export type Teller = {
  readonly db: Database
  readonly issuer: string
  readonly clock: () => Date
  /** How calls leave; tests give their own. */
  readonly call?: typeof callOut
}

/** Sign-ins that are ended in one turn at most; the next turn follows at once. */
const handful = 500

/** Ends what has lost its ground; true when more may be left. */
export async function endSignIns({ db, clock }: Teller): Promise<boolean> {
  const now = clock()
  const giveUpAt = new Date(now.getTime() + tellFor)
  const ended = await settleEndedSignIns(db, { now, giveUpAt, atMost: handful })
  if (ended > 0) log.info({ ended }, "sign-outs: written down")
  return ended === handful
}

/** Takes sign-outs that are due, so many at most, two of one system. */
export async function takeSignOuts({ db, clock }: Teller, atMost: number): Promise<LeasedSignOut[]> {
  if (atMost < 1) return []
  const now = clock()
  const until = new Date(now.getTime() + leaseTime)
  return await leaseSignOuts(db, { now, until, atMost, ofOneClient: 2 })
}

/**
 * Tells one system that somebody is no longer signed in, and writes down what came of it. Only 200 and 204 confirm
 * (OpenID Connect Back-Channel Logout 1.0 §2.8); all else is told again after a pause. A process that dies in between lets the
 * system be told twice, which changes nothing there.
 */
export async function tellSystem(teller: Teller, taken: LeasedSignOut): Promise<SignOutEnd["state"]> {
  const { db, clock } = teller
  const answer = taken.uri === null ? null : await told(teller, taken, taken.uri)
  const now = clock()
  const end = endOf(taken, answer, now)
  const held = await settleSignOut(db, taken, end)
  const { clientId, attempts } = taken
  log.info({ clientId, attempts, state: end.state, answer: end.answer, held }, "sign-outs: told")
  return end.state
}

async function told(teller: Teller, taken: LeasedSignOut, url: string): Promise<Answered> {
  const { db, clock, issuer, call = callOut } = teller
  const keys = await openKeySet(db, keyRing())
  const { clientId, accountId, alg, sector } = taken
  const sub = sector ? pairwiseName(keys.subjects, sector, accountId) : accountId
  const token = logoutToken(keys, { issuer, clientId, alg, sub, sid: sidOf(taken.grantId), now: clock() })
  return await call({
    url,
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", "cache-control": "no-store" },
    body: new URLSearchParams({ logout_token: token }).toString(),
  })
}

function endOf(taken: LeasedSignOut, answer: Answered | null, now: Date): SignOutEnd {
  if (answer === null) return { state: "untold", answer: null, now }
  const code = answer.ok ? String(answer.status) : answer.fault
  if (code === "200" || code === "204") return { state: "confirmed", answer: code, now }
  const nextAttemptAt = new Date(now.getTime() + waitAfter(taken.attempts))
  const isOver = nextAttemptAt >= taken.giveUpAt
  return { state: isOver ? "gave-up" : "waiting", answer: code, nextAttemptAt, now }
}
