import "server-only"
import type { Client, Configuration, KoaContextWithOIDC } from "oidc-provider"
import { pairwiseName } from "@/lib/machine/name-subjects"
import { errorPage } from "./error-page"
import type { KeySet } from "./key-set"
import { acrOrder, lifetimes } from "./rules"

/** What the provider and the one for trying out have in common, so that a system that works at the one works at the other. */
export function commonConfiguration(keys: KeySet) {
  return {
    jwks: { keys: [...keys.jwks] },
    clients: [],
    responseTypes: ["code"],
    pkce: { required: () => true },
    // the address is always named (OpenID Connect Core 1.0 §3.1.2.1), so that two of them cannot fall back to a third
    allowOmittingSingleRegisteredRedirectUri: false,
    scopes: ["openid", "offline_access"],
    acrValues: [...acrOrder],
    subjectTypes: ["public", "pairwise"],
    pairwiseIdentifier: (_ctx: KoaContextWithOIDC, accountId: string, client: Client) =>
      pairwiseName(keys.subjects, String(client.sector ?? ""), accountId),
    extraClientMetadata: { properties: ["sector", "system_code", "machine_scopes", "version"] },
    clientAuthMethods: ["client_secret_basic", "client_secret_post", "private_key_jwt"],
    enabledJWA: {
      idTokenSigningAlgValues: ["RS256", "ES256"],
      clientAuthSigningAlgValues: ["RS256", "PS256", "ES256", "EdDSA"],
    },
    ttl: { ...lifetimes },
    rotateRefreshToken: true,
    issueRefreshToken: async (_ctx, client, code) =>
      client.grantTypeAllowed("refresh_token") && code.scopes.has("offline_access"),
    expiresWithSession: async () => false,
    conformIdTokenClaims: true,
    renderError: errorPage,
  } as const satisfies Configuration
}

/** Features that both have. */
export const commonFeatures = {
  devInteractions: { enabled: false },
  pushedAuthorizationRequests: { enabled: true },
  revocation: { enabled: true },
  // a system learns of its own tokens alone, whatever it got hold of
  introspection: {
    enabled: true,
    allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId,
  },
  claimsParameter: { enabled: false },
  requestObjects: { enabled: false },
} as const satisfies Configuration["features"]

/** The provider's own cookies, all of one name's beginning; that of its session lives under its path. */
export function cookiesOf(
  keys: KeySet,
  { session, prefix, path }: { readonly session: string; readonly prefix: string; readonly path: string },
) {
  return {
    keys: [...keys.cookies],
    names: { session, interaction: `${prefix}-interaction`, resume: `${prefix}-resume` },
    short: { path: "/", httpOnly: true, sameSite: "lax", signed: true },
    long: { path, httpOnly: true, sameSite: "lax", signed: true },
  } as const satisfies Configuration["cookies"]
}

/** The claims of each scope as the library takes them. */
export function claimLists(claims: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(claims).map(([scope, names]) => [scope, [...names]]))
}
