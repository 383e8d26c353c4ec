import * as openid from "openid-client"
import type { AccountActor } from "@/lib/kernel/actor"
import type { Browser, OidcStage } from "./oidc-stage"

type Client = { readonly id: string; readonly secret: string }
type Query = Record<string, string | undefined>

/** An answer of the provider to a hand-made request. */
export type Answered = { readonly status: number; readonly body: Record<string, unknown> }

/** A connected system of a test: a stock client, and requests by hand where they have to be wrong. */
export class OidcParty {
  readonly callback = "https://rp.example/cb"
  config!: openid.Configuration

  constructor(
    readonly stage: OidcStage,
    readonly client: Client,
    /** Path of the provider's issuer. */
    readonly base = "/oidc",
  ) {}

  /** Discovers the provider. */
  async discover(auth: openid.ClientAuth = openid.ClientSecretBasic(this.client.secret)): Promise<void> {
    const execute = [openid.allowInsecureRequests]
    const issuer = new URL(`${this.stage.origin}${this.base}`)
    this.config = await openid.discovery(issuer, this.client.id, undefined, auth, { execute })
  }

  /** An authorization request; a value of `undefined` leaves its parameter out. */
  async asking(more: Query = {}) {
    const verifier = openid.randomPKCECodeVerifier()
    const usual: Query = {
      client_id: this.client.id,
      response_type: "code",
      redirect_uri: this.callback,
      scope: "openid profile unit roles",
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      state: openid.randomState(),
      nonce: openid.randomNonce(),
    }
    const query = { ...usual, ...more }
    const pairs = Object.entries(query).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]]))
    const checks: openid.AuthorizationCodeGrantChecks = {
      pkceCodeVerifier: verifier,
      ...(query.state === undefined ? {} : { expectedState: query.state }),
      ...(query.nonce === undefined ? {} : { expectedNonce: query.nonce }),
    }
    return { address: `${this.base}/auth?${new URLSearchParams(pairs)}`, checks }
  }

  /** Follows a request in a browser to the address at the system; where it ends on a page instead, there is no address. */
  async arrive(browser: Browser, more: Query = {}) {
    const { address, checks } = await this.asking(more)
    const end = await browser.follow(address)
    const back = end.location ? new URL(end.location) : undefined
    return {
      checks,
      status: end.status,
      back,
      code: back?.searchParams.get("code") ?? "",
      error:
        back?.searchParams.get("error") ?? new URLSearchParams(back?.hash.slice(1)).get("error") ?? undefined,
    }
  }

  /** Signs somebody in, from a fresh browser to tokens. */
  async signIn(who: AccountActor, more: Query = {}) {
    const browser = await this.stage.browser(who)
    const { back, checks, code } = await this.arrive(browser, more)
    if (!back) throw new Error("the provider led nowhere")
    const tokens = await openid.authorizationCodeGrant(this.config, back, checks)
    return { browser, tokens, code, checks }
  }

  /** A request to one of the provider's endpoints for programs, authenticated as the client unless told otherwise. */
  async send(
    path: string,
    body: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<Answered> {
    const { id, secret } = this.client
    const basic = `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`
    const answer = await fetch(`${this.stage.origin}${path}`, {
      method: "POST",
      headers: headers ?? { authorization: basic },
      body: new URLSearchParams(body),
    })
    const text = await answer.text()
    return { status: answer.status, body: text ? (JSON.parse(text) as Record<string, unknown>) : {} }
  }

  /** The body that redeems a code. */
  redeeming(code: string, checks: openid.AuthorizationCodeGrantChecks): Record<string, string> {
    return {
      grant_type: "authorization_code",
      code,
      redirect_uri: this.callback,
      code_verifier: String(checks.pkceCodeVerifier),
    }
  }
}
