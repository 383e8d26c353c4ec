import "server-only"
import { log } from "@/lib/log"
import type { ThaidClient } from "./client"
import { exchangeCode } from "./exchange-code"
import { orFailure, stop, type ThaidFailure } from "./failure"
import { readIdentity, type ThaidIdentity } from "./read-identity"
import { revokeTokens } from "./revoke-tokens"
import { type Expected, verifyIdToken } from "./verify-id-token"

/** What came back to the callback, and what the attempt expects. */
type Returned = Pick<Expected, "isNonce" | "isRecent" | "now"> & {
  readonly code: string
  readonly verifier: string
  readonly isNationalId: (text: string) => boolean
}

/**
 * From a code to a person: the exchange, the checks, the reading, and the tokens revoked behind it. All of it within the
 * configured patience; nothing is tried twice.
 */
export async function proveIdentity(
  client: ThaidClient,
  at: Returned,
): Promise<ThaidIdentity | ThaidFailure> {
  const proof = await orFailure(async () => {
    const signal = client.signal()
    const tokens = await exchangeCode(client, { ...at, signal })
    // Not waited for: a service slow to revoke keeps nobody at the door.
    void revokeTokens(client, tokens, at.now)
    if (!tokens.id_token) return stop("misconfigured", "id-token-missing")
    const expected = { ...at, accessToken: tokens.access_token, signal }
    const claims = await verifyIdToken(client, tokens.id_token, expected)
    return readIdentity(claims, client.configuration, at.isNationalId, at.now)
  })
  if ("kind" in proof) log.warn(proof, "thaid: no identity")
  return proof
}
