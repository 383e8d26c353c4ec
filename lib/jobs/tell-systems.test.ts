import { type ChildProcess, spawn } from "node:child_process"
import { randomUUID } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { afterAll, afterEach, beforeAll, expect, it } from "vitest"
import { oidcGrants } from "@/db/schema/oidc"
import { OidcStage } from "@/db/testing/oidc-stage"
import { rightsSteps } from "@/db/testing/rights-steps"
import { SignOutReceiver } from "@/db/testing/sign-out-receiver"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { required } from "@/lib/env"
import { endAllSessions } from "@/lib/sessions/end-all-sessions"
import { openSession } from "@/lib/sessions/open-session"
import { assurances } from "@/lib/sessions/rules"

const test = useTestDatabase()
const { admin, system, does } = rightsSteps(test)
const stage = new OidcStage(test)
const receiver = new SignOutReceiver()
const root = resolve(import.meta.dirname, "../..")
const started: ChildProcess[] = []
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dla-sso-tell-"))
  await Promise.all([stage.open(), receiver.open()])
})
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL")
})
afterAll(async () => {
  await Promise.all([stage.close(), receiver.close()])
  await rm(folder, { recursive: true, force: true })
})

/** The jobs as `npm start` runs them, once they say that they run. */
async function startJobs(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "lib/jobs/run.ts"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      KEY_RING: required("KEY_RING"),
      NODE_ENV: "test",
      ORIGIN: stage.origin,
      DATABASE_URL: test().portalUrl,
      DLA_SSO_HOME: folder,
      SMTP_URL: "smtp://127.0.0.1:9",
      AUDIT_HEAD_FILE: join(folder, "heads.log"),
      TSX_TSCONFIG_PATH: join(root, "tsconfig.scripts.json"),
    },
  })
  started.push(child)
  let said = ""
  child.stdout?.on("data", (part: Buffer) => {
    said += part.toString("utf8")
  })
  await expect.poll(() => said, { timeout: 30_000 }).toContain("jobs: started")
  return child
}

/** Somebody who is signed in at a system that can be told. */
async function signedIn() {
  const { code, recorder } = await system()
  const client = await stage.client(code, { backchannelLogoutUri: receiver.uri })
  const actor = await admin("06360207")
  expect(await does(await admin("06360207"), "grant", actor, recorder)).toMatchObject({ ok: true })
  const made = { accountId: actor.accountId, assurance: assurances.password, sharedComputer: false }
  const browser = { address: null, userAgent: "test" }
  await test().db.transaction((tx) => openSession(tx, { ...made, browser, now: new Date() }))
  const [session] = await test().owner`select id from sessions where account_id = ${actor.accountId}`
  const [seat] = actor.seats
  await test()
    .db.insert(oidcGrants)
    .values({
      grantId: randomUUID(),
      clientId: client.id,
      accountId: actor.accountId,
      membershipId: seat?.membershipId ?? "",
      sessionId: session?.id,
      createdAt: new Date(),
    })
  return { actor, client }
}

/** As the suspension of an account does. */
const suspend = (accountId: string) =>
  test().db.transaction((tx) => endAllSessions(tx, accountId, "suspended", new Date()))

it("a system is told of a suspension within ten seconds", async () => {
  await startJobs()
  const { actor, client } = await signedIn()
  await suspend(actor.accountId)
  await expect.poll(() => receiver.heard.length, { timeout: 10_000, interval: 20 }).toBe(1)
  const provider = { issuer: `${stage.origin}/oidc`, now: new Date() }
  expect((await receiver.lastSaid(provider, client.id)).payload.sub).toBe(actor.accountId)
}, 60_000)

it("a system is told though the jobs were killed while they told it", async () => {
  receiver.heard.length = 0
  receiver.manner = "silent"
  const first = await startJobs()
  const { actor } = await signedIn()
  await suspend(actor.accountId)
  await expect.poll(() => receiver.heard.length, { timeout: 10_000 }).toBe(1)
  first.kill("SIGKILL")
  receiver.manner = 200
  await startJobs()
  const state = async () =>
    (await test().owner`select state from oidc_sign_outs where account_id = ${actor.accountId}`)[0]?.state
  await expect.poll(state, { timeout: 20_000 }).toBe("confirmed")
  expect(receiver.heard).toHaveLength(2)
}, 60_000)
