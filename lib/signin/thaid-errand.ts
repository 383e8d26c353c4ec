import "server-only"
import { randomUUID } from "node:crypto"
import { insertThaidAttempt, type ThaidAttempt } from "@/db/queries/thaid"
import type { Transaction } from "@/db/types"
import { randomToken } from "@/lib/crypto/random"
import { keyRing } from "@/lib/crypto/ring"
import { seal } from "@/lib/crypto/seal"
import { authorizeAddress } from "@/lib/thaid/authorize-address"
import { thaidClient } from "@/lib/thaid/client"
import { thaidAttemptLifetime } from "./rules"
import { thaidHash } from "./thaid-hashes"
import { thaidVerifierPlace } from "./thaid-places"
import { refusalOf, type ThaidNo } from "./thaid-refusals"

/** An errand that may begin: its secrets, 256 bits each, and the address that takes them along. */
export type Errand = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly address: string
}

/** Step before a transaction: makes the secrets and learns where to send the browser, or why there is nowhere. */
export async function prepareErrand(now: Date): Promise<Errand | ThaidNo> {
  const client = thaidClient()
  if (!client) return { code: "signin.thaid-off", why: "off" }
  const secrets = { state: randomToken(), nonce: randomToken(), verifier: randomToken() }
  const found = await authorizeAddress(client, secrets, now)
  return "address" in found ? { ...secrets, ...found } : refusalOf(found)
}

/** What an errand is for, and by which browser. */
type Wanted = Pick<ThaidAttempt, "purpose" | "accountId" | "sessionId" | "returnTo" | "sharedComputer"> & {
  /** Token of the browser's ThaiID cookie, if it has one: tabs side by side share it. */
  readonly browser: string | undefined
  readonly now: Date
}

/** What the browser gets: where to go, the token of its cookie, and the id of the attempt. */
export type Sent = { readonly address: string; readonly browser: string; readonly attemptId: string }

/** Step: keeps an errand until it returns. */
export async function keepErrand(tx: Transaction, errand: Errand, wanted: Wanted): Promise<Sent> {
  const { browser = randomToken(), now, ...row } = wanted
  const id = randomUUID()
  await insertThaidAttempt(tx, {
    ...row,
    id,
    stateHash: thaidHash("state", errand.state),
    browserHash: thaidHash("browser", browser),
    nonceHash: thaidHash("nonce", errand.nonce),
    verifierSealed: seal(keyRing(), thaidVerifierPlace(id), errand.verifier),
    createdAt: now,
    expiresAt: new Date(now.getTime() + thaidAttemptLifetime * 1000),
  })
  return { address: errand.address, browser, attemptId: id }
}
