import "server-only"
import Provider, { type Configuration, type KoaContextWithOIDC } from "oidc-provider"
import { type ClientAtDoor, findClientAtDoor } from "@/db/queries/oidc-clients"
import { findClientWithCode } from "@/db/queries/oidc-tokens"
import type { Database } from "@/db/types"
import { accountOfGrant } from "./account"
import { postgresAdapter } from "./adapter"
import { clientAdapter, isSecretOf } from "./client-at-door"
import { claimsOfScopes, clientMetadata } from "./client-metadata"
import { claimLists, commonConfiguration, commonFeatures, cookiesOf } from "./common-configuration"
import { endPortalSession } from "./end-portal-session"
import { hearRequests } from "./hear-requests"
import { idHashOf } from "./id-hash"
import type { KeySet } from "./key-set"
import { machineAccess } from "./machine-access"
import { nameSignIns } from "./name-sign-ins"
import { portalPolicy } from "./policy"
import { asking, portalSession } from "./portal-session"
import { cookieOfSession } from "./rules"
import { signOutPages } from "./sign-out-pages"

/** What a provider is made of. */
export type ProviderParts = {
  readonly db: Database
  readonly keys: KeySet
  /** The portal's origin and `/oidc`. */
  readonly issuer: string
  readonly clock: () => Date
}

/**
 * The OpenID Provider for one set of keys: authorization code with PKCE (S256) alone, PAR, refresh tokens that rotate,
 * sign-out both ways. What it keeps is in PostgreSQL, so any number of them can serve one database.
 */
export function makeProvider(parts: ProviderParts): Provider {
  const provider = new Provider(parts.issuer, configuration(parts))
  provider.proxy = true
  const { Client, Session } = provider
  nameSignIns(Session.prototype)
  // what systems are told goes by the outbox (tell-system.ts), not while the person waits
  Client.prototype.backchannelLogout = async () => undefined
  Client.prototype.compareClientSecret = async function compareSecret(actual: string) {
    return await isSecretOf(doorOf(parts), this.clientId, actual)
  }
  hearRequests(provider, parts)
  provider.use(endPortalSession(parts))
  return provider
}

function configuration(parts: ProviderParts): Configuration {
  const { db, keys, clock } = parts
  const adapt = postgresAdapter(db, clock)
  return {
    ...commonConfiguration(keys),
    adapter: (model: string) =>
      model === "Client" ? clientAdapter(doorOf(parts), adapt(model), clientMetadata) : adapt(model),
    cookies: cookiesOf(keys, { session: cookieOfSession, prefix: "dla-sso", path: "/oidc" }),
    claims: claimLists(claimsOfScopes),
    features: {
      ...commonFeatures,
      clientCredentials: { enabled: true },
      resourceIndicators: machineAccess(parts.issuer),
      rpInitiatedLogout: { enabled: true, ...signOutPages },
      backchannelLogout: { enabled: true },
    },
    interactions: {
      url: (_ctx, interaction) => `/continue/${interaction.uid}`,
      policy: portalPolicy(db, clock),
    },
    findAccount: async (ctx, sub, token) => await accountFor(parts, ctx, sub, token),
  }
}

const doorOf = ({ db, clock }: ProviderParts) => ({ db, clock, isSandbox: false, find: findClientHere })

/** A client, and the code that it presents, if it does: the library asks for that next. */
async function findClientHere(db: Database, clientId: string, now: Date): Promise<ClientAtDoor | undefined> {
  const here = asking()
  const code = Provider.ctx?.oidc?.route === "token" ? Provider.ctx.oidc.body?.code : undefined
  if (!(here && typeof code === "string")) return await findClientAtDoor(db, clientId, now)
  const idHash = idHashOf(code)
  const found = await findClientWithCode(db, { clientId, codeHash: idHash }, now)
  if (found?.code) here.code = { idHash, row: found.code }
  return found?.client
}

type Token = { readonly grantId?: string | undefined; readonly accountId?: string | undefined } | undefined

async function accountFor({ db, clock }: ProviderParts, _ctx: KoaContextWithOIDC, sub: string, token: Token) {
  if (token?.grantId) {
    const account = await accountOfGrant(db, token.grantId, clock())
    return account?.accountId === sub ? account : undefined
  }
  // a browser at the door: who he is there, the portal's own session says
  if (portalSession()?.accountId !== sub) return undefined
  return { accountId: sub, claims: async () => ({ sub }) }
}
