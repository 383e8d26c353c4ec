import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test as base } from "@playwright/test"
import postgres from "postgres"
import { type EmbeddedServer, startEmbedded } from "../../db/embedded/server"
import { listMessages } from "../../lib/mail/mailbox/messages"
import type { Card, Welcome } from "../support/cast"
import { isWelcome } from "../support/cast"
import { RawBrowser } from "../support/raw-browser"
import { rawHttp } from "../support/raw-http"
import { OwnProduct } from "./own-product"

/** A demonstration of a worker's own: what it logs, keeps and sends can all be looked at, and it may be ill-treated. */
export class OwnDemo {
  private constructor(
    readonly home: string,
    readonly product: OwnProduct,
    readonly server: EmbeddedServer,
    readonly owner: postgres.Sql,
  ) {}

  static async start(): Promise<OwnDemo> {
    const home = mkdtempSync(join(tmpdir(), "dla-sso-own-"))
    chmodSync(home, 0o755)
    const product = await OwnProduct.start(home, { LOG_LEVEL: "trace", ADDRESS_FAILURE_LIMIT: "100000" })
    await product.says(/\bready\n\n {2}The portal[\s\S]*Ctrl-C stops it/)
    const server = await startEmbedded({ home })
    return new OwnDemo(home, product, server, postgres(server.ownerUrl, { max: 1, onnotice: () => {} }))
  }

  /** Where its database server writes its log. */
  get databaseLog(): string {
    return join(this.home, "postgres.log")
  }

  /** A browser of someone else. */
  browser(headers: Readonly<Record<string, string>> = {}): RawBrowser {
    return new RawBrowser(this.product.origin, headers)
  }

  async persona(username: string): Promise<Welcome> {
    const cards: Card[] = JSON.parse((await rawHttp(this.product.origin, "/dev/cast")).text)
    const card = cards.find((one) => one.username === username)
    if (!card || !isWelcome(card)) throw new Error(`no ${username} in the cast who may come in`)
    return card
  }

  /** The password step of a member of the cast. @returns the code that was mailed for it */
  async begin(browser: RawBrowser, card: Welcome, typed = card.username): Promise<string> {
    // These tests share one demonstration and sign in more often than an hour allows, after failures on purpose.
    await this.owner`delete from rate_limits where scope = 'otp-mailed'`
    await this.owner`delete from signin_throttles`
    const seen = (await this.codes(card.email)).length
    const answer = await browser.post("/api/login/password", { username: typed, password: card.password })
    if (answer.headers.location !== "/login/otp")
      throw new Error(`${card.username}: ${answer.status} ${answer.headers.location}`)
    return this.nextCode(card.email, seen)
  }

  /** Signs a member of the cast in. */
  async signIn(browser: RawBrowser, username: string): Promise<Welcome> {
    const card = await this.persona(username)
    const answer = await browser.post("/api/login/otp", { code: await this.begin(browser, card) })
    if (answer.headers.location !== "/portal") throw new Error(`${username}: ${answer.headers.location}`)
    return card
  }

  /** The codes mailed to an address, newest first. */
  async codes(to: string): Promise<string[]> {
    const messages = await listMessages(join(this.home, "mailbox"), { to })
    return messages.flatMap((message) => message.text.match(/\b\d{6}\b/)?.[0] ?? [])
  }

  /** The code that comes after so many. Waits 20 seconds at most. */
  async nextCode(to: string, seen: number): Promise<string> {
    for (let tries = 0; tries < 100; tries++) {
      const codes = await this.codes(to)
      if (codes.length > seen && codes[0]) return codes[0]
      await new Promise((done) => setTimeout(done, 200))
    }
    throw new Error("no mail with a code came within 20 seconds")
  }

  /** Does something while the database is stopped under the running portal, and starts it again. */
  async withoutDatabase(work: () => Promise<void>): Promise<void> {
    const note = join(this.home, "pgdata", "postmaster.pid")
    process.kill(Number(readFileSync(note, "utf8").split("\n")[0]), "SIGINT")
    while (existsSync(note)) await new Promise((done) => setTimeout(done, 50))
    try {
      await work()
    } finally {
      const again = await startEmbedded({ home: this.home })
      await again.stop()
    }
  }

  async stop(): Promise<void> {
    await this.owner.end({ timeout: 1 })
    await this.product.stop()
    await this.server.stop()
    rmSync(this.home, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Playwright's `test` with such a demonstration, shared by the tests of one worker. */
export const test = base.extend<object, { demo: OwnDemo }>({
  demo: [
    async ({ browserName: _ }, use) => {
      const demo = await OwnDemo.start()
      await use(demo)
      await demo.stop()
    },
    { scope: "worker", timeout: 120_000 },
  ],
})

/** The same, where the browser's addresses are that demonstration's. */
export const testThere = test.extend({
  baseURL: async ({ demo }, use) => {
    await use(demo.product.origin)
  },
})
