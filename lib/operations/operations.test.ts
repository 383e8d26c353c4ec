import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { connect } from "@/db/client"
import { insertAuditEvent } from "@/db/queries/audit"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { Database } from "@/db/types"
import { env } from "@/lib/env"
import { visitor } from "@/lib/kernel/actor"
import { look } from "@/lib/kernel/execute"
import { enqueueMail } from "@/lib/mail/enqueue"
import { keepMessage } from "@/lib/mail/mailbox/messages"
import { getMailbox } from "./get-mailbox"
import { getMailboxMessage } from "./get-mailbox-message"
import { getReadiness } from "./get-readiness"

const database = useTestDatabase()
const now = new Date("2026-11-21T01:30:00Z")
const context = (db: Database, at = now) => ({ db, actor: visitor, now: at, requestId: "r" })
const before = { APP_MODE: env.APP_MODE, MAILBOX_DIR: env.MAILBOX_DIR }
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dla-sso-mailbox-"))
  keepMessage(folder, "a@officials.example", Buffer.from("Subject: one\r\n\r\nt"))
  // The file system's clock ticks every few milliseconds, and messages are put in order by it.
  await new Promise((done) => setTimeout(done, 30))
  keepMessage(folder, "b@officials.example", Buffer.from("Subject: two\r\n\r\nt"))
})
afterEach(() => Object.assign(env, before))
afterAll(() => rm(folder, { recursive: true }))

describe("readiness", () => {
  it("tells how long mail and seal have been waiting, and stays ready", async () => {
    const { db } = database()
    const quiet = {
      ready: true,
      database: "ok",
      mail: { waiting: 0, oldestDueSeconds: 0 },
      audit: { sealLagSeconds: 0 },
    }
    expect(await look(getReadiness, context(db), {})).toEqual({ ok: true, value: quiet })
    await db.transaction(async (tx) => {
      const props = { at: now.toISOString() }
      await enqueueMail(tx, { template: "new-device", locale: "th", to: "a@b.example", props, now })
      await insertAuditEvent(tx, { at: now, action: "a", actorKind: "system", requestId: "r", detail: {} })
    })
    const late = await look(getReadiness, context(db, new Date(now.getTime() + 90_000)), {})
    expect(late).toMatchObject({
      ok: true,
      value: { ready: true, mail: { waiting: 1, oldestDueSeconds: 90 }, audit: { sealLagSeconds: 90 } },
    })
  })

  it("is missing while a migration is, and while the database does not answer; the reason names neither host nor role", async () => {
    const { db, owner } = database()
    await owner`update drizzle.__drizzle_migrations set created_at = created_at - 1`
    const behind = await look(getReadiness, context(db), {})
    await owner`update drizzle.__drizzle_migrations set created_at = created_at + 1`
    expect(behind).toEqual({ ok: true, value: { ready: false, database: "not-migrated" } })
    const away = connect("postgres://portal:secret@127.0.0.1:1/none", { max: 1 })
    const unreachable = await look(getReadiness, context(away.db), {})
    await away.close()
    expect(unreachable).toEqual({ ok: true, value: { ready: false, database: "unreachable" } })
  })
})

describe("the demonstration's mailbox", () => {
  it("is found only where both mode and database are a demonstration", async () => {
    const { db, owner } = database()
    env.MAILBOX_DIR = folder
    expect(await look(getMailbox, context(db), {})).toMatchObject({
      ok: false,
      refusal: { code: "not-found" },
    })
    await owner`insert into installation (mode, stamped_at) values ('demo', now())`
    env.APP_MODE = "production"
    expect(await look(getMailbox, context(db), {})).toMatchObject({
      ok: false,
      refusal: { code: "not-found" },
    })
    env.APP_MODE = "demo"
    expect(await look(getMailbox, context(db), {})).toMatchObject({ ok: true })
  })

  it("shows the newest first, those to one address, and one by its id", async () => {
    const { db } = database()
    env.MAILBOX_DIR = folder
    const all = await look(getMailbox, context(db), {})
    expect(all.ok && all.value.map((message) => message.subject)).toEqual(["two", "one"])
    const one = await look(getMailbox, context(db), { to: " A@officials.example " })
    const [message] = one.ok ? one.value : []
    expect(message?.subject).toBe("one")
    const found = await look(getMailboxMessage, context(db), { messageId: message?.id })
    expect(found).toMatchObject({ ok: true, value: { subject: "one" } })
  })

  it("has no message under another's id, or under what is no id", async () => {
    const { db } = database()
    env.MAILBOX_DIR = folder
    const messageId = "00000000-0000-4000-8000-000000000000"
    expect(await look(getMailboxMessage, context(db), { messageId })).toMatchObject({ ok: false })
    expect(await look(getMailboxMessage, context(db), { messageId: "../../etc/passwd" })).toMatchObject({
      ok: false,
    })
  })
})
