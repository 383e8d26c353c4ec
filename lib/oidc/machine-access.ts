import "server-only"
import { type Client, errors, type KoaContextWithOIDC, type ResourceServer } from "oidc-provider"
import { apiPath } from "@/lib/machine/rules"
import { lifetimes } from "./rules"

/**
 * Lets programs ask in their own name for tokens of the portal's API (RFC 6749 §4.4, RFC 8707), and for nothing else: a
 * person's tokens are for userinfo alone. The tokens are opaque; what the console takes from a client ends at once.
 */
export function machineAccess(issuer: string) {
  const api = `${new URL(issuer).origin}${apiPath}`
  return {
    enabled: true,
    defaultResource: async (ctx: KoaContextWithOIDC) => (isForMachine(ctx) ? api : []),
    useGrantedResource: async () => false,
    async getResourceServerInfo(
      ctx: KoaContextWithOIDC,
      resource: string,
      client: Client,
    ): Promise<ResourceServer> {
      if (!isForMachine(ctx) || resource !== api) throw new errors.InvalidTarget()
      return {
        scope: String(client.machine_scopes ?? ""),
        audience: api,
        accessTokenFormat: "opaque",
        accessTokenTTL: lifetimes.ClientCredentials,
      }
    },
  }
}

function isForMachine(ctx: KoaContextWithOIDC): boolean {
  return ctx.oidc.route === "token" && ctx.oidc.params?.grant_type === "client_credentials"
}
