import "server-only"
import Provider, { type Account, type AdapterPayload, type Configuration } from "oidc-provider"
import type { ClientRow } from "@/db/queries/oidc"
import { findClientAtDoor } from "@/db/queries/oidc-clients"
import { clientAdapter, isSecretOf } from "../client-at-door"
import { claimsOfScopes, clientMetadata } from "../client-metadata"
import { claimLists, commonConfiguration, commonFeatures, cookiesOf } from "../common-configuration"
import { hearRequests } from "../hear-requests"
import type { ProviderParts } from "../provider"
import { inventedClaims } from "./invented"
import { inventedUserOf } from "./invented-user-of"
import { leadOutOfSandbox, sandboxSignOutPages } from "./leave-sandbox"
import { sandboxAdapter } from "./sandbox-adapter"
import { sandboxPath } from "./sandbox-path"
import { sandboxPolicy } from "./sandbox-policy"

const cookiePrefix = "dla-sso-sandbox"

/**
 * The provider for trying out: the same protocol with an issuer, cookies and rows of its own, for clients for trying out
 * and invented users alone. It never asks who is signed in at the portal, and has no way to an account, a grant or a
 * national ID; the other provider in turn knows none of its clients.
 *
 * @param parts as of the provider of real people, with that one's issuer
 */
export function makeSandboxProvider(parts: ProviderParts): Provider {
  const provider = new Provider(`${new URL(parts.issuer).origin}${sandboxPath}`, configuration(parts))
  provider.proxy = true
  provider.Client.prototype.compareClientSecret = async function compareSecret(actual: string) {
    return await isSecretOf(doorOf(parts), this.clientId, actual)
  }
  hearRequests(provider, parts)
  provider.use(leadOutOfSandbox)
  return provider
}

const doorOf = ({ db, clock }: ProviderParts) => ({ db, clock, isSandbox: true, find: findClientAtDoor })

function configuration(parts: ProviderParts): Configuration {
  const { db, keys, clock } = parts
  const adapt = sandboxAdapter(db, clock)
  const { nid: _nid, openid, ...scopes } = claimsOfScopes
  return {
    ...commonConfiguration(keys),
    adapter: (model: string) =>
      model === "Client" ? clientAdapter(doorOf(parts), adapt(model), sandboxMetadata) : adapt(model),
    cookies: cookiesOf(keys, { session: `${cookiePrefix}-op`, prefix: cookiePrefix, path: sandboxPath }),
    claims: claimLists({ ...scopes, openid: [...openid, "sandbox"] }),
    features: {
      ...commonFeatures,
      clientCredentials: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: true, ...sandboxSignOutPages },
      backchannelLogout: { enabled: false },
    },
    interactions: { url: (_ctx, interaction) => `/sandbox/${interaction.uid}`, policy: sandboxPolicy() },
    async findAccount(ctx, sub): Promise<Account | undefined> {
      const user = await inventedUserOf(db, ctx.oidc.client?.clientId ?? "", sub)
      return user && { accountId: user.sub, claims: async (_use, scope) => inventedClaims(user, scope) }
    },
  }
}

/** A client without what leads out of here: its own voice, calls to its addresses, and the national ID. */
function sandboxMetadata(row: ClientRow): AdapterPayload {
  const scopes = row.scopes.filter((scope) => scope !== "nid")
  return clientMetadata({ ...row, scopes, machineScopes: [], backchannelLogoutUri: null })
}
