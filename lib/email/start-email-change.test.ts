import { describe, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { emailSteps, later, no, not, start, startDate } from "@/db/testing/email-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { execute } from "@/lib/kernel/execute"
import { withdrawEmailChange } from "./withdraw-email-change"

const test = useTestDatabase()
const { askFrom, at, begin, codeTo, confirm, fresh, knock, resend, signedIn, unconfirmed } = emailSteps(test)

describe("a change of address", () => {
  it("needs the password once more, and a wrong one counts as at the door", async () => {
    const account = await makeAccount(test().db)
    const actor = await signedIn(account)
    for (let failure = 1; failure <= 4; failure++)
      expect(await begin(actor, fresh(), "ไม่ใช่รหัสผ่านนี้แน่นอน")).toEqual(no("email.password-wrong"))
    const until = later(30)
    expect(await begin(actor, fresh(), "ไม่ใช่รหัสผ่านนี้แน่นอน")).toEqual(no("signin.wait", { until }))
    expect(await begin(actor, fresh(), account.password)).toEqual(no("signin.wait", { until }))
    expect((await begin(actor, fresh(), account.password, later(31))).ok).toBe(true)
  })

  it("takes five guesses, and its codes live ten minutes, in its own session alone", async () => {
    const account = await makeAccount(test().db)
    const [actor, other, email] = [await signedIn(account), await signedIn(account), fresh()]
    await begin(actor, email, account.password)
    const [code, formerCode] = [await codeTo(email), await codeTo(account.email)]
    expect(await confirm(other, code, formerCode)).toEqual(no("email.change-gone"))
    expect(await confirm(actor, code, formerCode, later(600))).toEqual(no("email.change-gone"))
    for (const left of [4, 3, 2, 1])
      expect(await confirm(actor, not(code), formerCode)).toEqual(no("email.code-wrong", { left }))
    expect(await confirm(actor, not(code), formerCode)).toEqual(no("email.guesses-used"))
    expect(await confirm(actor, code, formerCode)).toEqual(no("email.change-gone"))
  })

  it("shares the hourly limits of codes, mailed and wrong, with signing in", async () => {
    const account = await makeAccount(test().db)
    const actor = await signedIn(account)
    for (const second of [0, 1])
      expect((await begin(actor, fresh(), account.password, later(second))).ok).toBe(true)
    const until = later(3600)
    expect(await begin(actor, fresh(), account.password, later(2))).toEqual(
      no("otp.too-many-sent", { until }),
    )
    await askFrom(startDate)
    const guesser = await unconfirmed()
    const guessing = await signedIn(guesser)
    for (let round = 0; round < 2; round++) {
      const email = fresh()
      await begin(guessing, email, guesser.password, later(round))
      const wrong = not(await codeTo(email))
      for (let guess = 0; guess < 5; guess++) await confirm(guessing, wrong, "", later(round))
    }
    const email = fresh()
    await begin(guessing, email, guesser.password, later(2))
    expect(await confirm(guessing, await codeTo(email), "", later(3))).toEqual(
      no("otp.too-many-wrong", { until }),
    )
  })

  it("has fresh codes mailed from five minutes on, and those before them die", async () => {
    const account = await makeAccount(test().db)
    const [actor, email] = [await signedIn(account), fresh()]
    expect(await resend(actor, start)).toEqual(no("email.change-gone"))
    await begin(actor, email, account.password)
    const first = await codeTo(email)
    expect(await resend(actor, later(299))).toEqual(no("otp.too-soon", { until: later(300) }))
    expect((await resend(actor, later(300))).ok).toBe(true)
    const [code, formerCode] = [await codeTo(email), await codeTo(account.email)]
    if (first !== code)
      expect(await confirm(actor, first, formerCode, later(301))).toMatchObject({
        refusal: { code: "email.code-wrong" },
      })
    expect((await confirm(actor, code, formerCode, later(899))).ok).toBe(true)
  })

  it("is withdrawn by its owner, and then there is none", async () => {
    const account = await makeAccount(test().db)
    const actor = await signedIn(account)
    await begin(actor, fresh(), account.password)
    const withdraw = () => execute(withdrawEmailChange, at(actor), {})
    expect((await withdraw()).ok).toBe(true)
    expect(await withdraw()).toEqual(no("email.change-gone"))
  })

  it("ends sign-ins that wait for a code mailed to the former address", async () => {
    const account = await makeAccount(test().db)
    await askFrom(start)
    await knock(account)
    const [actor, email] = [await signedIn(account), fresh()]
    await begin(actor, email, account.password, later(1))
    await confirm(actor, await codeTo(email), await codeTo(account.email), later(2))
    const flows = await test().owner`select closed_reason from login_flows where account_id = ${account.id}`
    expect(flows).toEqual([{ closed_reason: "replaced" }])
  })

  it("names the field that is wrong, and keeps neither code nor address readable in the audit", async () => {
    const account = await makeAccount(test().db)
    const actor = await signedIn(account)
    const fields = async (email: string, password: string) => {
      const answer = await begin(actor, email, password)
      return answer.ok ? undefined : answer.refusal.fields
    }
    expect(await fields("", "")).toEqual({ email: "addressMissing", password: "passwordMissing" })
    for (const typed of ["no-at", "a@b", "a b@c.example", "a@b.example\n@c", `${"a".repeat(250)}@b.example`])
      expect(await fields(typed, "x"), typed).toEqual({ email: "addressWrong" })
    expect(await confirm(actor, "12345")).toMatchObject({ refusal: { fields: { code: "codeWrongForm" } } })
    const [row] = await test().owner`select string_agg(detail::text, ' ') as details from audit_events`
    expect(row?.details).not.toContain("@")
  })
})
