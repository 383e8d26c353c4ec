import { createHash, randomBytes } from "node:crypto"
import type { APIRequestContext } from "@playwright/test"
import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from "jose"
import type { PlantedClient } from "../../db/testing/plant-client"

/** What the token endpoint answered; status 0 where nobody did. */
export type Answer = { readonly status: number; readonly body: Record<string, string> }

/** A code that came back to the system, and what it takes to redeem it. */
export type Brought = { readonly code: string; readonly verifier: string }

const scope = "openid profile unit roles offline_access"

/** A connected system by plain HTTP requests, for what no well-behaved client does: it never follows, tries again, or gives up. */
export class SystemByHttp {
  constructor(
    readonly portal: string,
    readonly client: PlantedClient,
    readonly callback: string,
  ) {}

  /** Sends the browser to the provider, and follows until it is back at the system. @returns the query it brings along */
  async sent(
    visit: APIRequestContext,
    verifier: string,
    more: Record<string, string> = {},
  ): Promise<URLSearchParams> {
    const query = new URLSearchParams({
      client_id: this.client.id,
      response_type: "code",
      redirect_uri: this.callback,
      scope,
      prompt: "consent",
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
      ...more,
    })
    let path = `/oidc/auth?${query}`
    for (let steps = 0; steps < 8; steps += 1) {
      const answer = await visit.get(path, { maxRedirects: 0 })
      const { location = "", refresh = "" } = answer.headers()
      const next = location || refresh.replace(/^0;url=/, "")
      if (next.startsWith(this.callback)) return new URL(next).searchParams
      if (!next) throw new Error(`${path.split("?")[0]} answered ${answer.status()}`)
      path = next.replace(this.portal, "")
    }
    throw new Error("the way to the system has no end")
  }

  /** The way through the provider, up to the code. */
  async code(visit: APIRequestContext, more: Record<string, string> = {}): Promise<Brought> {
    const verifier = randomBytes(32).toString("base64url")
    const query = await this.sent(visit, verifier, more)
    const code = query.get("code")
    if (!code) throw new Error(`no code came back but ${query.get("error")}`)
    return { code, verifier }
  }

  redeem({ code, verifier }: Brought): Promise<Answer> {
    const form = { grant_type: "authorization_code", code, redirect_uri: this.callback }
    return this.#token({ ...form, code_verifier: verifier })
  }

  refresh(token = ""): Promise<Answer> {
    return this.#token({ grant_type: "refresh_token", refresh_token: token })
  }

  async signedIn(visit: APIRequestContext, more: Record<string, string> = {}): Promise<Answer> {
    return await this.redeem(await this.code(visit, more))
  }

  /** What the provider tells of the person to whom an access token belongs. */
  async facts(access = ""): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
    const headers = { authorization: `Bearer ${access}` }
    const answer = await fetch(`${this.portal}/oidc/me`, { headers })
    return { status: answer.status, body: answer.ok ? await answer.json() : {} }
  }

  /** The key that signed an ID token, which is held against the keys that are published now. */
  async provenBy(idToken = ""): Promise<string | undefined> {
    const keys = (await (await fetch(`${this.portal}/oidc/jwks`)).json()) as JSONWebKeySet
    const checks = { issuer: `${this.portal}/oidc`, audience: this.client.id }
    await jwtVerify(idToken, createLocalJWKSet(keys), checks)
    return decodeProtectedHeader(idToken).kid
  }

  async #token(form: Record<string, string>): Promise<Answer> {
    const basic = Buffer.from(`${this.client.id}:${this.client.secret}`).toString("base64")
    const headers = { authorization: `Basic ${basic}` }
    const body = new URLSearchParams(form)
    const answer = await fetch(`${this.portal}/oidc/token`, { method: "POST", headers, body }).catch(
      () => null,
    )
    const isJson = answer?.headers.get("content-type")?.includes("json")
    return { status: answer?.status ?? 0, body: isJson ? ((await answer?.json()) as Answer["body"]) : {} }
  }
}
