import type { APIRequestContext } from "@playwright/test"
import { startSandbox } from "../../thaid-sandbox/testing/running-sandbox"
import { leadsTo, post } from "./sign-in"
import { agreeAt } from "./thaid"

/** What a portal asks for unless it is told otherwise (`THAID_SCOPES`). */
const scopes = ["openid", "pid", "title", "given_name", "family_name", "ial"]

type Sandbox = Awaited<ReturnType<typeof startSandbox>>

/** A stand-in of a test's own that outlives the portals which know it, as the service would. */
export class OwnThaid {
  private constructor(
    private readonly sandbox: Sandbox,
    private readonly client: { readonly clientId: string; readonly clientSecret: string },
  ) {}

  /** @param portal the public address of the portals */
  static async start(portal: string): Promise<OwnThaid> {
    const client = { clientId: "cG9ydGFscw==", clientSecret: "c2VjcmV0K29mL3Rlc3Rz=" }
    const redirectUris = [`${portal}/api/login/thaid/callback`]
    const known = { ...client, name: "DLA SSO", redirectUris, scopes }
    const sandbox = await startSandbox({ THAID_SANDBOX_CLIENTS: JSON.stringify([known]) })
    return new OwnThaid(sandbox, client)
  }

  /** What a portal must be told to know it. */
  get settings() {
    const { clientId, clientSecret } = this.client
    const known = { THAID_CLIENT_ID: clientId, THAID_CLIENT_SECRET: clientSecret }
    return { THAID_ORIGIN: this.sandbox.origin, THAID_NONCE_REQUIRED: "1", ...known }
  }

  stop(): Promise<void> {
    return this.sandbox.stop()
  }

  /** Begins at a portal and agrees as the person with this number. @returns the way back, with state and code */
  async agreed(visit: APIRequestContext, nationalId: string): Promise<string> {
    const there = leadsTo(await post(visit, "/api/login/thaid", {})) ?? ""
    const { pathname, search } = await agreeAt(there, nationalId)
    return pathname + search
  }

  /** How often a code was brought since the last time of asking. */
  async exchanges(): Promise<number> {
    const journal = await (await fetch(`${this.sandbox.origin}/sandbox/journal`)).text()
    await this.ask("journal", {})
    return journal.split("/api/v2/oauth2/token/").length - 1
  }

  /** Asks something of its test interface. */
  async ask(what: string, body: Readonly<Record<string, unknown>>): Promise<void> {
    const headers = { "content-type": "application/json" }
    const init = { method: "POST", headers, body: JSON.stringify(body) }
    const answer = await fetch(`${this.sandbox.origin}/sandbox/${what}`, init)
    if (!answer.ok) throw new Error(`${what}: ${await answer.text()}`)
  }
}
