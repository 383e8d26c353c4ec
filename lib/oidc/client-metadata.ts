import "server-only"
import type { AdapterPayload } from "oidc-provider"
import type { ClientRow } from "@/db/queries/oidc"

/** Scopes beside `openid`, and the claims that each lets a system see (OpenID Connect Core 1.0 §5.4; `unit`, `roles` and `nid` are ours). */
export const claimsOfScopes = {
  openid: ["sub", "sid", "acr", "amr", "auth_time"],
  profile: ["name", "given_name", "family_name", "locale"],
  email: ["email", "email_verified"],
  unit: ["unit", "post"],
  roles: ["roles"],
  nid: ["national_id"],
} as const

/**
 * A client as the library wants it (OpenID Connect Dynamic Client Registration 1.0 §2). The secrets are not in it: they
 * are compared by their hashes; the library only wants to see that there is one.
 */
export function clientMetadata(row: ClientRow): AdapterPayload {
  const needsSecret = row.authMethod !== "private_key_jwt"
  return {
    client_id: row.id,
    client_name: row.name,
    ...(needsSecret ? { client_secret: "compared by its hash" } : { jwks: row.jwks ?? { keys: [] } }),
    token_endpoint_auth_method: row.authMethod,
    grant_types: [
      "authorization_code",
      "refresh_token",
      ...(row.machineScopes.length > 0 ? ["client_credentials"] : []),
    ],
    response_types: ["code"],
    redirect_uris: row.redirectUris,
    post_logout_redirect_uris: row.postLogoutRedirectUris,
    ...(row.backchannelLogoutUri
      ? { backchannel_logout_uri: row.backchannelLogoutUri, backchannel_logout_session_required: true }
      : undefined),
    id_token_signed_response_alg: row.idTokenAlg,
    subject_type: row.sector ? "pairwise" : "public",
    scope: row.scopes.join(" "),
    require_auth_time: true,
    sector: row.sector ?? "",
    system_code: row.systemCode,
    machine_scopes: row.machineScopes.join(" "),
    version: row.version,
  } as AdapterPayload
}
