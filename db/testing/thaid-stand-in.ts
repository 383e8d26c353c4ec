import { createHash } from "node:crypto"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from "jose"

type Claims = Record<string, unknown>
type Reply = { readonly status?: number; readonly text: string; readonly afterMs?: number }
type Pair = Awaited<ReturnType<typeof pair>>

const pair = async (kid: string) => {
  const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true })
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: "ES256", use: "sig" } }
}

/** The access token that the stand-in gives. */
export const accessToken = "access-token-of-the-stand-in"

const atHash = createHash("sha256").update(accessToken).digest().subarray(0, 16).toString("base64url")

/**
 * A small ThaiID for unit tests, in this process: answers what the test says and counts what it is asked. Journeys use
 * the sandbox, which speaks the whole protocol.
 */
export class ThaidStandIn {
  readonly clientId = "client/of+tests="
  readonly clientSecret = "secret:of/tests+="
  origin = ""
  /** What was asked, in order: method and path, with the form where there was one. */
  readonly asked: {
    readonly path: string
    readonly form: URLSearchParams
    readonly headers: IncomingMessage["headers"]
  }[] = []
  /** Answers that take the place of the usual ones, by path. */
  readonly replies = new Map<string, Reply>()
  /** Which keys the set shows. */
  published: Pair[] = []
  #server = createServer((request, response) => void this.#answer(request, response))

  async start(): Promise<this> {
    this.published = [await pair("key-one"), await pair("key-two")]
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve))
    this.origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
    return this
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** Forgets what was asked and what was to be answered. */
  calm(): void {
    this.asked.length = 0
    this.replies.clear()
  }

  count(path: string): number {
    return this.asked.filter((one) => one.path === path).length
  }

  newKey(kid: string): Promise<Pair> {
    return pair(kid)
  }

  /** Claims of a sign-in at an instant; `change` adds, or takes away what it sets to undefined. */
  claims(now: Date, change: Claims = {}): Claims {
    const at = Math.floor(now.getTime() / 1000)
    const usual = {
      iss: this.origin,
      aud: this.clientId,
      iat: at,
      exp: at + 900,
      auth_time: at,
      at_hash: atHash,
      version: "1.0",
      ial: "2.3",
      ...change,
    }
    return Object.fromEntries(Object.entries(usual).filter(([, value]) => value !== undefined))
  }

  /** A token of these claims, signed by a published key unless the test says by which. */
  sign(claims: Claims, header: Partial<JWTHeaderParameters> = {}, key = this.published[0]): Promise<string> {
    if (!key) throw new Error("not started")
    return new SignJWT(claims)
      .setProtectedHeader({ alg: "ES256", kid: key.kid, ...header })
      .sign(key.privateKey)
  }

  /** Makes the token endpoint answer with this ID token. */
  giveToken(idToken: string | undefined, more: Claims = {}): void {
    const given = { access_token: accessToken, token_type: "Bearer", refresh_token: "refresh-token", ...more }
    this.replies.set("/token/", { text: JSON.stringify({ ...given, id_token: idToken }) })
  }

  #usual(path: string): Reply {
    const { origin } = this
    if (path === "/.well-known/openid-configuration") {
      const at = (name: string) => `${origin}/${name}/`
      const endpoints = {
        authorization_endpoint: at("auth"),
        token_endpoint: at("token"),
        jwks_uri: at("jwks"),
      }
      return { text: JSON.stringify({ issuer: origin, ...endpoints, revocation_endpoint: at("revoke") }) }
    }
    if (path === "/jwks/") return { text: JSON.stringify({ keys: this.published.map(({ jwk }) => jwk) }) }
    return path === "/revoke/" ? { text: "{}" } : { status: 404, text: "{}" }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    const path = request.url ?? ""
    const form = new URLSearchParams(Buffer.concat(chunks).toString())
    this.asked.push({ path, form, headers: request.headers })
    const { status = 200, text, afterMs = 0 } = this.replies.get(path) ?? this.#usual(path)
    await new Promise((resolve) => setTimeout(resolve, afterMs))
    response.writeHead(status).end(text)
  }
}
