import { randomUUID } from "node:crypto"
import { describe, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { later, start, useSignInTest } from "@/db/testing/use-sign-in-test"
import { execute } from "@/lib/kernel/execute"
import { startSignIn } from "./start-sign-in"

const { database, at, password, wrongly, code, begun, events } = useSignInTest()

describe("the password step", () => {
  it("leads to the code and is audited", async () => {
    const account = await makeAccount(database().db)
    const { flow } = await begun(account)
    expect(flow).toMatch(/^[\w-]{43}$/)
    expect(await events(account.id)).toEqual([{ action: "signin.password", refusal: null }])
  })

  it("takes the 13-digit number with dashes and Thai digits for the user name", async () => {
    const account = await makeAccount(database().db, { username: null })
    const thai = account.nationalId.replace(/\d/g, (d) => "๐๑๒๓๔๕๖๗๘๙"[Number(d)] ?? d)
    const typed = `${thai.slice(0, 1)}-${thai.slice(1, 5)}-${thai.slice(5, 10)}-${thai.slice(10, 12)}-${thai.slice(12)}`
    expect((await password({ ...account, username: ` ${typed} ` }, start)).ok).toBe(true)
  })

  it("answers a wrong password, an unknown name and an account without a password alike", async () => {
    const account = await makeAccount(database().db)
    const invited = await makeAccount(database().db, { passwordHash: null, state: "invited" })
    const answers = [
      await wrongly(account, start),
      await wrongly({ username: `nobody-${randomUUID()}` }, start),
      await wrongly(invited, start),
      await password(invited, start),
    ]
    for (const answer of answers) expect(answer).toEqual({ ok: false, refusal: { code: "signin.wrong" } })
  })

  it("makes one wait 30 s, 1, 2, 5, 15 and 15 minutes after the fifth failure in a row, known or unknown", async () => {
    const known = await makeAccount(database().db)
    for (const who of [known, { username: `nobody-${randomUUID()}` }]) {
      let now = start
      for (let failure = 1; failure <= 4; failure++) {
        expect(await wrongly(who, now)).toMatchObject({ refusal: { code: "signin.wrong" } })
      }
      for (const wait of [30, 60, 120, 300, 900, 900]) {
        const until = new Date(now.getTime() + wait * 1000)
        expect(await wrongly(who, now)).toEqual({
          ok: false,
          refusal: { code: "signin.wait", facts: { until } },
        })
        const soon = new Date(until.getTime() - 1000)
        expect(await wrongly(who, soon)).toEqual({
          ok: false,
          refusal: { code: "signin.wait", facts: { until } },
        })
        now = until
      }
    }
    expect((await password(known, start)).ok).toBe(false)
  })

  it("gives a browser that has signed in before a count of its own", async () => {
    const account = await makeAccount(database().db)
    const { flow, code: right } = await begun(account)
    const signedIn = await code(flow, right, start)
    if (!signedIn.ok) throw new Error("not signed in")
    for (let failure = 1; failure <= 5; failure++) await wrongly(account, later(1))
    expect(await password(account, later(2))).toMatchObject({ refusal: { code: "signin.wait" } })
    expect(await password(account, later(2), signedIn.value.device)).toMatchObject({ ok: true })
  })

  it("closes an account's password route at 100 failures in 24 hours, and an unknown name looks the same", async () => {
    const account = await makeAccount(database().db)
    for (const who of [account, { username: `nobody-${randomUUID()}`, password: "อะไรก็ได้ที่ยาวพอสมควร" }]) {
      let now = start
      for (let failure = 0; failure < 100; failure++) {
        const answer = await wrongly(who, now)
        now = (!answer.ok && answer.refusal.facts?.until) || now
      }
      expect(now < later(86_400)).toBe(true)
      expect(await password(who, now)).toEqual({ ok: false, refusal: { code: "signin.password-closed" } })
    }
    expect((await password(account, later(10 * 86_400))).ok).toBe(false)
  }, 60_000)

  it("refuses an address that failed 60 times in ten minutes, whoever is tried", async () => {
    const account = await makeAccount(database().db)
    const crowded = { address: "192.0.2.7", userAgent: "test" }
    const attempt = (username: string, typed: string, now: Date) =>
      execute(startSignIn, at(now), {
        username,
        password: typed,
        sharedComputer: false,
        locale: "th",
        browser: crowded,
      })
    for (let failure = 0; failure < 60; failure++)
      await attempt(`nobody-${failure}`, "รหัสผิดทั้งหมดแน่นอน", start)
    expect(await attempt(account.username, account.password, later(1))).toEqual({
      ok: false,
      refusal: { code: "signin.too-many-from-address", facts: { until: later(600) } },
    })
    expect((await attempt(account.username, account.password, later(601))).ok).toBe(true)
  }, 60_000)

  it("tells a suspended person, one not active and one without e-mail only after the right password", async () => {
    const cases = [
      [{ state: "suspended" }, "signin.suspended"],
      [{ state: "closed" }, "signin.not-active"],
      [{ emailVerifiedAt: null }, "signin.no-email"],
    ] as const
    for (const [overrides, refusal] of cases) {
      const account = await makeAccount(database().db, overrides)
      expect(await wrongly(account, start)).toMatchObject({ refusal: { code: "signin.wrong" } })
      expect(await password(account, start)).toEqual({ ok: false, refusal: { code: refusal } })
      expect((await events(account.id)).map((event) => event.refusal)).toEqual(["signin.wrong", refusal])
    }
  })

  it("opens the session at once before the date from which the second factor is asked", async () => {
    const account = await makeAccount(database().db)
    const key = "signin.second-factor-from"
    await database()
      .owner`insert into settings values (${key}, ${database().owner.json(later(60).toISOString())}, ${start})`
    const first = await password(account, start)
    expect(first).toMatchObject({ ok: true, value: { next: "portal" } })
    for (let failure = 1; failure <= 5; failure++) await wrongly(account, later(1))
    expect(await password(account, later(2))).toMatchObject({ refusal: { code: "signin.wait" } })
    const device = first.ok && first.value.next === "portal" ? first.value.device : ""
    expect(await password(account, later(2), device)).toMatchObject({ ok: true, value: { next: "portal" } })
    expect(await password(account, later(60))).toMatchObject({ ok: true, value: { next: "code" } })
    await database().owner`delete from settings where key = ${key}`
  })

  it("names the field that is wrong, a number with a bad check digit among them", async () => {
    const fields = async (username: string, typed: string) => {
      const answer = await password({ username, password: typed }, start)
      return answer.ok ? undefined : answer.refusal.fields
    }
    expect(await fields("1234567890123", "x")).toEqual({ username: "nationalIdWrong" })
    expect(await fields(" ", "")).toEqual({ username: "usernameMissing", password: "passwordMissing" })
    expect(await fields("a".repeat(201), "ก".repeat(129))).toEqual({
      username: "usernameTooLong",
      password: "passwordTooLong",
    })
  })

  it("mails five codes an hour and then says when again", async () => {
    const account = await makeAccount(database().db)
    for (let sent = 0; sent < 5; sent++) expect((await password(account, later(sent))).ok).toBe(true)
    expect(await password(account, later(10))).toEqual({
      ok: false,
      refusal: { code: "otp.too-many-sent", facts: { until: later(3600) } },
    })
    expect((await password(account, later(3601))).ok).toBe(true)
  })
})

describe("a flood of sign-ins", () => {
  it("gets a quick 'busy' beyond what can be checked soon, and the next one is served", async () => {
    const flood = await Promise.all(
      Array.from({ length: 120 }, (_, at) => wrongly({ username: `flood-${at}` }, start)),
    )
    const codes = flood.map((answer) => (answer.ok ? "ok" : answer.refusal.code))
    expect(codes).toContain("signin.busy")
    expect(codes.filter((code) => code === "signin.wrong").length).toBeGreaterThanOrEqual(64)
    expect((await password(await makeAccount(database().db), start)).ok).toBe(true)
  }, 60_000)
})
