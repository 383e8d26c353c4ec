import * as openid from "openid-client"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { OidcStage } from "@/db/testing/oidc-stage"
import { rightsSteps } from "@/db/testing/rights-steps"
import { SignOutReceiver } from "@/db/testing/sign-out-receiver"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { endAllSessions } from "@/lib/sessions/end-all-sessions"
import { signOut } from "@/lib/sessions/sign-out"
import { purgeSignIns } from "./purge-sign-ins"
import { endSignIns, takeSignOuts, tellSystem } from "./tell-system"

const test = useTestDatabase()
const { admin, system, does } = rightsSteps(test)
const stage = new OidcStage(test)
const receiver = new SignOutReceiver()
const callback = "https://rp.example/cb"
const minute = 60_000

let client: { id: string; secret: string }
let code: string
let recorder: string
let one: AccountActor
let start: Date

beforeAll(async () => {
  await Promise.all([stage.open(), receiver.open()])
  start = stage.now
})
afterAll(() => Promise.all([stage.close(), receiver.close()]))
beforeEach(async () => {
  await test().owner`truncate oidc_grants, oidc_payloads, oidc_sign_outs`
  stage.now = start
  receiver.heard.length = 0
  receiver.manner = 200
  ;({ code, recorder } = await system())
  client = await stage.client(code, { backchannelLogoutUri: receiver.uri })
  one = await person()
})

async function person(): Promise<AccountActor> {
  const made = await admin("06360207")
  expect(await does(await admin("06360207"), "grant", made, recorder)).toMatchObject({ ok: true })
  return made
}

const teller = () => ({ db: test().db, issuer: `${stage.origin}/oidc`, clock: () => stage.now })
const end = () => endSignIns(teller())
const rows = () =>
  test()
    .owner`select reason, state, attempts, last_answer as answer, next_attempt_at as next, confirmed_at as confirmed
    from oidc_sign_outs order by ended_at, grant_id`
const later = (ms: number) => {
  stage.now = new Date(stage.now.getTime() + ms)
}

/** One turn of the teller: what is due is told; what became of each. */
async function tell(atMost = 16): Promise<string[]> {
  const taken = await takeSignOuts(teller(), atMost)
  return await Promise.all(taken.map((one) => tellSystem(teller(), one)))
}

/** Signs somebody in at the system with a stock client. */
async function signedIn(actor = one, at = client, browser = stage.browser(actor)) {
  const verifier = openid.randomPKCECodeVerifier()
  const config = await openid.discovery(
    new URL(`${stage.origin}/oidc`),
    at.id,
    undefined,
    openid.ClientSecretBasic(at.secret),
    { execute: [openid.allowInsecureRequests] },
  )
  const address = openid.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: "openid roles offline_access",
    prompt: "consent",
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  })
  const back = await (await browser).follow(address.href)
  const checks = { pkceCodeVerifier: verifier }
  const tokens = await openid.authorizationCodeGrant(config, new URL(back.location), checks)
  return { config, tokens, sid: String(tokens.claims()?.sid), browser: await browser }
}

const set = {
  account: () => test().owner`update accounts set state = 'suspended' where id = ${one.accountId}`,
  membership: () =>
    test().owner`update memberships set state = 'suspended' where account_id = ${one.accountId}`,
  right: () =>
    test()
      .owner`update grants set state = 'suspended' where membership_id = ${one.seats[0]?.membershipId ?? ""}`,
  client: () => test().owner`update oidc_clients set closed_at = now() where id = ${client.id}`,
  system: () => test().owner`update systems set state = 'closed' where code = ${code}`,
  unit: () => test().owner`update systems set open_to_kinds = '{pao}' where code = ${code}`,
  period: () => test().owner`insert into opening_periods
    (system_code, name_th, name_en, scope, opens_on, closes_on, created_at)
    select ${code}, 'รอบก่อน', 'Former', 'record', day - 30, day - 1, now()
    from (select (${stage.now.toISOString()}::timestamptz at time zone 'Asia/Bangkok')::date as day) d`,
  suspended: () => test().db.transaction((tx) => endAllSessions(tx, one.accountId, "suspended", stage.now)),
}

describe("a sign-in at a system ends", () => {
  it.each(Object.entries(set))("when its ground is gone: %s", async (reason, take) => {
    await signedIn()
    await end()
    expect(await rows()).toEqual([])
    await take()
    await Promise.all([end(), end()])
    expect(await rows()).toMatchObject([{ reason, state: "waiting", attempts: 0 }])
    const left = await test().owner`select model from oidc_payloads where model <> 'Session'`
    expect([...left]).toEqual([])
    expect([...(await test().owner`select 1 from oidc_grants`)]).toEqual([])
    await end()
    expect(await rows()).toHaveLength(1)
  })

  it("when its person signs out at the portal, where the next sign-in is another one", async () => {
    const { sid, browser } = await signedIn()
    const [row] = await test().owner`select id from sessions where account_id = ${one.accountId}`
    const context = { db: test().db, now: stage.now, requestId: "test" }
    await execute(signOut, { ...context, actor: { ...one, sessionId: row?.id } }, {})
    // again in the same browser, before anything was swept
    browser.cookies.set("portal", (await stage.browser(one)).cookies.get("portal") ?? "")
    const again = await signedIn(one, client, Promise.resolve(browser))
    expect(again.sid).not.toBe(sid)
    await end()
    expect(await tell()).toEqual(["confirmed"])
    const { payload } = await receiver.lastSaid({ issuer: teller().issuer, now: stage.now }, client.id)
    expect(payload.sid).toBe(sid)
    await expect(
      openid.fetchUserInfo(again.config, again.tokens.access_token, one.accountId),
    ).resolves.toBeTruthy()
  })

  it("not by the session's own time; a suspension after it still reaches the system", async () => {
    await signedIn()
    later(13 * 60 * minute)
    await end()
    expect(await rows()).toEqual([])
    await purgeSignIns(test().db, stage.now)
    await set.account()
    await end()
    expect(await rows()).toMatchObject([{ reason: "account" }])
    await signedIn(await person())
    later(25 * 60 * minute)
    await purgeSignIns(test().db, stage.now)
    expect([...(await test().owner`select 1 from oidc_grants`)]).toEqual([])
  })

  it("once, however many look at the same moment", async () => {
    const people = await Promise.all(Array.from({ length: 12 }, person))
    for (const each of people) await signedIn(each)
    await test().owner`update sessions set revoked_at = now(), revoked_reason = 'signed-out'`
    const turns = Array.from({ length: 4 }, async () => {
      while ((await test().owner`select 1 from oidc_grants`).length > 0) await end()
    })
    await Promise.all(turns)
    expect(await rows()).toHaveLength(12)
  })

  it("without a word to a system that has named no address for it", async () => {
    const mute = await stage.client(code)
    await signedIn(one, mute)
    await set.account()
    await end()
    expect(await rows()).toMatchObject([{ state: "untold" }])
    expect(await tell()).toEqual([])
  })
})
