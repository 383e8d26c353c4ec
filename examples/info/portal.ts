import type { JWTVerifyGetKey } from "jose"
import * as openid from "openid-client"
import { portalKeys } from "./logout-token"
import type { Person } from "./powers"
import type { Settings } from "./settings"

/** What a sign-in under way keeps in the browser, sealed. */
export type Attempt = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly to: string
  readonly until: number
}

/** Tokens of somebody who is signed in. */
export type Tokens = {
  readonly access: string
  readonly refresh: string | undefined
  readonly id: string
}

/** Who came in, and out of which session of the portal. */
export type SignedIn = {
  readonly person: Person
  readonly locale: string
  /** The portal's name of the session; null where it gives none, and then ends sessions by person. */
  readonly sid: string | null
  readonly issuedAt: Date
  readonly tokens: Tokens
}

/** What the portal says of somebody when it is asked again. */
export type Again =
  | { readonly is: "still"; readonly person: Person; readonly tokens: Tokens }
  | { readonly is: "over" }
  | { readonly is: "silent" }

const scope = "openid profile unit roles offline_access"

/** The portal, as this system's OpenID Provider; spoken to with the stock library alone. */
export class Portal {
  #known: Promise<openid.Configuration> | undefined
  #keys: JWTVerifyGetKey | undefined

  constructor(private readonly settings: Settings) {}

  /** The provider's own description of itself, read at the first need. */
  async configuration(): Promise<openid.Configuration> {
    this.#known ??= this.#discover()
    try {
      return await this.#known
    } catch (error) {
      this.#known = undefined
      throw error
    }
  }

  async #discover(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret, mode } = this.settings
    // a demonstration on one machine has no certificates; production speaks https or not at all
    const execute = mode === "demo" && issuer.startsWith("http:") ? [openid.allowInsecureRequests] : []
    const proof = openid.ClientSecretBasic(clientSecret)
    return await openid.discovery(new URL(issuer), clientId, undefined, proof, { execute, timeout: 5 })
  }

  /** The public keys in which the portal signs. */
  async keys(): Promise<JWTVerifyGetKey> {
    const { jwks_uri: address = "" } = (await this.configuration()).serverMetadata()
    this.#keys ??= portalKeys(address)
    return this.#keys
  }

  get #callback(): string {
    return `${this.settings.origin}/callback`
  }

  /** The address at which somebody signs in, and what has to be remembered until he is back. */
  async begin(to: string, now: Date): Promise<{ readonly address: string; readonly attempt: Attempt }> {
    const verifier = openid.randomPKCECodeVerifier()
    const [state, nonce] = [openid.randomState(), openid.randomNonce()]
    const address = openid.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.#callback,
      scope,
      // without it no refresh token is given (OpenID Connect Core 1.0 §11)
      prompt: "consent",
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      state,
      nonce,
    })
    return { address: address.href, attempt: { state, nonce, verifier, to, until: now.getTime() + 600_000 } }
  }

  /** Redeems the code with which somebody came back. Throws where it is not what was begun. */
  async finish(query: string, { state, nonce, verifier }: Attempt): Promise<SignedIn> {
    const config = await this.configuration()
    const tokens = await openid.authorizationCodeGrant(config, new URL(`${this.#callback}${query}`), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) throw new Error("no ID token")
    const facts = await openid.fetchUserInfo(config, tokens.access_token, claims.sub)
    return {
      person: personOf(facts),
      locale: facts.locale === "en" ? "en" : "th",
      sid: typeof claims.sid === "string" ? claims.sid : null,
      issuedAt: new Date(claims.iat * 1000),
      tokens: { access: tokens.access_token, refresh: tokens.refresh_token, id: tokens.id_token ?? "" },
    }
  }

  /** Asks whether somebody may still work here, and as what; with new tokens where the old ones have aged. */
  async askAgain(tokens: Tokens, sub: string): Promise<Again> {
    try {
      const person = await this.#facts(tokens.access, sub)
      if (person) return { is: "still", person, tokens }
      if (!tokens.refresh) return { is: "over" }
      const fresh = await openid.refreshTokenGrant(await this.configuration(), tokens.refresh)
      const next = {
        access: fresh.access_token,
        refresh: fresh.refresh_token ?? tokens.refresh,
        id: fresh.id_token ?? tokens.id,
      }
      const found = await this.#facts(next.access, sub)
      return found ? { is: "still", person: found, tokens: next } : { is: "over" }
    } catch (error) {
      return isRefusal(error) ? { is: "over" } : { is: "silent" }
    }
  }

  /** What userinfo says today; nothing where the token is of no use any more. */
  async #facts(access: string, sub: string): Promise<Person | undefined> {
    try {
      return personOf(await openid.fetchUserInfo(await this.configuration(), access, sub))
    } catch (error) {
      if (isRefusal(error)) return undefined
      throw error
    }
  }

  /** The address that ends the session at the portal too (OpenID Connect RP-Initiated Logout 1.0). */
  async endAddress(idToken: string): Promise<string> {
    const config = await this.configuration()
    return openid.buildEndSessionUrl(config, {
      id_token_hint: idToken,
      post_logout_redirect_uri: `${this.settings.origin}/signed-out`,
    }).href
  }
}

/** Whether the portal said no, rather than nothing. */
function isRefusal(error: unknown): boolean {
  if (error instanceof openid.WWWAuthenticateChallengeError)
    return error.status === 401 || error.status === 403
  return error instanceof openid.ResponseBodyError && error.status < 500
}

/** Whether the portal let nobody in here, and says so. */
export function isAccessDenied(error: unknown): boolean {
  return error instanceof openid.AuthorizationResponseError && error.error === "access_denied"
}

/** Reads the claims; throws where they are not those of an official of a unit. */
export function personOf(facts: Record<string, unknown>): Person {
  const unit = facts.unit as Record<string, unknown> | undefined
  const text = (value: unknown, name: string) => {
    if (typeof value !== "string" || value === "") throw new Error(`the claim ${name} is missing`)
    return value
  }
  return {
    sub: text(facts.sub, "sub"),
    name: text(facts.name, "name"),
    post: typeof facts.post === "string" ? facts.post : "",
    unit: {
      code: text(unit?.code, "unit.code"),
      kind: text(unit?.kind, "unit.kind"),
      name: text(unit?.name, "unit.name"),
    },
    roles: Array.isArray(facts.roles) ? facts.roles.filter((role) => typeof role === "string") : [],
  }
}
