import { beforeAll, describe, expect, it, vi } from "vitest"
import { inventedNationalId, makeAccount } from "@/db/factories/account"
import { execute } from "@/lib/kernel/execute"

const service = await vi.hoisted(async () => {
  const { ThaidStandIn } = await import("@/db/testing/thaid-stand-in")
  const started = await new ThaidStandIn().start()
  vi.stubEnv("THAID_ORIGIN", started.origin)
  vi.stubEnv("THAID_CLIENT_ID", started.clientId)
  vi.stubEnv("THAID_CLIENT_SECRET", started.clientSecret)
  vi.stubEnv("THAID_NONCE_REQUIRED", "1")
  vi.stubEnv("THAID_PATIENCE_SECONDS", "1")
  return started
})

import { makeRegistration } from "@/db/factories/registration"
import { makeUnitTree } from "@/db/factories/unit-tree"
import { later, no, start, useThaidSignInTest } from "@/db/testing/use-thaid-sign-in-test"
import { applyRegistrationDecision } from "./apply-decision"
import { proveRegistration } from "./prove-registration"
import { savePerson } from "./save-person"
import { startByThaid } from "./start-by-thaid"
import { startRegistration } from "./start-registration"

const { database, at, vouch, back, begun } = useThaidSignInTest(service)
const names = { title: "นาย", given_name: "สมชาย", family_name: "รักดี" }
const input = { privacyVersion: 1, isRead: true, locale: "th", address: null }
let unitId = ""
beforeAll(async () => {
  unitId = (await makeUnitTree(database().db))["06360207"].id
})

const draft = () => makeRegistration(database().db, { unitId, createdAt: start })
const row = async (id: string) => {
  const [found] = await database().owner`select * from registrations where id = ${id}`
  return found
}
const accountRow = async (id: string) => {
  const [found] = await database().owner`select * from accounts where id = ${id}`
  return found
}
/** An applicant's errand to ThaiID and back, vouching for a number. */
async function prove(registration: string, nationalId: string, now: Date, change: object = names) {
  const began = await execute(startByThaid, at(now), { registration, address: null })
  if (!began.ok) return began
  const { searchParams } = new URL(began.value.address)
  const errand = {
    state: searchParams.get("state") ?? "",
    nonce: searchParams.get("nonce") ?? "",
    browser: began.value.browser,
  }
  await vouch(errand, { nationalId }, now, change)
  const returned = await back(errand, now)
  if (!returned.ok) return returned
  const { attemptId } = returned.value
  return execute(proveRegistration, at(now), { registration, attemptId, code: "the-code" })
}

describe("an applicant whom ThaiID proved", () => {
  it("has its facts filled in, and nobody types over them", async () => {
    const request = await draft()
    const nationalId = inventedNationalId()
    expect((await prove(request.token, nationalId, later(1))).ok).toBe(true)
    const proved = await row(request.id)
    expect(proved).toMatchObject({ title_th: "นาย", given_name_th: "สมชาย", proved_at: later(1) })
    const typed = { nationalId: request.nationalId, titleTh: "นาง", givenNameTh: "ก", familyNameTh: "ข" }
    const { version } = proved ?? {}
    expect(
      (await execute(savePerson, at(later(2)), { registration: request.token, version, ...typed })).ok,
    ).toBe(true)
    expect(await row(request.id)).toMatchObject({
      given_name_th: "สมชาย",
      national_id_hash: proved?.national_id_hash,
    })
  })

  it("is told that he has an account, and nothing is filled in", async () => {
    const known = await makeAccount(database().db)
    const request = await draft()
    expect(await prove(request.token, known.nationalId, later(10))).toEqual(no("registration.has-account"))
    expect(await row(request.id)).toMatchObject({ proved_at: null, given_name_th: "ปราณี" })
    expect(await accountRow(known.id)).toMatchObject({ state: "active" })
  })

  it("types his facts where the service tells no name", async () => {
    const request = await draft()
    expect(await prove(request.token, inventedNationalId(), later(11), {})).toEqual(
      no("signin.thaid-misconfigured"),
    )
  })

  it("from the front door goes on without a second errand, once, in that browser, for fifteen minutes", async () => {
    const nationalId = inventedNationalId()
    const errand = await begun(later(20))
    await vouch(errand, { nationalId }, later(20), names)
    const { signInByThaid } = await import("@/lib/signin/sign-in-by-thaid")
    const { secondHalf } = await import("@/db/testing/use-thaid-sign-in-test")
    const returned = await back(errand, later(20))
    if (!returned.ok) throw new Error("not back")
    const attempt = secondHalf(returned.value.attemptId)
    expect(await execute(signInByThaid, at(later(20)), attempt)).toEqual(no("signin.thaid-unknown"))
    const [kept] = await database()
      .owner`select proved_sealed from thaid_attempts where proved_sealed is not null`
    expect(String(kept?.proved_sealed)).not.toContain(nationalId)
    const begin = (browser: string, now: Date) => execute(startRegistration, at(now), { ...input, browser })
    const provedOf = async (result: Awaited<ReturnType<typeof begin>>) => {
      const [event] = await database().owner`
        select detail from audit_events where action = 'registration.start' order by seq desc limit 1`
      return result.ok && event?.detail.proved
    }
    expect(await provedOf(await begin("another browser", later(21)))).toBe(false)
    expect(await provedOf(await begin(errand.browser, later(20 + 900)))).toBe(false)
    expect(await provedOf(await begin(errand.browser, later(22)))).toBe(true)
    expect(await provedOf(await begin(errand.browser, later(23)))).toBe(false)
  })
})

describe("a number held by an account that came typed and was never proved", () => {
  it("freezes that account, and says so by mail", async () => {
    const first = await makeRegistration(database().db, { unitId, state: "submitted" })
    const decision = { fields: [], reasons: [], note: "", decisionId: first.id, decidedBy: first.id }
    const approval = { ...decision, registrationId: first.id, outcome: "approve", now: later(30) } as const
    const accountId =
      (await database().db.transaction((tx) => applyRegistrationDecision(tx, approval)))?.accountId ?? ""
    await database().owner`update accounts set state = 'active', password_hash = 'x' where id = ${accountId}`
    const request = await draft()
    expect((await prove(request.token, first.nationalId, later(40))).ok).toBe(true)
    expect(await accountRow(accountId)).toMatchObject({ state: "locked", locked_reason: "disputed" })
    expect(await row(request.id)).toMatchObject({ disputed_account_id: accountId })
    const told = await database().owner`
      select id from outbox_mails where recipient = ${first.email} and template = 'registration-known'`
    expect(told).toHaveLength(1)
  })
})
