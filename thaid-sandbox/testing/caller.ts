import { createPublicKey, type JsonWebKey, verify } from "node:crypto"
import { type RunningSandbox, stranger, wide } from "./running-sandbox"

type Fields = Readonly<Record<string, string>>
type Who = { readonly clientId: string; readonly clientSecret: string }

const basicOf = ({ clientId, clientSecret }: Who) =>
  `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`

/** What a relying party and a person do with a sandbox, over HTTP. */
export class Caller {
  readonly #origin: string

  constructor(sandbox: RunningSandbox) {
    this.#origin = sandbox.origin
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(new URL(path, this.#origin), { redirect: "manual", ...init })
  }

  /** The authorize request of the wide client, with changes; a null leaves a parameter out. */
  authorize(
    changes: Readonly<Record<string, string | null>> = {},
    init: RequestInit = {},
  ): Promise<Response> {
    const usual = {
      response_type: "code",
      client_id: wide.clientId,
      redirect_uri: wide.redirectUris[0] ?? "",
      scope: "openid pid given_name",
      state: "state-of-this-browser",
      nonce: "nonce-of-this-sign-in",
    }
    const given = Object.entries({ ...usual, ...changes }).flatMap(([name, value]) =>
      value === null ? [] : [[name, value]],
    )
    return this.fetch(`/api/v2/oauth2/auth/?${new URLSearchParams(given)}`, init)
  }

  /** Begins a sign-in: its reference number, and the address that its browser watches. */
  async begin(changes: Readonly<Record<string, string | null>> = {}) {
    const answer = await this.authorize(changes)
    const watched = /data-poll="([^"]+)\/state"/.exec(await answer.text())?.[1] ?? ""
    return { refCode: answer.headers.get("x-sandbox-ref-code") ?? "", watched }
  }

  post(path: string, body: unknown): Promise<Response> {
    const headers = { "content-type": "application/json" }
    return this.fetch(path, { method: "POST", headers, body: JSON.stringify(body) })
  }

  decide(refCode: string, wish: Readonly<Record<string, unknown>> = {}): Promise<Response> {
    return this.post("/sandbox/approve", { refCode, nationalId: stranger, ...wish })
  }

  /** Where the watching browser is sent. */
  async back(watched: string): Promise<URL> {
    const answer = await this.fetch(watched)
    return new URL(answer.headers.get("location") ?? "about:blank")
  }

  /** A whole sign-in up to its code. */
  async code(changes: Readonly<Record<string, string | null>> = {}): Promise<string> {
    const { refCode, watched } = await this.begin(changes)
    await this.decide(refCode)
    return (await this.back(watched)).searchParams.get("code") ?? ""
  }

  form(path: string, fields: Fields, who: Who | null = wide, headers: Fields = {}): Promise<Response> {
    const authorization: Fields = who ? { authorization: basicOf(who) } : {}
    const init = { method: "POST", headers: { ...authorization, ...headers } }
    return this.fetch(path, { ...init, body: new URLSearchParams(fields) })
  }

  token(code: string, fields: Fields = {}, who: Who | null = wide, headers: Fields = {}): Promise<Response> {
    const redirect_uri = wide.redirectUris[0] ?? ""
    const usual = { grant_type: "authorization_code", code, redirect_uri }
    return this.form("/api/v2/oauth2/token/", { ...usual, ...fields }, who, headers)
  }

  /** A whole sign-in up to its tokens. */
  async tokens(changes: Readonly<Record<string, string | null>> = {}): Promise<TokenAnswer> {
    return (await (await this.token(await this.code(changes))).json()) as TokenAnswer
  }

  async arm(name: string, wish: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const answer = await this.post("/sandbox/faults", { name, ...wish })
    if (!answer.ok) throw new Error(await answer.text())
  }

  async switch(change: Readonly<Record<string, unknown>>): Promise<void> {
    const answer = await this.post("/sandbox/switches", change)
    if (!answer.ok) throw new Error(await answer.text())
  }

  async keys(): Promise<PublishedKey[]> {
    return ((await (await this.fetch("/jwks/")).json()) as { keys: PublishedKey[] }).keys
  }
}

export type TokenAnswer = {
  readonly access_token: string
  readonly id_token: string
  readonly refresh_token?: string
  readonly [name: string]: unknown
}

export type PublishedKey = JsonWebKey & { readonly kid: string; readonly alg: string; readonly use: string }

/** Header and claims of a compact JWS, unverified. */
export function decoded(jws: string) {
  const [header = "", claims = ""] = jws.split(".")
  const read = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString())
  return { header: read(header), claims: read(claims) } as {
    header: { alg: string; kid?: string }
    claims: Record<string, unknown> & { iat: number; exp: number; auth_time: number }
  }
}

/** Whether a compact JWS is signed ES256 by the published key that it names. */
export function isSigned(jws: string, keys: readonly PublishedKey[]): boolean {
  const { alg, kid } = decoded(jws).header
  const key = keys.find((one) => one.kid === kid)
  if (!key || alg !== "ES256") return false
  const [header, claims, signature = ""] = jws.split(".")
  const publicKey = createPublicKey({ key, format: "jwk" })
  const from = Buffer.from(signature, "base64url")
  return verify(
    "sha256",
    Buffer.from(`${header}.${claims}`),
    { key: publicKey, dsaEncoding: "ieee-p1363" },
    from,
  )
}
