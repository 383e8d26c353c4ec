import { describe, expect, it, vi } from "vitest"
import { makeAccount } from "@/db/factories/account"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"

const service = await vi.hoisted(async () => {
  const { ThaidStandIn } = await import("@/db/testing/thaid-stand-in")
  const started = await new ThaidStandIn().start()
  vi.stubEnv("THAID_ORIGIN", started.origin)
  vi.stubEnv("THAID_CLIENT_ID", started.clientId)
  vi.stubEnv("THAID_CLIENT_SECRET", started.clientSecret)
  return started
})

import { later, no, secondHalf, start, useThaidSignInTest } from "@/db/testing/use-thaid-sign-in-test"
import { openSession } from "@/lib/sessions/open-session"
import { assurances } from "@/lib/sessions/rules"
import { changeMethod } from "./change-method"
import { getMyMethod } from "./get-my-method"
import { startMethodChange } from "./start-method-change"
import { startSignIn } from "./start-sign-in"
import { startStepUp } from "./start-step-up"
import { startThaidStepUp } from "./start-thaid-step-up"
import { stepUpByThaid } from "./step-up-by-thaid"

const { database, at, vouch, back, signIn } = useThaidSignInTest(service)
const browser = { address: "192.0.2.8", userAgent: "test" }

type Account = Awaited<ReturnType<typeof makeAccount>>

async function signedIn({ id: accountId }: Account): Promise<AccountActor> {
  const made = {
    accountId,
    assurance: assurances.passwordAndMailedCode,
    sharedComputer: false,
    browser,
    now: start,
  }
  const { sessionId } = await database().db.transaction((tx) => openSession(tx, made))
  return { kind: "account", accountId, sessionId, seats: [], roles: [] }
}

const as = (actor: AccountActor, now = start) => ({ ...at(now), actor })

const begin = (actor: AccountActor, to: string) => execute(startMethodChange, as(actor), { to })

/** A change up to the return from ThaiID, where this person agreed. */
async function agreed(actor: AccountActor, to: "thaid" | "password", person: Account, change: object = {}) {
  const result = await begin(actor, to)
  if (!result.ok) throw new Error(JSON.stringify(result))
  const { searchParams } = new URL(result.value.address)
  const errand = {
    state: searchParams.get("state") ?? "",
    nonce: searchParams.get("nonce") ?? "",
    browser: result.value.browser,
  }
  await vouch(errand, person, start, change)
  const returned = await back(errand, start)
  return returned.ok ? returned.value.attemptId : ""
}

const finish = (actor: AccountActor, attemptId: string, purpose: "link" | "unlink") => {
  const { code, locale } = secondHalf(attemptId)
  return execute(changeMethod, as(actor), { attemptId, code, locale, purpose })
}
const knock = ({ username, password }: Account) =>
  execute(startSignIn, at(later(5)), { username, password, sharedComputer: false, locale: "th", browser })
const methodOf = async (actor: AccountActor) => {
  const mine = await look(getMyMethod, as(actor), {})
  return mine.ok ? mine.value.method : undefined
}

describe("a change of sign-in method", () => {
  it("to ThaiID closes the password route, tells the owner, and goes back by ThaiID alone", async () => {
    const account = await makeAccount(database().db)
    const actor = await signedIn(account)
    expect(await finish(actor, await agreed(actor, "thaid", account), "link")).toEqual({
      ok: true,
      value: { method: "thaid" },
    })
    expect(await knock(account)).toEqual(no("signin.thaid-only"))
    expect(await knock({ ...account, password: "นี่ไม่ใช่รหัสผ่านแน่นอน" })).toEqual(no("signin.wrong"))
    expect((await signIn(account, later(10))).ok).toBe(true)
    const mails = await database().owner`select template from outbox_mails where recipient = ${account.email}`
    expect(mails).toContainEqual({ template: "method-changed" })
    expect((await finish(actor, await agreed(actor, "password", account), "unlink")).ok).toBe(true)
    expect((await knock(account)).ok).toBe(true)
  })

  it("by another person's ThaiID is refused on record, and nothing changes", async () => {
    const [account, other] = [await makeAccount(database().db), await makeAccount(database().db)]
    const actor = await signedIn(account)
    expect(await finish(actor, await agreed(actor, "thaid", other), "link")).toEqual(
      no("signin.thaid-other-person"),
    )
    expect(await methodOf(actor)).toBe("password")
    const events = await database().owner`
      select refusal from audit_events where action = 'signin.change-method' and actor_id = ${account.id}`
    expect(events).toEqual([{ refusal: "signin.thaid-other-person" }])
  })

  it("needs an agreement of the last five minutes", async () => {
    const account = await makeAccount(database().db)
    const actor = await signedIn(account)
    const stale = { auth_time: start.getTime() / 1000 - 400 }
    expect(await finish(actor, await agreed(actor, "thaid", account, stale), "link")).toEqual(
      no("signin.thaid-unverified"),
    )
  })

  it("serves the session that began it, the purpose it was begun for, and once", async () => {
    const account = await makeAccount(database().db)
    const [actor, elsewhere] = [await signedIn(account), await signedIn(account)]
    const attemptId = await agreed(actor, "thaid", account)
    expect(await finish(elsewhere, attemptId, "link")).toEqual(no("signin.thaid-used"))
    expect(await finish(actor, attemptId, "unlink")).toEqual(no("signin.thaid-used"))
    // The code is spent by now: the service was asked in vain for the other session.
    expect((await finish(actor, attemptId, "link")).ok).toBe(true)
    expect(await finish(actor, attemptId, "link")).toEqual(no("signin.thaid-used"))
  })

  it("to what it is, or to a password that was never set, does not begin", async () => {
    const account = await makeAccount(database().db, { passwordHash: null, signInMethod: "thaid" })
    const actor = await signedIn(account)
    expect(await begin(actor, "thaid")).toEqual(no("signin.method-unchanged"))
    expect(await begin(actor, "password")).toEqual(no("signin.method-no-password"))
    expect(await execute(startMethodChange, at(start), { to: "thaid" })).toEqual(no("forbidden"))
  })
})

describe("a step-up by ThaiID", () => {
  /** A step-up up to the return from ThaiID, where this person agreed. */
  async function returned(actor: AccountActor, person: Account) {
    const result = await execute(startThaidStepUp, as(actor), { returnTo: "/account" })
    if (!result.ok) throw new Error(JSON.stringify(result))
    const { searchParams } = new URL(result.value.address)
    const [state, nonce] = [searchParams.get("state") ?? "", searchParams.get("nonce") ?? ""]
    const errand = { state, nonce, browser: result.value.browser }
    await vouch(errand, person, start)
    const again = await back(errand, start)
    return { attemptId: again.ok ? again.value.attemptId : "", code: "the-code" }
  }

  it("is by the account's own person, for its own session, once", async () => {
    const [account, other] = [await makeAccount(database().db), await makeAccount(database().db)]
    const [actor, elsewhere] = [await signedIn(account), await signedIn(account)]
    const foreign = await returned(actor, other)
    expect(await execute(stepUpByThaid, as(actor), foreign)).toEqual(no("signin.thaid-other-person"))
    const right = await returned(actor, account)
    expect(await execute(stepUpByThaid, as(elsewhere), right)).toEqual(no("signin.thaid-used"))
    expect((await execute(stepUpByThaid, as(actor), right)).ok).toBe(true)
    expect(await execute(stepUpByThaid, as(actor), right)).toEqual(no("signin.thaid-used"))
    const [row] = await database().owner`
      select stepped_up_at, step_up_acr from sessions where id = ${actor.sessionId}`
    expect(row).toEqual({ stepped_up_at: start, step_up_acr: "urn:dla:thaid" })
  })

  it("is the only one for who signs in by ThaiID", async () => {
    const account = await makeAccount(database().db, { signInMethod: "thaid" })
    const input = { password: account.password, locale: "th", browser }
    expect(await execute(startStepUp, as(await signedIn(account)), input)).toEqual(no("signin.thaid-only"))
  })
})
