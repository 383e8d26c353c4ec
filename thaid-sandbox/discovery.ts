import { type Answer, type Ask, json } from "./exchange"
import type { World } from "./world"

/**
 * Discovery as it was seen: `subject_type_supported` in the singular, no line on PKCE or claims, and no introspection
 * endpoint although there is one.
 */
export function discovery(world: World, _ask: Ask): Answer {
  const struck = world.faults.take(["discovery-wrong-issuer", "discovery-foreign-endpoint"], undefined)
  const has = (name: string) => struck.some((fault) => fault.name === name)
  const at = (name: string) => `${world.origin}/api/v2/oauth2/${name}/`
  return json(200, {
    issuer: has("discovery-wrong-issuer") ? `${world.origin}/api/v2` : world.origin,
    authorization_endpoint: at("auth"),
    token_endpoint: has("discovery-foreign-endpoint") ? "https://thaid.example/token/" : at("token"),
    userinfo_endpoint: at("userinfo"),
    revocation_endpoint: at("revoke"),
    jwks_uri: `${world.origin}/jwks/`,
    response_types_supported: ["code"],
    grant_types_supported: ["authorization_code", "refresh_token"],
    subject_type_supported: ["public"],
    id_token_signing_alg_values_supported: ["ES256"],
    token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
    scopes_supported: [...new Set(world.clients.flatMap(({ scopes }) => scopes))],
  })
}

/** The public keys. */
export function jwks(world: World, _ask: Ask): Answer {
  return json(200, world.keys.published())
}
