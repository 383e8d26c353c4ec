import { describe, expect, it } from "vitest"
import { connect } from "@/db/client"
import { makeAccount } from "@/db/factories/account"
import { softAuthenticator } from "@/db/testing/soft-authenticator"
import { later, start, useSignInTest } from "@/db/testing/use-sign-in-test"
import { type AccountActor, visitor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { openSession } from "@/lib/sessions/open-session"
import { assurances } from "@/lib/sessions/rules"
import { redeemFactor } from "@/lib/signin/redeem-factor"
import { redeemPasskey } from "@/lib/signin/redeem-passkey"
import { signInByPasskey } from "@/lib/signin/sign-in-by-passkey"
import { startPasskey } from "@/lib/signin/start-passkey"
import { startStepUp } from "@/lib/signin/start-step-up"
import { stepUpByPasskey } from "@/lib/signin/step-up-by-passkey"
import { addPasskey } from "./add-passkey"
import { beginPasskey } from "./begin-passkey"
import { getMyFactors } from "./get-my-factors"
import { removePasskey } from "./remove-passkey"

const { database, password, mailed, events } = useSignInTest()
const browser = { address: "192.0.2.9", userAgent: "test" }
const rp = { id: "portal.example", origin: "https://portal.example" }
type Account = Awaited<ReturnType<typeof makeAccount>>
type Device = ReturnType<typeof softAuthenticator>

async function signedIn({ id: accountId }: Account): Promise<AccountActor> {
  const made = {
    accountId,
    assurance: assurances.passwordAndMailedCode,
    sharedComputer: false,
    browser,
    now: start,
  }
  const { sessionId } = await database().db.transaction((tx) => openSession(tx, made))
  return { kind: "account", accountId, sessionId, steppedUpAt: start, seats: [], roles: [] }
}

const as = (actor: AccountActor | typeof visitor, now: Date, db = database().db) => ({
  db,
  actor,
  now,
  requestId: "test",
})
const refusal = (code: string) => ({ ok: false, refusal: { code } })

async function begun(actor: AccountActor, now = start) {
  const asked = await execute(beginPasskey, as(actor, now), { rp, label: "somebody" })
  if (!asked.ok) throw new Error(asked.refusal.code)
  return asked.value.options
}

const add = (actor: AccountActor, response: string, now = start) =>
  execute(addPasskey, as(actor, now), { rp, name: "เครื่องที่ทำงาน", response })

/** Somebody with a passkey on a device. */
async function keyholder() {
  const account = await makeAccount(database().db)
  const actor = await signedIn(account)
  const device = softAuthenticator(rp)
  const added = await add(actor, device.create(await begun(actor)))
  if (!added.ok) throw new Error(added.refusal.code)
  return { account, actor, device, codes: added.value.codes }
}

async function asked(
  purpose: "sign-in" | "second-step" | "step-up",
  at: {
    readonly actor?: AccountActor
    readonly flow?: string
    readonly browser?: string
    readonly now: Date
  },
) {
  const input = { purpose, rp, flow: at.flow, browser: at.browser, address: "192.0.2.9" }
  const result = await execute(startPasskey, as(at.actor ?? visitor, at.now), input)
  if (!result.ok) throw new Error(result.refusal.code)
  return { options: result.value.options, token: result.value.browser ?? "" }
}

const come = (response: string, token: string | undefined, now: Date, db = database().db) =>
  execute(signInByPasskey, as(visitor, now, db), {
    response,
    rp,
    passkeyBrowser: token,
    sharedComputer: false,
    locale: "th",
    browser,
  })

async function cameIn(device: Device, now: Date) {
  const { options, token } = await asked("sign-in", { now })
  return come(device.get(options), token, now)
}

describe("a passkey", () => {
  it("is a whole sign-in, told truthfully", async () => {
    const { account, device } = await keyholder()
    expect((await cameIn(device, later(1))).ok).toBe(true)
    const [row] = await database().owner`select acr, amr, stepped_up_at from sessions
      where account_id = ${account.id} and authenticated_at = ${later(1)}`
    expect(row).toEqual({ acr: "urn:dla:passkey", amr: ["pop", "mfa"], stepped_up_at: later(1) })
    expect((await events(account.id)).at(-1)).toEqual({ action: "signin.passkey", refusal: null })
  })

  it("names no account's keys to who has not signed in", async () => {
    await keyholder()
    const { options } = await asked("sign-in", { now: later(1) })
    expect(options.allowCredentials ?? []).toEqual([])
    expect(options.userVerification).toBe("required")
  })

  it("is asked for after the password in the place of a mailed code, which no longer comes", async () => {
    const { account, device, codes, actor } = await keyholder()
    const first = await password(account, later(1))
    if (!(first.ok && first.value.next === "factor")) throw new Error("not asked for the factor")
    const { flow } = first.value
    expect(await mailed(account.email ?? "")).toEqual([])
    const step = { password: account.password, locale: "th", browser }
    expect(await execute(startStepUp, as(actor, later(1)), step)).toEqual(refusal("signin.use-factor"))
    const { options } = await asked("second-step", { flow, now: later(2) })
    expect(options.allowCredentials).toHaveLength(1)
    const input = { flow, response: device.get(options), rp, locale: "th", browser }
    expect((await execute(redeemPasskey, as(visitor, later(3)), input)).ok).toBe(true)
    const [row] = await database().owner`select amr from sessions
      where account_id = ${account.id} and acr = 'urn:dla:passkey'`
    expect(row?.amr).toEqual(["pwd", "pop", "mfa"])
    const again = await password(account, later(4))
    const next = again.ok && again.value.next === "factor" ? again.value.flow : ""
    const typed = { flow: next, code: codes[0] ?? "", locale: "th", browser }
    expect((await execute(redeemFactor, as(visitor, later(5)), typed)).ok).toBe(true)
  })

  it("steps a session up, by a challenge of that session alone", async () => {
    const { account, actor, device } = await keyholder()
    const other = await signedIn(account)
    const { options } = await asked("step-up", { actor, now: later(400) })
    const input = { rp, response: device.get(options) }
    expect(await execute(stepUpByPasskey, as(other, later(401)), input)).toEqual(
      refusal("factors.passkey-wrong"),
    )
    expect((await execute(stepUpByPasskey, as(actor, later(402)), input)).ok).toBe(true)
    expect(await execute(stepUpByPasskey, as(actor, later(403)), input)).toEqual(
      refusal("factors.passkey-wrong"),
    )
  })

  it("answers a challenge once, though two instances get the answer at the same moment", async () => {
    const { device } = await keyholder()
    const { options, token } = await asked("sign-in", { now: later(1) })
    const response = device.get(options)
    const other = connect(database().portalUrl, { max: 1 })
    try {
      const both = [database().db, other.db].map((db) => come(response, token, later(2), db))
      expect((await Promise.all(both)).map(({ ok }) => ok).toSorted()).toEqual([false, true])
    } finally {
      await other.close()
    }
  })

  it("is refused to another browser, another purpose, after five minutes, and unknown", async () => {
    const { actor, device } = await keyholder()
    const wrong = refusal("factors.passkey-wrong")
    const mine = await asked("sign-in", { now: later(1) })
    const response = device.get(mine.options)
    expect(await come(response, undefined, later(2))).toEqual(wrong)
    expect(await come(response, "another browser's", later(2))).toEqual(wrong)
    expect(await execute(stepUpByPasskey, as(actor, later(2)), { rp, response })).toEqual(wrong)
    expect(await come(response, mine.token, later(301.001))).toEqual(wrong)
    const stranger = softAuthenticator(rp)
    expect(await cameIn(stranger, later(3))).toEqual(refusal("factors.passkey-unknown"))
  })

  it("is refused for another site's origin, and where the device did not ask who holds it", async () => {
    const { device } = await keyholder()
    for (const fault of [{ origin: "https://elsewhere.example" }, { isUnverified: true }] as const) {
      const { options, token } = await asked("sign-in", { now: later(1) })
      expect(await come(device.get(options, fault), token, later(2))).toEqual(
        refusal("factors.passkey-wrong"),
      )
    }
    expect((await cameIn(device, later(3))).ok).toBe(true)
  })

  it("is stopped when its counter goes back, and its owner is told; there is still no mailed code", async () => {
    const { account, device } = await keyholder()
    expect((await cameIn(device, later(1))).ok).toBe(true)
    const { options, token } = await asked("sign-in", { now: later(2) })
    expect(await come(device.get(options, { counter: 1 }), token, later(2))).toEqual(
      refusal("factors.passkey-stopped"),
    )
    const next = await asked("sign-in", { now: later(3) })
    expect(await come(device.get(next.options, { counter: 9 }), next.token, later(3))).toEqual(
      refusal("factors.passkey-stopped"),
    )
    const [told] = await database().owner`select count(*)::int as mails from outbox_mails
      where recipient = ${account.email} and template = 'factor-changed'`
    expect(told?.mails).toBe(2)
    expect(await password(account, later(4))).toMatchObject({ ok: true, value: { next: "factor" } })
  })

  it("lets in nobody whose account is suspended or who signs in by ThaiID alone", async () => {
    for (const [column, value, code] of [
      ["state", "suspended", "signin.suspended"],
      ["state", "closed", "signin.not-active"],
      ["sign_in_method", "thaid", "signin.thaid-only"],
    ] as const) {
      const { account, device, actor } = await keyholder()
      const { owner } = database()
      await owner`update accounts set ${owner({ [column]: value })} where id = ${account.id}`
      expect(await cameIn(device, later(1))).toEqual(refusal(code))
      if (value === "thaid")
        expect(await execute(beginPasskey, as(actor, start), { rp, label: "x" })).toEqual(refusal(code))
    }
  })

  it("is added after a step-up alone, once, and removed by its owner; with the last factor its codes end", async () => {
    const { account, actor, device, codes } = await keyholder()
    expect(codes).toHaveLength(10)
    const stale = as(actor, later(301))
    expect(await execute(beginPasskey, stale, { rp, label: "x" })).toEqual(refusal("session.step-up-needed"))
    const response = device.create(await begun(actor))
    expect(await add(actor, response)).toEqual(refusal("factors.passkey-known"))
    expect(await add(actor, response)).toEqual(refusal("factors.passkey-wrong"))
    const unverified = softAuthenticator(rp).create(await begun(actor), { isUnverified: true })
    expect(await add(actor, unverified)).toEqual(refusal("factors.passkey-wrong"))
    const shown = await look(getMyFactors, as(actor, start), { label: "x", title: "x" })
    const id = shown.ok ? shown.value.passkeys[0]?.id : undefined
    const stranger = await signedIn(await makeAccount(database().db))
    expect(await execute(removePasskey, as(stranger, start), { id })).toEqual(refusal("not-found"))
    const underGate = as({ ...actor, mustKeepFactor: true }, start)
    expect(await execute(removePasskey, underGate, { id })).toEqual(refusal("factors.last-needed"))
    expect((await execute(removePasskey, as(actor, start), { id })).ok).toBe(true)
    const [left] = await database().owner`select count(*)::int as codes from recovery_codes
      where account_id = ${account.id}`
    expect(left?.codes).toBe(0)
    expect(await password(account, later(2))).toMatchObject({ ok: true, value: { next: "code" } })
  })
})
