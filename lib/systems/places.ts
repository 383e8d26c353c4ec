import "server-only"

/** Where a sealed key of the OpenID Provider belongs. */
export function oidcKeyPlace(kid: string): string {
  return `oidc_keys/${kid}/key`
}
