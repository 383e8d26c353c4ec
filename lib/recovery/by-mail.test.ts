import { describe, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { fresh, recoverySteps } from "@/db/testing/recovery-steps"
import { later, start, useSignInTest } from "@/db/testing/use-sign-in-test"
import { look } from "@/lib/kernel/execute"
import { openSession } from "@/lib/sessions/open-session"
import { assurances } from "@/lib/sessions/rules"
import { getRecovery } from "./get-recovery"

const { database, password, wrongly, begun, code: signInCode } = useSignInTest()
const { alarm, ask, asked, at, mailed, prove, recovered, reset, stateOf } = recoverySteps(database)
const hour = 3600
const no = (code: string, facts?: object) => ({ ok: false, refusal: facts ? { code, facts } : { code } })

const arabicToThai = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(0x0e50 + Number(digit)))

describe("a forgotten password", () => {
  it("is set anew by the mailed code, and signing in still asks for the second factor", async () => {
    const account = await makeAccount(database().db)
    const { recovery, code } = await asked(account, start)
    expect(await prove(recovery, arabicToThai(code), later(60))).toEqual({ ok: true, value: null })
    expect(await reset(recovery, later(120))).toEqual({ ok: true, value: null })
    expect(await password(account, later(121))).toMatchObject(no("signin.wrong"))
    const door = await password({ ...account, password: fresh }, later(122))
    expect(door).toMatchObject({ ok: true, value: { next: "code" } })
    expect((await mailed(account.email)).map((mail) => mail.template)).toEqual([
      "otp-code",
      "password-changed",
      "recovery-code",
    ])
    const events = await database().owner`
      select action, refusal, subject_id from audit_events where actor_id = ${account.id} order by seq`
    expect(events.slice(0, 3)).toEqual([
      { action: "recovery.start", refusal: null, subject_id: null },
      { action: "recovery.code", refusal: null, subject_id: null },
      { action: "recovery.reset-password", refusal: null, subject_id: account.id },
    ])
  })

  it("may be asked for by the 13-digit number in Thai digits", async () => {
    const account = await makeAccount(database().db)
    expect((await ask(arabicToThai(account.nationalId), start)).ok).toBe(true)
    expect((await mailed(account.email)).map((mail) => mail.template)).toEqual(["recovery-code"])
  })

  it("ends every session and sign-in under way, lifts the waits, opens the password route, holds powers 72 hours", async () => {
    const account = await makeAccount(database().db, { passwordClosedAt: start })
    const session = { accountId: account.id, assurance: assurances.thaid, sharedComputer: false }
    const browser = { address: null, userAgent: "test" }
    await database().db.transaction((tx) => openSession(tx, { ...session, browser, now: start }))
    for (let nth = 0; nth < 6; nth += 1) await wrongly(account, later(nth))
    expect((await recovered(account, later(10))).ok).toBe(true)
    const revoked = await database()
      .owner`select revoked_reason from sessions where account_id = ${account.id}`
    expect(revoked).toEqual([{ revoked_reason: "recovered" }])
    expect(await stateOf(account)).toMatchObject({
      state: "active",
      password_closed_at: null,
      powers_held_until: later(10 + 72 * hour),
    })
    expect((await password({ ...account, password: fresh }, later(11))).ok).toBe(true)
  })

  it("ends a sign-in that waits for its code", async () => {
    const account = await makeAccount(database().db)
    const { flow, code } = await begun(account, start)
    await recovered(account, later(1))
    expect(await signInCode(flow, code, later(2))).toMatchObject(no("signin.flow-gone"))
  })

  it("asks the policy of passwords, and the form again for no code at all, at no cost of a guess", async () => {
    const account = await makeAccount(database().db)
    const { recovery, code } = await asked(account, start)
    expect(await prove(recovery, "12345", start)).toEqual(no("invalid"))
    await prove(recovery, code, start)
    expect(await reset(recovery, start, "password password")).toMatchObject(no("passwords.repeats"))
    expect(await reset(recovery, start, "สั้น")).toMatchObject({
      refusal: { fields: { newPassword: "tooShort" } },
    })
    expect((await reset(recovery, start)).ok).toBe(true)
  })
})

describe("a recovery", () => {
  it("takes five guesses, each told, then no right code either", async () => {
    const account = await makeAccount(database().db)
    const { recovery, code, wrong } = await asked(account, start)
    for (const left of [4, 3, 2, 1])
      expect(await prove(recovery, wrong, start)).toEqual(no("recovery.code-wrong", { left }))
    expect(await prove(recovery, wrong, start)).toEqual(no("recovery.guesses-used"))
    expect(await prove(recovery, code, start)).toEqual(no("recovery.guesses-used"))
    expect(await reset(recovery, start)).toEqual(no("recovery.guesses-used"))
  })

  it("takes ten wrong codes an hour per account, over all recoveries", async () => {
    const account = await makeAccount(database().db)
    for (let nth = 0; nth < 2; nth += 1) {
      const { recovery, wrong } = await asked(account, later(nth))
      for (let guess = 0; guess < 5; guess += 1) await prove(recovery, wrong, later(nth))
    }
    const { recovery, code } = await asked(account, later(5))
    expect(await prove(recovery, code, later(6))).toEqual(no("recovery.too-many", { until: later(hour) }))
    expect((await prove(recovery, code, later(hour + 1))).ok).toBe(false)
  })

  it("is over after thirty minutes, before the code and again before the password", async () => {
    const account = await makeAccount(database().db)
    const late = await asked(account, start)
    expect(await prove(late.recovery, late.code, later(1800))).toEqual(no("recovery.gone"))
    const { recovery, code } = await asked(account, later(1))
    expect((await prove(recovery, code, later(1799))).ok).toBe(true)
    expect(await reset(recovery, later(1799 + 1800))).toEqual(no("recovery.gone"))
    expect((await reset(recovery, later(1799 + 1799))).ok).toBe(true)
    expect(await look(getRecovery, at(later(3600)), { recovery })).toMatchObject(no("recovery.gone"))
  })

  it("uses a code up: it neither proves again nor in another browser's recovery", async () => {
    const account = await makeAccount(database().db)
    const [first, other] = [await asked(account, start), await asked(account, later(1))]
    expect((await prove(first.recovery, other.code, later(2))).ok).toBe(first.code === other.code)
    expect((await prove(first.recovery, first.code, later(3))).ok).toBe(true)
    expect(await prove(first.recovery, first.code, later(4))).toEqual(no("recovery.gone"))
    expect((await reset(first.recovery, later(5))).ok).toBe(true)
    expect(await prove(other.recovery, other.code, later(6))).toEqual(no("recovery.gone"))
  })

  it("lets one of two win that set a password at once, over two connections", async () => {
    const account = await makeAccount(database().db)
    const { recovery, code } = await asked(account, start)
    const proofs = await Promise.all([prove(recovery, code, start), prove(recovery, code, start)])
    expect(proofs.map((one) => one.ok).toSorted()).toEqual([false, true])
    const resets = await Promise.all([reset(recovery, start), reset(recovery, start, `${fresh}สองตัว`)])
    expect(resets.map((one) => one.ok).toSorted()).toEqual([false, true])
  })

  it("asks no more than five times an hour for one name, in whatever process, known or not", async () => {
    const account = await makeAccount(database().db)
    for (const name of [account.username, "nobody.at.all"]) {
      for (let nth = 0; nth < 5; nth += 1) expect((await ask(name, later(nth))).ok).toBe(true)
      expect(await ask(name, later(6))).toEqual(no("recovery.too-many", { until: later(hour) }))
    }
    // by its number the account may still be asked for, but its mailbox gets no more
    expect((await ask(account.nationalId, later(7))).ok).toBe(true)
    expect(await mailed(account.email)).toHaveLength(5)
  })

  it("asks no more often from one address than failures are taken from it", async () => {
    for (let nth = 0; nth < 60; nth += 1) await ask(`from-one-${nth}`, start, "192.0.2.1")
    expect(await ask("from-one-60", start, "192.0.2.1")).toEqual(
      no("recovery.too-many", { until: later(600) }),
    )
    expect((await ask("from-one-60", start, "192.0.2.2")).ok).toBe(true)
  })
})

describe("who can't be helped by a code gets the same answer, and a mail that says what helps", () => {
  const others = [
    ["thaid", { signInMethod: "thaid" }],
    ["locked", { state: "locked" }],
    ["suspended", { state: "suspended" }],
  ] as const
  it.each(others)("%s", async (reason, columns) => {
    const account = await makeAccount(database().db, columns)
    expect(await ask(account.username, start)).toMatchObject({ ok: true })
    const [mail] = await mailed(account.email)
    expect(mail).toMatchObject({ template: "recovery-other-way", props: { reason } })
  })

  it("nothing is mailed where no address is confirmed, or the account is closed", async () => {
    for (const columns of [{ emailVerifiedAt: null }, { state: "closed" as const }]) {
      const account = await makeAccount(database().db, columns)
      expect((await ask(account.username, start)).ok).toBe(true)
      expect(await mailed(account.email)).toEqual([])
    }
  })

  it("an account that changed to ThaiID, or was suspended, after the code was right sets none", async () => {
    for (const [change, code] of [
      [{ sign_in_method: "thaid" }, "recovery.thaid-only"],
      [{ state: "suspended" }, "recovery.suspended"],
    ] as const) {
      const account = await makeAccount(database().db)
      const { recovery, code: right } = await asked(account, start)
      await prove(recovery, right, start)
      const { owner } = database()
      await owner`update accounts set ${owner(change)} where id = ${account.id}`
      expect(await reset(recovery, start)).toEqual(no(code))
    }
  })
})

describe("“this wasn't me”", () => {
  const linkOf = async (account: { readonly email: string | null }) =>
    (await mailed(account.email))[0]?.props.alarm ?? ""

  it("locks the account, ends sessions, sign-ins and recoveries, and says so by mail", async () => {
    const account = await makeAccount(database().db)
    const { flow, code } = await begun(account, start)
    const open = await asked(account, later(1))
    await prove(open.recovery, open.code, later(1))
    expect(await alarm(await linkOf(account), later(2))).toEqual({ ok: true, value: null })
    expect(await stateOf(account)).toMatchObject({ state: "locked", locked_reason: "alarm" })
    expect(await reset(open.recovery, later(2))).toEqual(no("recovery.gone"))
    expect(await signInCode(flow, code, later(2))).toMatchObject(no("signin.flow-gone"))
    expect(await password(account, later(2))).toMatchObject(no("signin.suspended"))
    expect((await mailed(account.email))[0]?.template).toBe("account-locked")
  })

  it("works once, of two at once too, for fourteen days, and not with a token that is none", async () => {
    const account = await makeAccount(database().db)
    await asked(account, start)
    const link = await linkOf(account)
    const both = await Promise.all([alarm(link, later(1)), alarm(link, later(1))])
    expect(both.map((one) => one.ok).toSorted()).toEqual([false, true])
    expect(await alarm(link, later(2))).toEqual(no("recovery.alarm-gone"))
    expect(await alarm("none", later(2))).toEqual(no("recovery.alarm-gone"))
    const other = await makeAccount(database().db)
    await asked(other, start)
    expect(await alarm(await linkOf(other), later(14 * 86_400))).toEqual(no("recovery.alarm-gone"))
    expect((await stateOf(other))?.state).toBe("active")
  })

  it("leaves a suspended account suspended", async () => {
    const account = await makeAccount(database().db, { state: "suspended" })
    await ask(account.username, start)
    expect((await alarm(await linkOf(account), later(1))).ok).toBe(true)
    expect(await stateOf(account)).toMatchObject({ state: "suspended", locked_reason: null })
  })

  it("a code alone opens no locked account", async () => {
    const account = await makeAccount(database().db)
    const { recovery, code } = await asked(account, start)
    await prove(recovery, code, start)
    await database().owner`update accounts set state = 'locked' where id = ${account.id}`
    expect(await reset(recovery, start)).toEqual(no("recovery.suspended"))
  })
})
