import "server-only"
import { createHash, timingSafeEqual } from "node:crypto"
import Provider, { type AdapterPayload, type Configuration, type KoaContextWithOIDC } from "oidc-provider"
import { type ClientAtDoor, findClientAtDoor } from "@/db/queries/oidc-clients"
import { findClientWithCode } from "@/db/queries/oidc-tokens"
import type { Database } from "@/db/types"
import { noteSecretUse } from "@/lib/clients/note-request"
import { log } from "@/lib/log"
import { pairwiseName } from "@/lib/machine/name-subjects"
import { accountOfGrant } from "./account"
import { postgresAdapter } from "./adapter"
import { claimsOfScopes, clientMetadata } from "./client-metadata"
import { endPortalSession } from "./end-portal-session"
import { errorPage } from "./error-page"
import { hearRequests } from "./hear-requests"
import { idHashOf } from "./id-hash"
import type { KeySet } from "./key-set"
import { machineAccess } from "./machine-access"
import { nameSignIns } from "./name-sign-ins"
import { portalPolicy } from "./policy"
import { asking, portalSession } from "./portal-session"
import { acrOrder, cookieOfSession, lifetimes } from "./rules"
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
    return await isSecretOf(parts, this.clientId, actual)
  }
  hearRequests(provider, parts)
  provider.use(endPortalSession(parts))
  return provider
}

async function isSecretOf({ db, clock }: ProviderParts, clientId: string, actual: string): Promise<boolean> {
  const given = createHash("sha256").update(actual, "utf8").digest()
  const known = asking()?.clients.get(clientId) ?? (await findClientAtDoor(db, clientId, clock()))
  const hashes = known?.secretHashes ?? []
  // every one is compared, so that time does not tell which
  const isKnown = hashes
    .map((hash) => hash.length === given.length && timingSafeEqual(hash, given))
    .includes(true)
  if (isKnown)
    noteSecretUse(db, given, clock()).catch(() => log.warn({ client: clientId }, "oidc: use not noted"))
  return isKnown
}

function configuration(parts: ProviderParts): Configuration {
  const { db, keys, clock } = parts
  const adapt = postgresAdapter(db, clock)
  return {
    adapter: (model: string) => (model === "Client" ? clientAdapter(parts, adapt(model)) : adapt(model)),
    jwks: { keys: [...keys.jwks] },
    cookies: {
      keys: [...keys.cookies],
      names: { session: cookieOfSession, interaction: "dla-sso-interaction", resume: "dla-sso-resume" },
      short: { path: "/", httpOnly: true, sameSite: "lax", signed: true },
      long: { path: "/oidc", httpOnly: true, sameSite: "lax", signed: true },
    },
    clients: [],
    responseTypes: ["code"],
    pkce: { required: () => true },
    // the address is always named (OpenID Connect Core 1.0 §3.1.2.1), so that two of them cannot fall back to a third
    allowOmittingSingleRegisteredRedirectUri: false,
    scopes: ["openid", "offline_access"],
    claims: Object.fromEntries(Object.entries(claimsOfScopes).map(([scope, names]) => [scope, [...names]])),
    acrValues: [...acrOrder],
    subjectTypes: ["public", "pairwise"],
    pairwiseIdentifier: (_ctx, accountId, client) =>
      pairwiseName(keys.subjects, String(client.sector ?? ""), accountId),
    extraClientMetadata: { properties: ["sector", "system_code", "machine_scopes", "version"] },
    clientAuthMethods: ["client_secret_basic", "client_secret_post", "private_key_jwt"],
    enabledJWA: {
      idTokenSigningAlgValues: ["RS256", "ES256"],
      clientAuthSigningAlgValues: ["RS256", "PS256", "ES256", "EdDSA"],
    },
    features: {
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: true },
      revocation: { enabled: true },
      // a system learns of its own tokens alone, whatever it got hold of
      introspection: {
        enabled: true,
        allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId,
      },
      clientCredentials: { enabled: true },
      resourceIndicators: machineAccess(parts.issuer),
      rpInitiatedLogout: { enabled: true, ...signOutPages },
      backchannelLogout: { enabled: true },
      claimsParameter: { enabled: false },
      requestObjects: { enabled: false },
    },
    ttl: { ...lifetimes },
    rotateRefreshToken: true,
    issueRefreshToken: async (_ctx, client, code) =>
      client.grantTypeAllowed("refresh_token") && code.scopes.has("offline_access"),
    expiresWithSession: async () => false,
    conformIdTokenClaims: true,
    renderError: errorPage,
    interactions: {
      url: (_ctx, interaction) => `/continue/${interaction.uid}`,
      policy: portalPolicy(db, clock),
    },
    findAccount: async (ctx, sub, token) => await accountFor(parts, ctx, sub, token),
  }
}

/** Clients are the console's rows, read at each use, so that a change there counts at once everywhere. */
function clientAdapter(
  { db, clock }: ProviderParts,
  adapter: ReturnType<ReturnType<typeof postgresAdapter>>,
) {
  return Object.assign(adapter, {
    async find(id: string): Promise<AdapterPayload | undefined> {
      const here = asking()
      const known = here?.clients.get(id) ?? (await findClientHere(db, id, clock()))
      if (known) here?.clients.set(id, known)
      return known && clientMetadata(known.row)
    },
  })
}

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
