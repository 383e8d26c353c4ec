import { execFile } from "node:child_process"
import { randomBytes } from "node:crypto"
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import postgres from "postgres"
import { type EmbeddedServer, startEmbedded } from "../../db/embedded/server"
import { onDatabase } from "../../db/testing/test-database"
import { listMessages } from "../../lib/mail/mailbox/messages"
import { type SmtpListener, smtpListener } from "../../lib/mail/mailbox/smtp-listener"
import type { Card } from "../support/cast"
import { OwnProduct } from "./own-product"

const run = promisify(execFile)

type Settings = Readonly<Record<string, string>>

/** What a production needs around it (a database with two roles, a mail server, secrets), and starts of the product in it. */
export class OwnProduction {
  private constructor(
    readonly home: string,
    private readonly server: EmbeddedServer,
    private readonly smtp: SmtpListener,
    /** Everything that production asks for. */
    readonly settings: Settings,
  ) {}

  static async prepare(): Promise<OwnProduction> {
    const home = mkdtempSync(join(tmpdir(), "dla-sso-production-"))
    chmodSync(home, 0o755)
    const server = await startEmbedded({ home: join(home, "database") })
    const smtp = await smtpListener(join(home, "mailbox"), 0)
    return new OwnProduction(home, server, smtp, {
      APP_MODE: "production",
      LISTEN: "127.0.0.1",
      DLA_SSO_HOME: join(home, "kept"),
      ORIGIN: "https://sso.front-door.example",
      DATABASE_URL: server.portalUrl,
      DATABASE_OWNER_URL: server.ownerUrl,
      KEY_RING: `p1:${randomBytes(32).toString("base64")}`,
      SESSION_SECRET: randomBytes(32).toString("base64url"),
      SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
      MAIL_FROM: "DLA SSO <no-reply@front-door.example>",
      // named and away: what is sent waits
      CLAMD_SOCKET: join(home, "clamd.sock"),
    })
  }

  /** Starts the product; an empty setting counts as absent. */
  start(changed: Settings = {}): Promise<OwnProduct> {
    return OwnProduct.start(join(this.home, "kept"), { ...this.settings, ...changed })
  }

  /** Starts the product where it must refuse. @returns all that it said */
  async refused(changed: Settings): Promise<string> {
    const product = await this.start(changed)
    const code = await product.ended()
    if (code !== 1) throw new Error(`ended with ${code}:\n${product.log}`)
    return product.log
  }

  /** Addresses of a copy of the database as it stands, of its owner and of the portal's role. */
  async copy(name: string): Promise<{ DATABASE_URL: string; DATABASE_OWNER_URL: string }> {
    const admin = postgres(onDatabase(this.server.ownerUrl, "postgres"), { max: 1, onnotice: () => {} })
    await admin.unsafe(`create database ${name} template dla_sso`).finally(() => admin.end())
    return {
      DATABASE_URL: onDatabase(this.server.portalUrl, name),
      DATABASE_OWNER_URL: onDatabase(this.server.ownerUrl, name),
    }
  }

  /** Does something as the owner of a database, of the product's own one unless named. */
  async asOwner<T>(work: (sql: postgres.Sql) => Promise<T>, url = this.server.ownerUrl): Promise<T> {
    const owner = postgres(url, { max: 1, onnotice: () => {} })
    return work(owner).finally(() => owner.end())
  }

  /** Puts people into the database, as a migration from elsewhere would: in a process that has the product's keys. */
  async people(): Promise<Card[]> {
    const tsconfig = { TSX_TSCONFIG_PATH: "tsconfig.scripts.json" }
    const env = { ...this.settings, ...tsconfig, NODE_ENV: "production" as const, DLA_SSO_HOME: this.home }
    const { stdout } = await run(process.execPath, ["--import", "tsx", "db/testing/people/run.ts"], { env })
    // the log speaks on the same output, a line each
    return JSON.parse(stdout.split("\n").find((line) => line.startsWith("[")) ?? "[]")
  }

  /** The newest code mailed to an address. Waits 20 seconds at most. */
  async code(to: string): Promise<string> {
    for (let tries = 0; tries < 100; tries++) {
      const [message] = await listMessages(join(this.home, "mailbox"), { to })
      const code = message?.text.match(/\b\d{6}\b/)?.[0]
      if (code) return code
      await new Promise((done) => setTimeout(done, 200))
    }
    throw new Error("no mail with a code came within 20 seconds")
  }

  async end(): Promise<void> {
    await this.smtp.close()
    await this.server.stop()
    rmSync(this.home, { recursive: true, force: true, maxRetries: 3 })
  }
}
