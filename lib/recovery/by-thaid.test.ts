import { describe, expect, it, vi } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { execute, look } from "@/lib/kernel/execute"

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

import { fresh, recoverySteps } from "@/db/testing/recovery-steps"
import { later, no, start, useThaidSignInTest } from "@/db/testing/use-thaid-sign-in-test"
import { startSignIn } from "@/lib/signin/start-sign-in"
import { getAlarm } from "./get-alarm"
import { getRecovery } from "./get-recovery"
import { proveByThaid } from "./prove-by-thaid"
import { startByThaid } from "./start-by-thaid"
import { unlockAccount } from "./unlock-account"

const { database, at, vouch, back, begun } = useThaidSignInTest(service)
const { alarm, asked, mailed, prove, reset, stateOf } = recoverySteps(database)
type Account = Awaited<ReturnType<typeof makeAccount>>

async function errand(now: Date) {
  const result = await execute(startByThaid, at(now), { address: "192.0.2.7" })
  if (!result.ok) throw new Error(JSON.stringify(result))
  const { searchParams } = new URL(result.value.address)
  const [state = "", nonce = ""] = [searchParams.get("state") ?? "", searchParams.get("nonce") ?? ""]
  return { state, nonce, browser: result.value.browser }
}

const second = (attemptId: string, now: Date) =>
  execute(proveByThaid, at(now), { attemptId, code: "the-code" })

/** Proves a person with a sign-in there that is as old as told; gives what came of it. */
async function proved(account: Pick<Account, "nationalId">, now: Date, agreedAt = now) {
  const gone = await errand(now)
  await vouch(gone, account, now, { auth_time: Math.floor(agreedAt.getTime() / 1000) })
  const returned = await back(gone, now)
  if (!returned.ok) throw new Error(JSON.stringify(returned))
  expect(returned.value.purpose).toBe("recover")
  return second(returned.value.attemptId, now)
}

async function token(account: Account, now: Date): Promise<string> {
  const result = await proved(account, now)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value.recovery
}

/** Locks an account as its owner does, by the link of a mail. */
async function lock(account: Account, now: Date): Promise<string> {
  const { recovery } = await asked(account, now)
  const link = (await mailed(account.email))[0]?.props.alarm ?? ""
  expect((await alarm(link, now)).ok).toBe(true)
  return recovery && link
}

describe("a way back by ThaiID", () => {
  it("sets a new password at once, and holds no powers", async () => {
    const account = await makeAccount(database().db, { powersHeldUntil: later(9999) })
    const recovery = await token(account, start)
    expect(await look(getRecovery, at(start), { recovery })).toMatchObject({ value: { asks: "password" } })
    expect(await reset(recovery, later(1))).toEqual({ ok: true, value: null })
    expect(await stateOf(account)).toMatchObject({ state: "active", powers_held_until: null })
    const browser = { address: "192.0.2.9", userAgent: "test" }
    const typed = {
      username: account.username,
      password: fresh,
      sharedComputer: false,
      locale: "th",
      browser,
    }
    expect((await execute(startSignIn, at(later(2)), typed)).ok).toBe(true)
  })

  it("opens an account that its owner locked, with a new password", async () => {
    const account = await makeAccount(database().db)
    const link = await lock(account, start)
    expect(await look(getAlarm, at(start), { alarm: link })).toMatchObject({ value: { isUsed: true } })
    expect((await reset(await token(account, later(1)), later(2))).ok).toBe(true)
    expect(await stateOf(account)).toMatchObject({ state: "active", locked_reason: null })
  })

  it("opens a locked account that signs in by ThaiID, without a password; not one whose password may be known", async () => {
    const account = await makeAccount(database().db, { signInMethod: "thaid" })
    await lock(account, start)
    const recovery = await token(account, later(1))
    expect(await reset(recovery, later(2))).toEqual(no("recovery.thaid-only"))
    expect(await look(getRecovery, at(later(2)), { recovery })).toMatchObject({ value: { asks: "unlock" } })
    expect((await execute(unlockAccount, at(later(3)), { recovery })).ok).toBe(true)
    expect(await stateOf(account)).toMatchObject({ state: "active" })
    expect((await mailed(account.email))[0]?.template).toBe("account-opened")
    expect(await execute(unlockAccount, at(later(4)), { recovery })).toEqual(no("recovery.gone"))

    const other = await makeAccount(database().db)
    await lock(other, start)
    const its = await token(other, later(1))
    expect(await execute(unlockAccount, at(later(2)), { recovery: its })).toEqual(no("recovery.suspended"))
  })

  it("a code opens no locked account this way either", async () => {
    const account = await makeAccount(database().db)
    const { recovery, code } = await asked(account, start)
    await prove(recovery, code, start)
    await database()
      .owner`update accounts set state = 'locked', sign_in_method = 'thaid' where id = ${account.id}`
    expect(await execute(unlockAccount, at(start), { recovery })).toEqual(no("recovery.gone"))
  })

  it("says of every account that can't be recovered why", async () => {
    const { db } = database()
    for (const [columns, code] of [
      [{ signInMethod: "thaid" }, "recovery.thaid-only"],
      [{ state: "suspended" }, "signin.suspended"],
      [{ state: "invited" }, "signin.thaid-invited"],
      [{ state: "closed" }, "signin.thaid-closed"],
    ] as const)
      expect(await proved(await makeAccount(db, columns), start)).toEqual(no(code))
    const stranger = await makeAccount(db)
    await database().owner`delete from accounts where id = ${stranger.id}`
    expect(await proved(stranger, start)).toEqual(no("signin.thaid-unknown"))
  })

  it("wants an agreement of the last five minutes, made for a recovery and not for a sign-in", async () => {
    const account = await makeAccount(database().db)
    expect(await proved(account, later(600), start)).toEqual(no("signin.thaid-unverified"))
    const signIn = await begun(start)
    await vouch(signIn, account, start)
    const returned = await back(signIn, start)
    if (!returned.ok) throw new Error("not back")
    expect(await second(returned.value.attemptId, start)).toEqual(no("signin.thaid-used"))
  })

  it("serves once: of two that bring the same attempt, one goes on", async () => {
    const account = await makeAccount(database().db)
    const gone = await errand(start)
    await vouch(gone, account, start, { auth_time: Math.floor(start.getTime() / 1000) })
    const returned = await back(gone, start)
    if (!returned.ok) throw new Error("not back")
    const { attemptId } = returned.value
    const both = await Promise.all([second(attemptId, start), second(attemptId, start)])
    expect(both.map((one) => one.ok).toSorted()).toEqual([false, true])
  })
})
