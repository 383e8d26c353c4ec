import "server-only"
import { createHash } from "node:crypto"
import type { ThaidClient } from "./client"
import { orFailure, type ThaidFailure } from "./failure"

/** What one attempt asks with; each is random and of this attempt alone. */
type Asked = { readonly state: string; readonly nonce: string; readonly verifier: string }

/**
 * The address to which the browser is sent (OpenID Connect Core 1.0 §3.1.2.1). The PKCE challenge is always sent,
 * although the service is not known to look at it (RFC 7636).
 */
export function authorizeAddress(
  client: ThaidClient,
  { state, nonce, verifier }: Asked,
  now: Date,
): Promise<{ readonly address: string } | ThaidFailure> {
  return orFailure(async () => {
    const { authorization_endpoint } = await client.metadata(now, client.signal())
    const { clientId, redirectUri, scopes } = client.configuration
    const url = new URL(authorization_endpoint)
    const parameters = {
      response_type: "code",
      client_id: clientId,
      redirect_uri: redirectUri,
      scope: scopes.join(" "),
      state,
      nonce,
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
    }
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
    return { address: url.href }
  })
}
