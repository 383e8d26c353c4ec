import { type ChildProcess, spawn } from "node:child_process"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import type { AddressInfo } from "node:net"
import { createServer, type Server } from "node:net"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { insertAuditEvent } from "@/db/queries/audit"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { required } from "@/lib/env"
import { enqueueMail } from "@/lib/mail/enqueue"
import { listMessages } from "@/lib/mail/mailbox/messages"
import { smtpListener } from "@/lib/mail/mailbox/smtp-listener"

const database = useTestDatabase()
const root = resolve(import.meta.dirname, "../..")
let folder: string
const started: ChildProcess[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dla-sso-jobs-"))
})
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL")
})
afterAll(() => rm(folder, { recursive: true }))

/** Starts the process as `npm start` does, and gives what it has said so far. */
function startJobs(smtpPort: number) {
  const child = spawn(process.execPath, ["--import", "tsx", "lib/jobs/run.ts"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      KEY_RING: required("KEY_RING"),
      NODE_ENV: "test",
      DATABASE_URL: database().portalUrl,
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      AUDIT_HEAD_FILE: join(folder, "heads.log"),
      TSX_TSCONFIG_PATH: join(root, "tsconfig.scripts.json"),
    },
  })
  started.push(child)
  let said = ""
  child.stdout?.on("data", (part: Buffer) => {
    said += part.toString("utf8")
  })
  const ended = new Promise<number | string>((done) =>
    child.once("exit", (code, signal) => done(code ?? signal ?? "")),
  )
  return { child, ended, said: () => said }
}

async function enqueue(to: string): Promise<void> {
  const now = new Date()
  const props = { code: "048213", sentAt: now.toISOString(), expiresAt: now.toISOString() }
  await database().db.transaction((tx) =>
    enqueueMail(tx, { template: "otp-code", locale: "th", to, props, now }),
  )
}

describe("the jobs process", () => {
  it("leaves a mail to another when it is killed with it in hand", async () => {
    const mute: Server = createServer(() => {})
    await new Promise<void>((done) => mute.listen(0, "127.0.0.1", done))
    await enqueue("killed@example.go.th")
    const first = startJobs((mute.address() as AddressInfo).port)
    await expect.poll(first.said, { timeout: 20_000 }).toContain("mail: leased")
    first.child.kill("SIGKILL")
    expect(await first.ended).toBe("SIGKILL")
    mute.close()
    const [left] = await database().owner`select sent_at, props_sealed is not null as kept from outbox_mails`
    expect(left).toEqual({ sent_at: null, kept: true })
    // Fifteen seconds later, as the lease sees it.
    await database().owner`update outbox_mails set leased_until = now()`
    const listener = await smtpListener(folder, 0)
    const second = startJobs(listener.port)
    await expect.poll(second.said, { timeout: 20_000 }).toContain("mail: settled")
    expect((await listMessages(folder)).map((message) => message.to)).toEqual(["killed@example.go.th"])
    second.child.kill("SIGKILL")
    await listener.close()
  }, 60_000)

  it("ends when told, with everything sealed and the head written down, and says nothing of what mails say", async () => {
    const listener = await smtpListener(folder, 0)
    const jobs = startJobs(listener.port)
    await expect.poll(jobs.said, { timeout: 20_000 }).toContain("jobs: started")
    await enqueue("quiet@example.go.th")
    await expect.poll(jobs.said, { timeout: 10_000 }).toContain("mail: settled")
    await database().db.transaction((tx) =>
      insertAuditEvent(tx, {
        at: new Date(),
        action: "last",
        actorKind: "system",
        requestId: "r",
        detail: {},
      }),
    )
    jobs.child.kill("SIGTERM")
    expect(await jobs.ended).toBe(0)
    const [seals] = await database()
      .owner`select count(*)::int as count, max(encode(mac, 'hex')) as mac from audit_seals`
    expect(seals?.count).toBe(1)
    expect(await readFile(join(folder, "heads.log"), "utf8")).toContain(
      `head ${new Date().toISOString().slice(0, 7)}-01 1 ${seals?.mac}`,
    )
    expect(jobs.said()).not.toMatch(/048213|example\.go\.th/)
    await listener.close()
  }, 60_000)
})
