import { spawn } from "node:child_process"
import { type APIRequestContext, expect, request, test } from "@playwright/test"
import { decodeJwt } from "jose"
import postgres from "postgres"
import { freePort } from "../../bin/port.mjs"
import { plantClient } from "../../db/testing/plant-client"
import { SignOutReceiver } from "../../db/testing/sign-out-receiver"
import { persona } from "../support/cast"
import { leadsTo, post, signInByHttp } from "../support/sign-in"
import { FrontDoor } from "./front-door"
import { dropHome, expectWhole, makeHome, ownerUrl } from "./own-home"
import { OwnProduct } from "./own-product"
import { OwnProvider } from "./own-provider"
import { type Brought, SystemByHttp } from "./system-by-http"

// Two portals and one process of the provider behind one origin, on one database; no request comes to whom the one before came.
test.describe.configure({ mode: "serial" })

let home = ""
let door: FrontDoor
const portals: OwnProduct[] = []
let provider: OwnProvider
let owner: postgres.Sql
let system: SystemByHttp
const receiver = new SignOutReceiver()
/** Somebody who stays signed in from the first test on, and another. */
let visit: APIRequestContext
let other: APIRequestContext

test.beforeAll(async () => {
  test.setTimeout(400_000)
  home = makeHome()
  door = new FrontDoor(await freePort())
  await Promise.all([door.open(), receiver.open()])
  const settings = { ORIGIN: door.origin, TRUST_PROXY: "1" }
  for (let nth = 0; nth < 2; nth += 1) {
    const portal = await OwnProduct.start(home, settings)
    portals.push(portal)
    await portal.says(/\bready\n[\s\S]*\n {2}The portal/, 300)
  }
  door.portals = portals.map(({ origin }) => origin)
  provider = new OwnProvider(home, door.origin, await freePort())
  await provider.start()
  door.provider = provider.origin
  owner = postgres(ownerUrl(home), { max: 2, onnotice: () => {} })
  const callback = "https://rp.example/cb"
  const holders = ["กานดา", "ดวงใจ"]
  const like = { system: "T-TWO", redirectUri: callback, backchannelUri: receiver.uri, holders }
  system = new SystemByHttp(door.origin, await plantClient(ownerUrl(home), like), callback)
})
test.afterAll(async () => {
  await owner?.end()
  await provider?.end("SIGKILL")
  for (const portal of portals) await portal.stop()
  for (const portal of portals) portal.killLeftovers()
  await Promise.all([door?.close(), receiver.close()])
  dropHome(home)
})

test("a sign-in begun at one portal goes by the provider's process and the other portal to the system", async () => {
  visit = await request.newContext({ baseURL: door.origin })
  expect(leadsTo(await signInByHttp(visit, await persona(visit, "kanda.d")))).toBe("/portal")
  door.passed.length = 0
  const { status, body } = await system.signedIn(visit)
  expect(status).toBe(200)
  expect((await system.facts(body.access_token)).body).toMatchObject({ roles: ["tester"] })
  const by = (path: RegExp) => new Set(door.passed.filter((one) => path.test(one.path)).map((one) => one.by))
  expect(by(/^\/oidc/)).toEqual(new Set([provider.origin]))
  expect(by(/^\/continue/).size).toBe(1)
  expect((await system.refresh(body.refresh_token)).status).toBe(200)
  // somebody else, whose every second request comes to the other portal
  expect(new Set(door.portals).size).toBe(2)
  other = await request.newContext({ baseURL: door.origin })
  expect(leadsTo(await signInByHttp(other, await persona(other, "dla.officer")))).toBe("/portal")
  if (by(/^\/continue/).has(door.next)) await other.get("/help")
  expect((await system.signedIn(other)).status).toBe(200)
  expect(by(/^\/continue/).size).toBe(2)
})

test("keys that turn while all run sign from then on, and what the former ones signed still counts", async () => {
  const before = (await system.signedIn(visit)).body
  const former = await system.provenBy(before.id_token)
  await turnKeys()
  await expect
    .poll(async () => system.provenBy((await system.signedIn(visit, { prompt: "none" })).body.id_token), {
      timeout: 15_000,
    })
    .not.toBe(former)
  expect(await system.provenBy(before.id_token)).toBe(former)
  expect((await system.facts(before.access_token)).status).toBe(200)
  expect((await system.refresh(before.refresh_token)).status).toBe(200)
})

/** `npm run oidc:keys -- rotate`; not by a call that waits, since the front door answers in this very process. */
async function turnKeys(): Promise<void> {
  const settings = ["-u", "E2E_HOME", `DLA_SSO_HOME=${home}`, process.execPath]
  const child = spawn("env", [...settings, "bin/script.mjs", "db/keys/provider/run.ts", "rotate"], {
    stdio: "ignore",
  })
  expect(await new Promise((done) => child.once("exit", done))).toBe(0)
}

/** Sign-ins and refreshes of one person without a pause, until they are told to stop. */
class Lanes {
  done = 0
  /** Codes that came back and of which it is not known what became. */
  readonly cut: Brought[] = []
  readonly redeemed: Brought[] = []
  #going = true
  readonly #lanes: Promise<void>[]

  constructor(refreshToken = "") {
    this.#lanes = [this.#signIns(), this.#signIns(), this.#signIns(), this.#refreshes(refreshToken)]
  }

  async stop(): Promise<void> {
    this.#going = false
    await Promise.all(this.#lanes)
  }

  async #signIns(): Promise<void> {
    while (this.#going) {
      const brought = await system.code(other, { prompt: "none", scope: "openid" }).catch(() => undefined)
      const answer = brought && (await system.redeem(brought))
      if (brought) (answer?.status === 200 ? this.redeemed : this.cut).push(brought)
      if (answer?.status === 200) this.done += 1
      else await new Promise((done) => setTimeout(done, 50))
    }
  }

  async #refreshes(first: string): Promise<void> {
    for (let token: string | undefined = first; this.#going && token; ) {
      const { status, body } = await system.refresh(token)
      if (status !== 200) return
      token = body.refresh_token
    }
  }
}

for (const nth of ["once", "twice", "three times"])
  test(`killed amid sign-ins ${nth} and started again, the provider has left nothing half done`, async () => {
    const kept = (await system.signedIn(visit)).body
    const lanes = new Lanes((await system.signedIn(other)).body.refresh_token)
    await expect.poll(() => lanes.done, { timeout: 30_000 }).toBeGreaterThan(6)
    await provider.end("SIGKILL")
    const unanswered = fetch(`${door.origin}/oidc/jwks`).then(({ status }) => status)
    expect(await unanswered).toBe(502)
    await lanes.stop()
    await provider.start()
    expect(await uneven()).toEqual([])
    // whatever became of a code, it is good for one sign-in at most; of one that was used, never again
    for (const brought of [...lanes.cut, ...lanes.redeemed.slice(-1)]) {
      const answers = await Promise.all([1, 2, 3].map(() => system.redeem(brought)))
      const good = answers.filter(({ status }) => status === 200).length
      expect(good).toBeLessThanOrEqual(lanes.cut.includes(brought) ? 1 : 0)
      expect(answers.filter(({ body }) => body.error === "invalid_grant")).toHaveLength(3 - good)
    }
    expect(await uneven()).toEqual([])
    expect((await system.facts(kept.access_token)).status).toBe(200)
    expect((await system.refresh(kept.refresh_token)).status).toBe(200)
    for (const everybody of [visit, other]) expect((await system.signedIn(everybody)).status).toBe(200)
  })

/** What has been used up without anything given for it, given without being on record, or given on a grant that is gone. */
async function uneven(): Promise<string[]> {
  const [counts] = await owner`
    with o as (select *, coalesce((payload ->> 'rotations')::int, 0) as turned from oidc_payloads)
    select
      (select count(*) from o where model = 'AuthorizationCode' and consumed_at is not null)
        - (select count(*) from o where model = 'AccessToken' and payload ->> 'gty' = 'authorization_code') as codes,
      (select count(*) from o where model = 'RefreshToken' and consumed_at is not null)
        - (select count(*) from o where model = 'RefreshToken' and turned > 0) as refreshed,
      (select count(*) from o where model in ('AuthorizationCode', 'AccessToken', 'RefreshToken') and not exists
        (select from o g where g.model = 'Grant' and g.id_hash = sha256(convert_to(o.grant_id, 'UTF8')))) as loose,
      (select count(*) from o where model = 'AuthorizationCode')
        - (select count(*) from audit_events where action = 'oidc.code') > 0 as "offRecord"`
  return Object.entries(counts ?? { nothing: "known" })
    .filter(([, value]) => Number(value) !== 0)
    .map(([name, value]) => `${name} ${value}`)
}

test("who signs out at one portal is out at the provider, at the other portal and at the system", async () => {
  const { body } = await system.signedIn(visit)
  expect((await system.facts(body.access_token)).status).toBe(200)
  receiver.heard.length = 0
  door.passed.length = 0
  await post(visit, "/api/logout", {})
  expect(door.passed.map(({ path }) => path)).toEqual(["/api/logout"])
  expect((await system.facts(body.access_token)).status).toBe(401)
  expect((await system.refresh(body.refresh_token)).body.error).toBe("invalid_grant")
  const silent = await system.sent(visit, "v".repeat(43), { prompt: "none", scope: "openid" })
  expect(silent.get("error")).toBe("login_required")
  for (const portal of door.portals)
    expect((await visit.get(`${portal}/portal`, { maxRedirects: 0 })).status()).not.toBe(200)

  const { sub, sid } = decodeJwt(body.id_token ?? "")
  const told = () => receiver.heard.map(({ token }) => decodeJwt(token).sid)
  await expect.poll(told, { timeout: 10_000 }).toContain(sid)
  const issuer = `${door.origin}/oidc`
  expect((await receiver.lastSaid({ issuer, now: new Date() }, system.client.id)).payload.sub).toBe(sub)
  // nobody else is out
  expect((await system.signedIn(other)).status).toBe(200)
})

test("asked to end, it ends by itself, and the audit is whole", async () => {
  expect(await provider.end("SIGTERM")).toBe(0)
  await expectWhole(home)
})
