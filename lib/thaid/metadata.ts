import "server-only"
import { z } from "zod"
import { ask } from "./ask"
import type { ThaidConfiguration } from "./configuration"
import { stop } from "./failure"

const discovered = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  revocation_endpoint: z.url().optional(),
})

/** Where the service's endpoints are. */
export type Metadata = z.infer<typeof discovered>

/**
 * Reads the service's discovery document (OpenID Connect Discovery 1.0 §4). The issuer must be the configured one to the
 * letter, and every endpoint of the same origin: secrets go to no other host.
 */
export async function fetchMetadata({ origin }: ThaidConfiguration, signal: AbortSignal): Promise<Metadata> {
  const { status, json } = await ask(`${origin}/.well-known/openid-configuration`, {}, signal)
  if (status !== 200) return stop("upstream", "failed")
  const { success, data } = discovered.safeParse(json)
  if (!success) return stop("upstream", "unexpected")
  if (data.issuer !== origin) return stop("misconfigured", "issuer")
  const { issuer, ...endpoints } = data
  const isForeign = Object.values(endpoints).some(
    (endpoint) => endpoint && new URL(endpoint).origin !== issuer,
  )
  return isForeign ? stop("misconfigured", "endpoint") : data
}
