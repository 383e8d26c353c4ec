import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose"

/** How a system answers that is told of a sign-out: by a status, never, by a redirect to itself, or without end. */
export type Manner = number | "silent" | "huge"

/** A system's address for sign-outs, on a port of this machine. */
export class SignOutReceiver {
  uri = ""
  manner: Manner = 200
  readonly heard: { readonly token: string; readonly type: string; readonly at: number }[] = []
  #server!: Server

  async open(): Promise<void> {
    this.#server = createServer((req, res) => this.#hear(req, res))
    await new Promise<void>((done) => {
      this.#server.listen(0, "127.0.0.1", done)
    })
    this.uri = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/backchannel`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }

  #hear(req: IncomingMessage, res: ServerResponse): void {
    let body = ""
    req.on("data", (part) => {
      body += String(part)
    })
    req.on("end", () => {
      const token = new URLSearchParams(body).get("logout_token") ?? ""
      this.heard.push({ token, type: req.headers["content-type"] ?? "", at: performance.now() })
      if (this.manner === "silent") return
      if (this.manner === "huge") return void res.end(Buffer.alloc(300_000))
      res.writeHead(this.manner, this.manner === 302 ? { location: this.uri } : {}).end()
    })
  }

  /** What the last token says, once its signature, its type, whom it is for and its time have been checked as a system does. */
  async lastSaid(provider: { readonly issuer: string; readonly now: Date }, clientId: string) {
    const keys = (await (await fetch(`${provider.issuer}/jwks`)).json()) as JSONWebKeySet
    const checks = {
      issuer: provider.issuer,
      audience: clientId,
      typ: "logout+jwt",
      currentDate: provider.now,
    }
    return await jwtVerify(this.heard.at(-1)?.token ?? "", createLocalJWKSet(keys), {
      ...checks,
      maxTokenAge: 120,
      requiredClaims: ["iss", "aud", "iat", "exp", "jti", "events"],
    })
  }
}
