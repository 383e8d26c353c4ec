import { afterAll, beforeAll, beforeEach } from "vitest"
import { isNationalId } from "@/lib/identity/rules"
import { ThaidClient } from "@/lib/thaid/client"
import type { ThaidConfiguration } from "@/lib/thaid/configuration"
import { proveIdentity } from "@/lib/thaid/prove-identity"
import { ThaidStandIn } from "./thaid-stand-in"

/** When tests of ThaiID happen; nine in the morning in Bangkok. */
export const now = new Date("2026-11-21T02:00:00Z")

/** The number of the person who signs in, and what the service says of him. */
export const pid = "1234567890121"
export const who = { pid, sub: pid, nonce: "our-nonce" }
export const evidence = { ial: "2.3", pidFrom: "pid", card: "not-told" }

/** For a test file of `lib/thaid`: a stand-in for the service, and proofs by a client of it. */
export function useThaidTest() {
  const service = new ThaidStandIn()
  beforeAll(() => service.start())
  afterAll(() => service.stop())
  beforeEach(() => service.calm())

  const client = (change: Partial<ThaidConfiguration> = {}) =>
    new ThaidClient({
      origin: service.origin,
      clientId: service.clientId,
      clientSecret: service.clientSecret,
      redirectUri: "http://portal.example/callback",
      scopes: ["openid", "pid", "ial"],
      apiKey: undefined,
      minimumIal: "2.3",
      isNonceRequired: true,
      patience: 2000,
      ...change,
    })

  const prove = (by = client(), isRecent = false) =>
    proveIdentity(by, {
      code: "the-code",
      verifier: "the-verifier",
      isNonce: (claimed) => claimed === who.nonce,
      isRecent,
      isNationalId,
      now,
    })

  /** What comes of an ID token with these claims. */
  const proof = async (change: Record<string, unknown>, by = client(), isRecent = false) => {
    service.giveToken(await service.sign(service.claims(now, { ...who, ...change })))
    return prove(by, isRecent)
  }
  return { service, client, prove, proof }
}
