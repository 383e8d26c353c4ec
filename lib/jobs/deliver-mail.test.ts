import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { connect } from "@/db/client"
import { listen } from "@/db/listen"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { Delivery } from "@/lib/mail/delivery"
import { enqueueMail } from "@/lib/mail/enqueue"
import { listMessages } from "@/lib/mail/mailbox/messages"
import { smtpListener } from "@/lib/mail/mailbox/smtp-listener"
import { mailChannel } from "@/lib/mail/rules"
import { smtpTransport } from "@/lib/mail/transport/smtp-transport"
import { Bell } from "./bell"
import { deliverMail } from "./deliver-mail"

const database = useTestDatabase()
const senders = 4
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dla-sso-deliver-"))
})
afterAll(() => rm(folder, { recursive: true }))

async function enqueue(count: number, domain: string): Promise<void> {
  const now = new Date()
  const props = { at: now.toISOString() }
  await database().db.transaction(async (tx) => {
    for (let index = 0; index < count; index += 1) {
      await enqueueMail(tx, { template: "new-device", locale: "th", to: `p${index}@${domain}`, props, now })
    }
  })
}

/** A worker as the jobs process runs one: its own pool, its own connections to the mail server, its own ear. */
async function startWorker(port: number) {
  const url = database().portalUrl
  const { db, close } = connect(url, { max: senders + 1 })
  const transport = smtpTransport(`smtp://127.0.0.1:${port}`, senders)
  const bell = new Bell()
  const delivery: Delivery = {
    db,
    transport,
    from: "a@sso.example",
    host: "sso.example",
    origin: "https://sso.example",
    clock: () => new Date(),
  }
  const deaf = await listen(url, mailChannel, () => bell.ring())
  const running = deliverMail(delivery, senders, bell)
  return {
    async stop() {
      await running.stop()
      await deaf()
      transport.close()
      await close()
    },
  }
}

async function counts() {
  const [row] = await database().owner`
    select count(*)::int as all, count(sent_at)::int as sent, count(props_sealed)::int as kept,
      count(last_error)::int as failed, count(dropped_at)::int as dropped, max(attempts)::int as attempts
    from outbox_mails`
  return row
}

describe("two workers at once", () => {
  it("send each of 2,000 mails exactly once, and keep nothing of what they said", async () => {
    const listener = await smtpListener(folder, 0)
    await enqueue(2000, "many.example")
    const workers = await Promise.all([startWorker(listener.port), startWorker(listener.port)])
    await expect.poll(async () => (await counts())?.sent, { timeout: 90_000, interval: 200 }).toBe(2000)
    await Promise.all(workers.map((worker) => worker.stop()))
    await listener.close()
    const recipients = (await listMessages(folder)).map((message) => message.to)
    expect([recipients.length, new Set(recipients).size]).toEqual([2000, 2000])
    expect(await counts()).toEqual({ all: 2000, sent: 2000, kept: 0, failed: 0, dropped: 0, attempts: 1 })
  }, 120_000)
})

describe("a mail server that is down", () => {
  it("loses nothing, and all goes out when it is back", async () => {
    await database().owner`truncate outbox_mails`
    const probe = await smtpListener(folder, 0)
    const { port } = probe
    await probe.close()
    await enqueue(20, "down.example")
    const worker = await startWorker(port)
    await expect.poll(async () => (await counts())?.failed, { timeout: 10_000 }).toBe(20)
    expect(await counts()).toMatchObject({ sent: 0, kept: 20, dropped: 0 })
    const listener = await smtpListener(folder, port)
    await expect.poll(async () => (await counts())?.sent, { timeout: 30_000 }).toBe(20)
    await worker.stop()
    await listener.close()
    const back = (await listMessages(folder)).filter((message) => message.to.endsWith("@down.example"))
    expect(new Set(back.map((message) => message.to)).size).toBe(20)
  }, 60_000)
})

describe("a ring of the bell", () => {
  // A busy machine may be slow once; it cannot be quick by chance.
  it("wakes a sender long before it would look by itself", { retry: 2 }, async () => {
    await database().owner`truncate outbox_mails`
    const listener = await smtpListener(folder, 0)
    const worker = await startWorker(listener.port)
    await new Promise((resolve) => setTimeout(resolve, 500))
    await enqueue(1, "quick.example")
    await expect.poll(async () => (await counts())?.sent, { timeout: 1400, interval: 20 }).toBe(1)
    await worker.stop()
    await listener.close()
  })
})
