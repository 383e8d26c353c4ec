import { createHash, randomBytes } from "node:crypto"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import type Provider from "oidc-provider"
import { oidcClientSecrets, oidcClients } from "@/db/schema/oidc"
import { keyRing } from "@/lib/crypto/ring"
import { type AccountActor, visitor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { askedOf, goBack, goOn, newGrant } from "@/lib/oidc/conclude"
import { keepKeys } from "@/lib/oidc/keep-keys"
import { openKeySet } from "@/lib/oidc/key-set"
import { withPortalSession } from "@/lib/oidc/portal-session"
import { proofFor } from "@/lib/oidc/proof"
import { makeProvider } from "@/lib/oidc/provider"
import { enterAsInvented } from "@/lib/oidc/sandbox/at-sandbox"
import { isSandboxUrl, sandboxPath } from "@/lib/oidc/sandbox/sandbox-path"
import { makeSandboxProvider } from "@/lib/oidc/sandbox/sandbox-provider"
import { signInAt } from "@/lib/oidc/sign-in-at"
import { nobody, whoAsks } from "@/lib/oidc/who-asks"
import { touchLiveSession } from "@/lib/sessions/live-session"
import { openSession } from "@/lib/sessions/open-session"
import { assurances } from "@/lib/sessions/rules"
import type { TestDatabase } from "./test-database"

/** A provider on a port of its own, with pages between that let in by the portal's own commands; `now` can be moved. */
export class OidcStage {
  origin = ""
  now = new Date()
  provider!: Provider
  /** The provider for trying out, on the same port. */
  sandbox!: Provider
  /** As whom a browser goes on from the page of the provider for trying out; nobody chosen leaves it there. */
  chosen: { role: string; unit: string } | undefined
  /** What went wrong inside; a test that expects nothing of the kind looks here. */
  readonly faults: Error[] = []
  #server!: Server

  constructor(private readonly test: () => TestDatabase) {}

  async open(): Promise<void> {
    this.#server = createServer((req, res) => void this.#serve(req, res))
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done))
    this.origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
    await this.keepKeys()
    await this.makeProvider()
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }

  keepKeys() {
    const actor = { kind: "system", name: "test" } as const
    return execute(keepKeys, { db: this.test().db, actor, now: this.now, requestId: "test" }, {})
  }

  /** Another instance on the same database. */
  async makeProvider(): Promise<void> {
    const keys = await openKeySet(this.test().db, keyRing())
    const { db } = this.test()
    this.provider = makeProvider({ db, keys, issuer: `${this.origin}/oidc`, clock: () => this.now })
    this.sandbox = makeSandboxProvider({ db, keys, issuer: `${this.origin}/oidc`, clock: () => this.now })
    for (const provider of [this.provider, this.sandbox])
      provider.on("server_error", (_ctx, error) => this.faults.push(error))
  }

  /** A client of a system, and its secret. */
  async client(systemCode: string, more: Partial<typeof oidcClients.$inferInsert> = {}) {
    const id = more.id ?? `client-${randomBytes(6).toString("hex")}`
    const secret = randomBytes(32).toString("base64url")
    await this.test()
      .db.insert(oidcClients)
      .values({
        id,
        systemCode,
        name: systemCode,
        authMethod: "client_secret_basic",
        redirectUris: ["https://rp.example/cb"],
        scopes: ["openid", "profile", "email", "unit", "roles", "offline_access"],
        createdAt: this.now,
        ...more,
      })
    await this.test()
      .db.insert(oidcClientSecrets)
      .values({ clientId: id, secretHash: createHash("sha256").update(secret).digest(), createdAt: this.now })
    return { id, secret }
  }

  /** A browser in which somebody has signed in at the portal. */
  async browser(actor: AccountActor, assurance: keyof typeof assurances = "passwordAndMailedCode") {
    const { token } = await this.test().db.transaction((tx) =>
      openSession(tx, {
        accountId: actor.accountId,
        assurance: assurances[assurance],
        sharedComputer: false,
        browser: { address: null, userAgent: "test" },
        now: this.now,
      }),
    )
    return new Browser(this, token)
  }

  async #serveSandbox(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (!isSandboxUrl(req.url)) {
      const context = { db: this.test().db, actor: visitor, now: this.now, requestId: "test" }
      const uid = (req.url ?? "").slice("/sandbox/".length)
      const builder = { context, provider: this.sandbox, pair: { req, res } }
      const left = this.chosen ? await enterAsInvented(uid, builder, this.chosen) : "unchosen"
      if (typeof left === "string") return void res.writeHead(200).end(left)
      return void res.writeHead(303, { location: left.leavesFor, "set-cookie": [...left.cookies] }).end()
    }
    req.url = req.url?.slice(sandboxPath.length) || "/"
    Object.assign(req, { originalUrl: undefined, baseUrl: sandboxPath })
    await withPortalSession(nobody, () => this.sandbox.callback()(req, res))
  }

  async #serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (isSandboxUrl(req.url) || req.url?.startsWith("/sandbox/")) return await this.#serveSandbox(req, res)
    const token = /portal=([^;]+)/.exec(req.headers.cookie ?? "")?.[1]
    const session = token ? await touchLiveSession(this.test().db, token, this.now) : undefined
    if (req.url?.startsWith("/continue/")) {
      const leave = (to: string) => res.writeHead(303, { location: to }).end()
      if (!session) return void res.writeHead(401).end("sign in")
      const asked = await askedOf(this.provider, { req, res })
      const proof = proofFor(asked, session, this.now)
      if (typeof proof === "string") return void res.writeHead(401).end(`${proof} proof`)
      const membershipId = session.seats[0]?.membershipId ?? ""
      const grantId = await newGrant(this.provider, asked, session.accountId)
      const actor = {
        kind: "account",
        accountId: session.accountId,
        sessionId: session.id,
        seats: session.seats,
        roles: [],
      } as const
      const context = { db: this.test().db, actor, now: this.now, requestId: "test" }
      const let1 = await execute(signInAt, context, { clientId: asked.clientId, grantId, membershipId })
      if (!let1.ok) return void leave(await goBack(this.provider, { req, res }))
      return void leave(
        await goOn(this.provider, { req, res }, { accountId: session.accountId, proof, grantId }),
      )
    }
    const who = await whoAsks(req, { db: this.test().db, token, now: this.now })
    req.url = req.url?.replace(/^\/oidc/, "") || "/"
    Object.assign(req, { originalUrl: undefined, baseUrl: "/oidc" })
    await withPortalSession(who, () => this.provider.callback()(req, res))
  }
}

type Answer = { readonly status: number; readonly location: string; readonly text: string }

/** Keeps cookies by name, follows nothing by itself. */
export class Browser {
  readonly cookies = new Map<string, string>()

  constructor(
    private readonly stage: OidcStage,
    portal: string,
  ) {
    this.cookies.set("portal", portal)
  }

  async get(address: string): Promise<Answer> {
    return await this.#send(address, {})
  }

  async post(address: string, form: Record<string, string>): Promise<Answer> {
    return await this.#send(address, { method: "POST", body: new URLSearchParams(form) })
  }

  async #send(address: string, how: RequestInit): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ")
    const answer = await fetch(new URL(address, this.stage.origin), {
      ...how,
      redirect: "manual",
      headers: { cookie },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === "" || /expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return {
      status: answer.status,
      location: answer.headers.get("location") ?? "",
      text: await answer.text(),
    }
  }

  /** Follows what leads on at the portal until something else comes: the address at the system, or an answer. */
  async follow(address: string) {
    let answer = await this.get(address)
    while (answer.location && new URL(answer.location, this.stage.origin).origin === this.stage.origin)
      answer = await this.get(answer.location)
    return answer
  }
}
