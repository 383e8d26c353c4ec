import { oidcClients } from "@/db/schema/oidc"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { makeWebhookSecret } from "@/lib/webhooks/make-webhook-secret"
import { queueCalls } from "@/lib/webhooks/queue-calls"
import { saveWebhook } from "@/lib/webhooks/save-webhook"
import { sendDue } from "@/lib/webhooks/send-due"
import { rightsSteps } from "./rights-steps"
import type { TestDatabase } from "./test-database"
import { WebhookReceiver } from "./webhook-receiver"

/** A system with a client, an address and somebody who sees to it, on a test's own database; `now` can be moved. */
export class WebhookStage {
  readonly receiver = new WebhookReceiver()
  now = new Date("2026-11-18T02:00:00Z")
  roles!: Awaited<ReturnType<ReturnType<typeof rightsSteps>["system"]>>
  head!: AccountActor
  staff!: AccountActor
  clientId = ""
  readonly rights: ReturnType<typeof rightsSteps>

  constructor(private readonly test: () => TestDatabase) {
    this.rights = rightsSteps(test)
  }

  async open(): Promise<void> {
    await this.receiver.open()
    this.head = await this.rights.admin("06360207")
    this.staff = { ...(await this.rights.admin("06360207")), seats: [], roles: ["systems"] }
  }

  close(): Promise<void> {
    return this.receiver.close()
  }

  /** Another system, which is called no more than it asks to be; those before it are not called at all. */
  async begin(): Promise<void> {
    await this.test().owner`update webhooks set state = 'paused'`
    this.receiver.answer = () => 200
    this.receiver.heard.length = 0
    await this.another()
  }

  /** One more system beside. */
  async another(): Promise<void> {
    this.roles = await this.rights.system()
    this.clientId = await this.client()
  }

  later(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1000)
  }

  context() {
    const actor = { ...this.staff, steppedUpAt: this.now }
    return { db: this.test().db, actor, now: this.now, requestId: "test" }
  }

  sender() {
    return { db: this.test().db, clock: () => this.now, call: this.receiver.call }
  }

  async client(more: Partial<typeof oidcClients.$inferInsert> = {}): Promise<string> {
    const id = `${more.id ?? "client"}-${this.roles.code.toLowerCase()}`
    const usual = {
      systemCode: this.roles.code,
      name: "x",
      authMethod: "client_secret_basic",
      redirectUris: ["https://rp.example/cb"],
      scopes: ["openid"],
      createdAt: this.now,
    } as const
    await this.test()
      .db.insert(oidcClients)
      .values({ ...usual, redirectUris: [...usual.redirectUris], scopes: [...usual.scopes], ...more, id })
    return id
  }

  save(more: Record<string, unknown> = {}) {
    const { clientId, receiver } = this
    const input = { systemCode: this.roles.code, version: 0, clientId, url: receiver.url, ...more }
    return execute(saveWebhook, this.context(), input)
  }

  async secret(): Promise<string> {
    const made = await execute(makeWebhookSecret, this.context(), { systemCode: this.roles.code })
    if (!made.ok) throw new Error(made.refusal.code)
    return made.value.secret
  }

  /** An address, a secret and three things that happened. */
  async told() {
    await this.save()
    const key = await this.secret()
    const one = await this.rights.admin("06360207")
    const { does } = this.rights
    await does(this.head, "grant", one, this.roles.recorder)
    await does(this.head, "grant", one, this.roles.viewer)
    await does(this.head, "withdraw", one, this.roles.viewer)
    return { key, one }
  }

  /** All that is due now. */
  async send(): Promise<void> {
    await queueCalls(this.test().db)
    for (let turn = 0; turn < 20; turn++) if ((await sendDue(this.sender())) === "idle") return
  }

  types(): string[] {
    return this.receiver.heard.map(({ body }) => JSON.parse(body).type as string)
  }
}
