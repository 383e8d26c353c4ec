import { randomUUID } from "node:crypto"
import { describe, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { later, start, useSignInTest } from "@/db/testing/use-sign-in-test"
import { visitor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { dutiesVersion } from "@/lib/sessions/rules"
import { acceptDuties } from "./accept-duties"
import { getOtpStep } from "./get-otp-step"
import { resendCode } from "./resend-code"

const { database, at, code, mailed, begun, events } = useSignInTest()

describe("the code step", () => {
  it("opens a session for the right code, typed with spaces and in Thai digits, exactly once of two at once", async () => {
    const account = await makeAccount(database().db)
    const { flow, code: right } = await begun(account)
    const thai = right.replace(/\d/g, (d) => "๐๑๒๓๔๕๖๗๘๙"[Number(d)] ?? d)
    const both = await Promise.all([
      code(flow, `${thai.slice(0, 3)} ${thai.slice(3)}`, start),
      code(flow, right, start),
    ])
    expect(both.map((one) => (one.ok ? "in" : one.refusal.code)).toSorted()).toEqual([
      "in",
      "signin.flow-gone",
    ])
    const sessions = await database().owner`select acr, amr from sessions where account_id = ${account.id}`
    expect(sessions).toEqual([{ acr: "urn:dla:email", amr: ["pwd", "email-otp"] }])
  })

  it("counts five guesses a sign-in over all its codes, and what is no six digits counts for nothing", async () => {
    const account = await makeAccount(database().db)
    const { flow, wrong, code: right } = await begun(account)
    expect(await code(flow, "12345", start)).toEqual({ ok: false, refusal: { code: "invalid" } })
    for (const left of [4, 3]) {
      expect(await code(flow, wrong, start)).toEqual({
        ok: false,
        refusal: { code: "otp.wrong", facts: { left } },
      })
    }
    expect((await execute(resendCode, at(later(300)), { flow, locale: "th" })).ok).toBe(true)
    for (const left of [2, 1]) {
      expect(await code(flow, wrong, later(301))).toEqual({
        ok: false,
        refusal: { code: "otp.wrong", facts: { left } },
      })
    }
    expect(await code(flow, wrong, later(302))).toEqual({ ok: false, refusal: { code: "otp.guesses-used" } })
    expect(await code(flow, right, later(303))).toEqual({ ok: false, refusal: { code: "otp.guesses-used" } })
  })

  it("lets ten wrong codes an hour pass, over all sign-ins of an account", async () => {
    const account = await makeAccount(database().db)
    for (let round = 0; round < 2; round++) {
      const { flow, wrong } = await begun(account, later(round))
      for (let guess = 0; guess < 5; guess++) await code(flow, wrong, later(round))
    }
    const { flow, code: right } = await begun(account, later(5))
    expect(await code(flow, right, later(6))).toEqual({
      ok: false,
      refusal: { code: "otp.too-many-wrong", facts: { until: later(3600) } },
    })
  })

  it("tells an expired code from a wrong one", async () => {
    const account = await makeAccount(database().db)
    const { flow, code: right } = await begun(account)
    expect(await code(flow, right, later(600))).toEqual({
      ok: false,
      refusal: { code: "otp.expired", facts: { left: 4 } },
    })
  })

  it("mails another code from five minutes on, while the older one lives to its own end", async () => {
    const account = await makeAccount(database().db)
    const { flow, code: first } = await begun(account)
    expect(await execute(resendCode, at(later(299)), { flow, locale: "th" })).toEqual({
      ok: false,
      refusal: { code: "otp.too-soon", facts: { until: later(300) } },
    })
    expect((await execute(resendCode, at(later(300)), { flow, locale: "th" })).ok).toBe(true)
    expect(await mailed(account.email ?? "")).toHaveLength(2)
    expect((await code(flow, first, later(599))).ok).toBe(true)
  })

  it("does not take a code mailed for another sign-in", async () => {
    const account = await makeAccount(database().db)
    const first = await begun(account)
    const second = await begun(account, later(1))
    if (first.code !== second.code) {
      expect(await code(second.flow, first.code, later(2))).toMatchObject({ refusal: { code: "otp.wrong" } })
    }
  })

  it("refuses a person suspended between password and code", async () => {
    const account = await makeAccount(database().db)
    const { flow, code: right } = await begun(account)
    await database().owner`update accounts set state = 'suspended' where id = ${account.id}`
    expect(await code(flow, right, start)).toEqual({ ok: false, refusal: { code: "signin.suspended" } })
  })

  it("keeps neither the code nor the flow's token readable in the database", async () => {
    const account = await makeAccount(database().db)
    const { flow, code: right } = await begun(account)
    const [row] = await database().owner`
      select f::text || o::text || m::text as everything from login_flows f, otp_codes o, outbox_mails m
      where f.account_id = ${account.id} and o.flow_id = f.id and m.id = o.mail_id`
    expect(row?.everything).not.toContain(flow)
    expect(row?.everything.replaceAll(/[0-9a-f-]{30,}/g, "")).not.toMatch(new RegExp(`\\b${right}\\b`))
  })
})

describe("the code screen", () => {
  it("shows the address masked, and the times", async () => {
    const account = await makeAccount(database().db, { email: "pranee@officials.example" })
    const { flow } = await begun(account)
    const shown = await getOtpStep.run({ db: database().db, actor: visitor, now: later(1), input: { flow } })
    expect(shown).toMatchObject({
      ok: true,
      value: {
        maskedEmail: "prXXXXXXXX@officials.example",
        expiresAt: later(600),
        resendAt: later(300),
        guessesLeft: 5,
      },
    })
  })
  it("is gone for a token that is none", async () => {
    const shown = await getOtpStep.run({
      db: database().db,
      actor: visitor,
      now: start,
      input: { flow: "none" },
    })
    expect(shown).toEqual({ ok: false, refusal: { code: "signin.flow-gone" } })
  })
})

describe("the duties of use", () => {
  it("are accepted in the version that was shown, with a record", async () => {
    const account = await makeAccount(database().db, { dutiesVersion: null, dutiesAcceptedAt: null })
    const actor = {
      kind: "account",
      accountId: account.id,
      sessionId: randomUUID(),
      seats: [],
      roles: [],
    } as const
    const accept = (version: number) => execute(acceptDuties, { ...at(start), actor }, { version })
    expect(await accept(dutiesVersion + 1)).toEqual({ ok: false, refusal: { code: "signin.duties-changed" } })
    expect((await accept(dutiesVersion)).ok).toBe(true)
    expect(await events(account.id)).toEqual([{ action: "signin.accept-duties", refusal: null }])
    expect(await execute(acceptDuties, at(start), { version: 1 })).toEqual({
      ok: false,
      refusal: { code: "forbidden" },
    })
  })
})
