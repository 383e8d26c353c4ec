import { describe, expect, it } from "vitest"
import { z } from "zod"
import { makeAccount } from "@/db/factories/account"
import { later, start, useSignInTest } from "@/db/testing/use-sign-in-test"
import { type AccountActor, canBeAccount, visitor } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { execute, look } from "@/lib/kernel/execute"
import { done } from "@/lib/kernel/outcome"
import { touchLiveSession } from "@/lib/sessions/live-session"
import { openSession } from "@/lib/sessions/open-session"
import { type Assurance, assurances } from "@/lib/sessions/rules"
import { touchRun } from "@/lib/sessions/touch-run"
import { getStepUp } from "./get-step-up"
import { redeemCode } from "./redeem-code"
import { redeemStepUp } from "./redeem-step-up"
import { resendStepUpCode } from "./resend-step-up-code"
import { startStepUp } from "./start-step-up"

const { database, mailed, events } = useSignInTest()
const browser = { address: "192.0.2.7", userAgent: "test" }

type Account = Awaited<ReturnType<typeof makeAccount>>

async function signedIn({ id: accountId }: Account, assurance: Assurance = assurances.password) {
  const made = { accountId, assurance, sharedComputer: false, browser, now: start }
  return database().db.transaction((tx) => openSession(tx, made))
}

/** The actor that a session's token makes, as the web layer builds him. */
async function actorOf(token: string, now = start): Promise<AccountActor | undefined> {
  const live = await touchLiveSession(database().db, token, now)
  return (
    live && {
      kind: "account",
      accountId: live.accountId,
      sessionId: live.id,
      acr: live.acr,
      ...(live.steppedUpAt ? { steppedUpAt: live.steppedUpAt } : {}),
      ...(live.runUntil ? { runUntil: live.runUntil } : {}),
      seats: [],
      roles: [],
    }
  )
}

async function found(token: string, now = start): Promise<AccountActor> {
  const actor = await actorOf(token, now)
  if (!actor) throw new Error("no such session")
  return actor
}

const as = (actor: AccountActor | typeof visitor, now = start) => ({
  db: database().db,
  actor,
  now,
  requestId: "test",
})
const begin = (actor: AccountActor, password: string, now = start) =>
  execute(startStepUp, as(actor, now), { password, returnTo: "/account", locale: "th", browser })
const redeem = (actor: AccountActor, code: string, now = start) =>
  execute(redeemStepUp, as(actor, now), { code })
const codeTo = async ({ email }: Account) => (await mailed(email ?? ""))[0] ?? ""
const needed = { ok: false, refusal: { code: "session.step-up-needed" } }

const sensitive = (freshness: "step-up" | "run") =>
  command({
    name: "test.sensitive",
    input: z.object({}),
    allow: canBeAccount,
    freshness,
    run: async () => done(null),
  })
const attempt = (freshness: "step-up" | "run", actor: AccountActor, now: Date) =>
  execute(sensitive(freshness), as(actor, now), {})

describe("a sensitive change", () => {
  it("is refused on record to a session that was opened by a password alone, and to one older than five minutes", async () => {
    const account = await makeAccount(database().db)
    const byPassword = await found((await signedIn(account)).token)
    expect(await attempt("step-up", byPassword, start)).toEqual(needed)
    const byCode = await found((await signedIn(account, assurances.passwordAndMailedCode)).token)
    expect((await attempt("step-up", byCode, later(300))).ok).toBe(true)
    expect(await attempt("step-up", byCode, later(301))).toEqual(needed)
    const recorded = (await events(account.id)).filter((event) => event.action === "test.sensitive")
    expect(recorded.map((event) => event.refusal)).toEqual([
      "session.step-up-needed",
      null,
      "session.step-up-needed",
    ])
  })

  it("in a run goes on while no pause is longer than fifteen minutes, and a run does for no single one", async () => {
    const account = await makeAccount(database().db)
    const { token, sessionId } = await signedIn(account, assurances.passwordAndMailedCode)
    expect(await attempt("run", await found(token), later(301))).toEqual(needed)
    await touchRun(database().db, sessionId, later(299))
    expect((await attempt("run", await found(token), later(299 + 899))).ok).toBe(true)
    expect(await attempt("step-up", await found(token), later(301))).toEqual(needed)
    expect(await attempt("run", await found(token), later(299 + 900))).toEqual(needed)
  })
})

describe("the step-up", () => {
  it("asks for the password and a fresh code, then goes on under a new token; the former is dead", async () => {
    const account = await makeAccount(database().db)
    const { token } = await signedIn(account)
    const actor = await found(token)
    expect((await begin(actor, account.password, later(60))).ok).toBe(true)
    const shown = await look(getStepUp, as(actor, later(60)), {})
    expect(shown).toMatchObject({ value: { isFresh: false, code: { expiresAt: later(660) } } })
    const redeemed = await redeem(actor, await codeTo(account), later(61))
    if (!redeemed.ok) throw new Error(redeemed.refusal.code)
    expect(redeemed.value.returnTo).toBe("/account")
    expect(await actorOf(token, later(62))).toBeUndefined()
    const stepped = await found(redeemed.value.session, later(62))
    expect(stepped).toMatchObject({ sessionId: actor.sessionId, steppedUpAt: later(61) })
    expect((await attempt("step-up", stepped, later(361))).ok).toBe(true)
    expect(await look(getStepUp, as(stepped, later(62)), {})).toMatchObject({ value: { isFresh: true } })
    const [row] = await database().owner`
      select acr, step_up_acr from sessions where id = ${actor.sessionId}`
    expect(row).toEqual({ acr: "urn:dla:pwd", step_up_acr: "urn:dla:email" })
    expect((await events(account.id)).filter((event) => event.action === "signin.step-up-code")).toHaveLength(
      1,
    )
  })

  it("takes neither a wrong password nor a code that was mailed for another session", async () => {
    const account = await makeAccount(database().db)
    const [mine, other] = [await signedIn(account), await signedIn(account)]
    const [actor, stranger] = [await found(mine.token), await found(other.token)]
    expect(await begin(actor, "not the password")).toEqual({
      ok: false,
      refusal: { code: "signin.password-wrong" },
    })
    const gone = { ok: false, refusal: { code: "signin.step-up-gone" } }
    expect(await redeem(actor, "000000")).toEqual(gone)
    expect(await execute(resendStepUpCode, as(actor), { locale: "th" })).toEqual(gone)
    await begin(actor, account.password, later(1))
    const code = await codeTo(account)
    await begin(stranger, account.password, later(2))
    expect(await redeem(stranger, code, later(3))).toMatchObject({ refusal: { code: "otp.wrong" } })
    expect((await redeem(actor, code, later(3))).ok).toBe(true)
    expect(await redeem(actor, code, later(4))).toEqual(gone)
  })

  it("mails another code from five minutes on, counts five guesses, and ends after half an hour", async () => {
    const account = await makeAccount(database().db)
    const actor = await found((await signedIn(account)).token)
    await begin(actor, account.password)
    const resend = (now: Date) => execute(resendStepUpCode, as(actor, now), { locale: "th" })
    expect(await resend(later(299))).toMatchObject({ refusal: { code: "otp.too-soon" } })
    expect((await resend(later(300))).ok).toBe(true)
    const right = await codeTo(account)
    expect(await redeem(actor, right, later(1800))).toMatchObject({
      refusal: { code: "signin.step-up-gone" },
    })
    await begin(actor, account.password, later(1801))
    const wrong = (await codeTo(account)) === "000000" ? "111111" : "000000"
    for (let guess = 0; guess < 4; guess++) await redeem(actor, wrong, later(1802))
    expect(await redeem(actor, wrong, later(1802))).toMatchObject({ refusal: { code: "otp.guesses-used" } })
  })

  it("is no sign-in: nobody holds a token of it, and without a confirmed address there is none", async () => {
    const account = await makeAccount(database().db)
    await begin(await found((await signedIn(account)).token), account.password)
    const input = { flow: "", code: await codeTo(account), locale: "th", browser }
    expect(await execute(redeemCode, as(visitor), input)).toMatchObject({
      refusal: { code: "signin.flow-gone" },
    })
    const bare = await makeAccount(database().db, { emailVerifiedAt: null })
    expect(await begin(await found((await signedIn(bare)).token), bare.password)).toMatchObject({
      refusal: { code: "signin.no-email" },
    })
  })
})
