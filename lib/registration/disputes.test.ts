import { beforeAll, describe, expect, it, vi } from "vitest"
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
import { proveByThaid } from "@/lib/recovery/prove-by-thaid"
import { startByThaid as startRecoveryByThaid } from "@/lib/recovery/start-by-thaid"
import { openSession } from "@/lib/sessions/open-session"
import { assurances } from "@/lib/sessions/rules"
import { applyRegistrationDecision } from "./apply-decision"
import { registrationForReview } from "./registration-for-review"
import { revertRegistrationDecision } from "./revert-decision"
import { startRegistration } from "./start-registration"

const { database, at, vouch, back, signIn, begun, finish } = useThaidSignInTest(service)
const names = { title: "นาย", given_name: "สมชาย", family_name: "รักดี" }
let unitId = ""
beforeAll(async () => {
  unitId = (await makeUnitTree(database().db))["06360207"].id
})

const one = async (statement: Promise<readonly Record<string, unknown>[]>) => (await statement)[0]
const accountRow = (id: string) => one(database().owner`select * from accounts where id = ${id}`)
const requestRow = (id: string) => one(database().owner`select * from registrations where id = ${id}`)
const frozen = { state: "locked", locked_reason: "disputed" }
const open = { state: "active", locked_reason: null, disputed_from: null }
const disputed = no("signin.thaid-disputed")
const mailsTo = async (recipient: string) =>
  (
    await database()
      .owner`select template from outbox_mails where recipient = ${recipient} order by created_at`
  ).map(({ template }) => template)

function decide(registrationId: string, outcome: "approve" | "reject", now: Date) {
  const decision = {
    fields: [],
    reasons: [],
    note: "",
    decisionId: registrationId,
    decidedBy: registrationId,
  }
  return database().db.transaction((tx) =>
    applyRegistrationDecision(tx, { ...decision, registrationId, outcome, now }),
  )
}
const reopen = (registrationId: string, outcome: "approve" | "reject", now: Date) =>
  database().db.transaction((tx) => revertRegistrationDecision(tx, { registrationId, outcome, now }))

/** An account whose number was typed, approved, and opened by a password. */
async function typed(state = "active") {
  const first = await makeRegistration(database().db, { unitId, state: "submitted" })
  const accountId = (await decide(first.id, "approve", later(30)))?.accountId ?? ""
  if (state === "active")
    await database().owner`update accounts set state = 'active', password_hash = 'x' where id = ${accountId}`
  return { ...first, accountId }
}

/** The person of a number at the front door, who goes on to register in that browser: a claim, sent. */
async function claim(nationalId: string, now: Date) {
  const errand = await begun(now)
  await vouch(errand, { nationalId }, now, names)
  const answer = await finish(errand, now)
  const input = { privacyVersion: 1, isRead: true, locale: "th", address: null, browser: errand.browser }
  const result = await execute(startRegistration, at(now), input)
  if (!result.ok) throw new Error(JSON.stringify(result))
  const started = await one(database().owner`
    select subject_id as id from audit_events where action = 'registration.start' order by seq desc limit 1`)
  const id = String(started?.id)
  const email = `${id}@test.example`
  await database().owner`update registrations set state = 'submitted', unit_id = ${unitId}, email = ${email},
    email_verified_at = ${now}, staff_kind = 'local-government', post = 'นิติกร' where id = ${id}`
  return { id, email, answer }
}

describe("the person of a number that an account has whose number was typed", () => {
  it("does not come in by ThaiID at the front door: the account freezes, and its address is told, once", async () => {
    const held = await typed()
    const of = {
      accountId: held.accountId,
      assurance: assurances.passwordAndMailedCode,
      sharedComputer: false,
    }
    const browser = { address: null, userAgent: "test" }
    await database().db.transaction((tx) =>
      openSession(tx, { ...of, browser, until: undefined, now: later(90) }),
    )
    expect(await signIn(held, later(100), names)).toEqual(disputed)
    expect(await signIn(held, later(101), names)).toEqual(disputed)
    expect(await accountRow(held.accountId)).toMatchObject({
      ...frozen,
      disputed_from: "active",
      thaid_proved_at: null,
    })
    expect((await mailsTo(held.email)).filter((template) => template === "registration-known")).toHaveLength(
      1,
    )
    const live = await database().owner`
      select 1 from sessions where account_id = ${held.accountId} and revoked_at is null`
    expect(live).toHaveLength(0)
  })

  it("nor by a way back, which opens no frozen account either", async () => {
    const held = await typed()
    for (const now of [later(110), later(120)]) {
      const began = await execute(startRecoveryByThaid, at(now), { address: null })
      if (!began.ok) throw new Error(JSON.stringify(began))
      const { searchParams } = new URL(began.value.address)
      const [state, nonce] = [searchParams.get("state") ?? "", searchParams.get("nonce") ?? ""]
      const errand = { state, nonce, browser: began.value.browser }
      await vouch(errand, held, now, names)
      const returned = await back(errand, now)
      if (!returned.ok) throw new Error(JSON.stringify(returned))
      const second = { attemptId: returned.value.attemptId, code: "the-code" }
      expect(await execute(proveByThaid, at(now), second)).toEqual(disputed)
    }
    expect(await accountRow(held.accountId)).toMatchObject(frozen)
  })

  it("goes on to register with what was proved, and the reviewer is warned", async () => {
    const held = await typed()
    const { id, answer } = await claim(held.nationalId, later(130))
    expect(answer).toEqual(disputed)
    expect(await requestRow(id)).toMatchObject({
      proved_at: later(130),
      given_name_th: "สมชาย",
      disputed_account_id: held.accountId,
    })
    const facts = await registrationForReview(database().db, id, later(131))
    expect(facts?.warnings.map(({ code }) => code)).toContain("disputed-account")
  })

  it("who links ThaiID from inside, or was proved before, is not in dispute", async () => {
    const held = await typed()
    await database().owner`update accounts set thaid_proved_at = ${start} where id = ${held.accountId}`
    expect(await signIn(held, later(140), names)).toMatchObject({ ok: true })
  })
})

describe("an officer's decision about a disputed account", () => {
  it("for whom ThaiID proved gives it to him, by ThaiID alone and under his own name; both are told", async () => {
    const held = await typed()
    const { id, email } = await claim(held.nationalId, later(200))
    expect(await decide(id, "approve", later(210))).toMatchObject({ awarded: held.accountId })
    expect(await accountRow(held.accountId)).toMatchObject({
      ...open,
      email,
      password_hash: null,
      sign_in_method: "thaid",
    })
    expect(await mailsTo(email)).toEqual(["registration-approved"])
    expect((await mailsTo(held.email)).at(-1)).toBe("dispute-settled")
    expect(await signIn(held, later(211), names)).toMatchObject({ ok: true })
    const [person] = await database().owner`select given_name_th as given from persons p
      join accounts a on a.person_id = p.id where a.id = ${held.accountId}`
    expect(person).toEqual({ given: "สมชาย" })
  })

  it("against him opens it to its holder as it was, tells him, and no further proof freezes it", async () => {
    const held = await typed()
    const { id, email } = await claim(held.nationalId, later(300))
    expect(await decide(id, "reject", later(310))).toEqual({ released: held.accountId })
    expect(await accountRow(held.accountId)).toMatchObject({ ...open, email: held.email, password_hash: "x" })
    expect(await mailsTo(email)).toEqual(["registration-rejected"])
    expect((await mailsTo(held.email)).at(-1)).toBe("dispute-settled")
    expect(await signIn(held, later(320), names)).toEqual(disputed)
    expect(await accountRow(held.accountId)).toMatchObject(open)
    const again = await claim(held.nationalId, later(330))
    expect(await accountRow(held.accountId)).toMatchObject(open)
    expect(await decide(again.id, "approve", later(340))).toMatchObject({ awarded: held.accountId })
  })

  it("against him invites anew whom the dispute found invited", async () => {
    const held = await typed("invited")
    const { id } = await claim(held.nationalId, later(350))
    expect(await accountRow(held.accountId)).toMatchObject({ ...frozen, disputed_from: "invited" })
    await decide(id, "reject", later(360))
    expect(await accountRow(held.accountId)).toMatchObject({ state: "invited", locked_reason: null })
    expect((await mailsTo(held.email)).at(-1)).toBe("invitation")
  })

  it("leaves it locked where its owner had raised the alarm, or another claim is open", async () => {
    const alarmed = await typed()
    await database()
      .owner`update accounts set state = 'locked', locked_reason = 'alarm' where id = ${alarmed.accountId}`
    const first = await claim(alarmed.nationalId, later(370))
    const second = await claim(alarmed.nationalId, later(371))
    expect(await decide(first.id, "reject", later(380))).toEqual({})
    expect(await accountRow(alarmed.accountId)).toMatchObject(frozen)
    expect(await decide(second.id, "reject", later(390))).toEqual({ released: alarmed.accountId })
    expect(await accountRow(alarmed.accountId)).toMatchObject({ state: "locked", locked_reason: "alarm" })
  })

  it.each(["approve", "reject"] as const)("to %s is taken back whole by a reopening", async (outcome) => {
    const held = await typed()
    const before = await accountRow(held.accountId)
    const { id } = await claim(held.nationalId, later(400))
    await decide(id, outcome, later(410))
    expect(await accountRow(held.accountId)).toMatchObject(open)
    expect(await reopen(id, outcome, later(420))).toBe(true)
    expect(await accountRow(held.accountId)).toMatchObject({ ...frozen, disputed_from: "active" })
    expect(await requestRow(id)).toMatchObject({ state: "submitted", replaced: null })
    await decide(id, "reject", later(430))
    const after = await accountRow(held.accountId)
    const changing = { state_changed_at: null, dispute_decided_at: null }
    expect({ ...after, ...changing }).toEqual({ ...before, ...changing })
  })
})
