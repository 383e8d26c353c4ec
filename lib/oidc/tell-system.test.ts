import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { oidcGrants } from "@/db/schema/oidc"
import { OidcStage } from "@/db/testing/oidc-stage"
import { rightsSteps } from "@/db/testing/rights-steps"
import { SignOutReceiver } from "@/db/testing/sign-out-receiver"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { openSession } from "@/lib/sessions/open-session"
import { assurances } from "@/lib/sessions/rules"
import { leaseTime } from "./sign-out-times"
import { endSignIns, takeSignOuts, tellSystem } from "./tell-system"

const test = useTestDatabase()
const { admin, system } = rightsSteps(test)
const stage = new OidcStage(test)
const receiver = new SignOutReceiver()
const minute = 60_000

let client: { id: string }
let code: string
let start: Date

beforeAll(async () => {
  await Promise.all([stage.open(), receiver.open()])
  start = stage.now
  ;({ code } = await system())
})
afterAll(() => Promise.all([stage.close(), receiver.close()]))
beforeEach(async () => {
  await test().owner`truncate oidc_grants, oidc_sign_outs`
  stage.now = start
  receiver.heard.length = 0
  receiver.manner = 200
  client = await stage.client(code, { backchannelLogoutUri: receiver.uri })
})

const teller = () => ({ db: test().db, issuer: `${stage.origin}/oidc`, clock: () => stage.now })
const rows = () => test().owner`select state, attempts, last_answer as answer from oidc_sign_outs`
const later = (ms: number) => {
  stage.now = new Date(stage.now.getTime() + ms)
}

/** One turn of the teller: what is due is told; what became of each. */
async function tell(): Promise<string[]> {
  const taken = await takeSignOuts(teller(), 16)
  return await Promise.all(taken.map((one) => tellSystem(teller(), one)))
}

/** Somebody was signed in at a system, and signed out. */
async function signedOut(at = client): Promise<void> {
  const actor = await admin("06360207")
  const made = { accountId: actor.accountId, assurance: assurances.password, sharedComputer: false }
  const browser = { address: null, userAgent: "test" }
  await test().db.transaction((tx) => openSession(tx, { ...made, browser, now: start }))
  const [session] = await test().owner`update sessions set revoked_at = now(), revoked_reason = 'signed-out'
    where account_id = ${actor.accountId} returning id`
  await test()
    .db.insert(oidcGrants)
    .values({
      grantId: randomUUID(),
      clientId: at.id,
      accountId: actor.accountId,
      membershipId: actor.seats[0]?.membershipId ?? "",
      sessionId: session?.id,
      createdAt: start,
    })
  await endSignIns(teller())
}

describe("telling a system", () => {
  it.each([400, 302, 500, 201, "huge"] as const)(
    "is done again after %s, with pauses that grow",
    async (manner) => {
      await signedOut()
      receiver.manner = manner
      for (const seconds of [1, 2, 5, 15, 60]) {
        expect(await tell()).toEqual(["waiting"])
        later(seconds * 1000 - 1)
        expect(await tell()).toEqual([])
        later(1)
      }
      receiver.manner = 204
      expect(await tell()).toEqual(["confirmed"])
      expect(await rows()).toMatchObject([{ attempts: 6, answer: "204" }])
      expect(new Set(receiver.heard.map(({ token }) => token)).size).toBe(6)
    },
  )

  it("goes on when the system is back, and is given up after a day", async () => {
    await signedOut()
    await test()
      .owner`update oidc_clients set backchannel_logout_uri = 'http://127.0.0.1:9/' where id = ${client.id}`
    expect(await tell()).toEqual(["waiting"])
    expect(await rows()).toMatchObject([{ answer: "unreachable" }])
    for (let told = "waiting"; told === "waiting"; told = (await tell())[0] ?? told) later(60 * minute)
    expect(await rows()).toMatchObject([{ state: "gave-up" }])
    expect(stage.now.getTime() - start.getTime()).toBeGreaterThan(22 * 60 * minute)
    expect(stage.now.getTime() - start.getTime()).toBeLessThanOrEqual(24 * 60 * minute)
  })

  it("leaves hands free for the others while one system is silent", async () => {
    for (let left = 5; left > 0; left -= 1) await signedOut()
    const other = await stage.client(code, { backchannelLogoutUri: receiver.uri })
    await signedOut(other)
    const taken = await takeSignOuts(teller(), 16)
    expect(taken.map(({ clientId }) => clientId).toSorted()).toEqual(
      [client.id, client.id, other.id].toSorted(),
    )
    expect(await takeSignOuts(teller(), 16)).toEqual([])
  })

  it("is one teller's work at a time, and another's once he died", async () => {
    await signedOut()
    const taking = () => Array.from({ length: 5 }, () => takeSignOuts(teller(), 16))
    // while another has it in hand, nobody waits for it; those who did would each take it afterwards
    const meanwhile = await test().owner.begin(async (tx) => {
      await tx`select 1 from oidc_sign_outs for update`
      const all = Promise.all(taking())
      return await Promise.race([all, new Promise<never>((_, fail) => setTimeout(fail, 5_000, "waited"))])
    })
    expect(meanwhile.flat()).toEqual([])
    const taken = await Promise.all(taking())
    expect(taken.flat()).toHaveLength(1)
    later(leaseTime - 1)
    expect(await tell()).toEqual([])
    later(1)
    expect(await tell()).toEqual(["confirmed"])
    const [lost] = taken.flat()
    if (!lost) throw new Error("nothing was taken")
    receiver.manner = 500
    await tellSystem(teller(), lost)
    expect(await rows()).toMatchObject([{ state: "confirmed", answer: "200" }])
  })
})
