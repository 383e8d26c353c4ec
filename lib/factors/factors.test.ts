import { generateSync } from "otplib"
import { describe, expect, it } from "vitest"
import { connect } from "@/db/client"
import { makeAccount } from "@/db/factories/account"
import { later, start, useSignInTest } from "@/db/testing/use-sign-in-test"
import { type AccountActor, visitor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { openSession } from "@/lib/sessions/open-session"
import { assurances } from "@/lib/sessions/rules"
import { redeemCode } from "@/lib/signin/redeem-code"
import { redeemFactor } from "@/lib/signin/redeem-factor"
import { resendCode } from "@/lib/signin/resend-code"
import { startStepUp } from "@/lib/signin/start-step-up"
import { stepUpByFactor } from "@/lib/signin/step-up-by-factor"
import { beginTotp } from "./begin-totp"
import { confirmTotp } from "./confirm-totp"
import { getMyFactors } from "./get-my-factors"
import { removeTotp } from "./remove-totp"
import { renewRecoveryCodes } from "./renew-recovery-codes"
import { groupsOfFour, recoveryCode, typedRecoveryCode } from "./rules"
import { totpSecret, totpStep } from "./totp"

const { database, password, mailed } = useSignInTest()
const browser = { address: "192.0.2.9", userAgent: "test" }
type Account = Awaited<ReturnType<typeof makeAccount>>

async function signedIn({ id: accountId }: Account): Promise<AccountActor> {
  const assurance = assurances.passwordAndMailedCode
  const made = { accountId, assurance, sharedComputer: false, browser, now: start }
  const { sessionId } = await database().db.transaction((tx) => openSession(tx, made))
  return { kind: "account", accountId, sessionId, steppedUpAt: start, seats: [], roles: [] }
}

const as = (actor: AccountActor | typeof visitor, now: Date) => ({
  db: database().db,
  actor,
  now,
  requestId: "test",
})
const refusal = (code: string) => ({ ok: false, refusal: { code } })
const codeAt = (secret: string, now: Date) =>
  generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) })
const not = (code: string) => (code === "000000" ? "111111" : "000000")
const confirm = (actor: AccountActor, code: string, now: Date) =>
  execute(confirmTotp, as(actor, now), { name: "โทรศัพท์", code })

/** Adds an app; its secret as the screen shows it, and the recovery codes that came with it. */
async function enrol(actor: AccountActor, now = start) {
  const begun = await execute(beginTotp, as(actor, now), {})
  if (!begun.ok) throw new Error(begun.refusal.code)
  const shown = await look(getMyFactors, as(actor, now), { label: "x", title: "x" })
  const secret = (shown.ok && shown.value.underWay?.key.replaceAll(" ", "")) || ""
  const confirmed = await confirm(actor, codeAt(secret, now), now)
  if (!confirmed.ok) throw new Error(confirmed.refusal.code)
  return { secret, codes: confirmed.value.codes }
}

async function flowOf(account: Account, now: Date): Promise<string> {
  const begun = await password(account, now)
  if (!(begun.ok && begun.value.next === "factor")) throw new Error(JSON.stringify(begun))
  return begun.value.flow
}

const redeem = (flow: string, code: string, now: Date) =>
  execute(redeemFactor, as(visitor, now), { flow, code, locale: "th", browser })

describe("an authenticator app", () => {
  it("follows RFC 6238: its test vectors in six digits, and two steps of skew either way", () => {
    const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    const vectors = [
      [59, "287082"],
      [1_111_111_109, "081804"],
      [2_000_000_000, "279037"],
    ] as const
    for (const [seconds, code] of vectors) {
      const step = Math.floor(seconds / 30)
      for (const skew of [-2, -1, 0, 1, 2].filter((one) => step + one >= 0))
        expect(totpStep(secret, code, new Date((seconds + skew * 30) * 1000))).toBe(step)
      for (const skew of [-3, 3])
        expect(totpStep(secret, code, new Date((seconds + skew * 30) * 1000))).toBeUndefined()
    }
  })

  it("takes the code of a phone whose clock is 60 seconds fast or slow, and not of one that is 91", () => {
    const secret = totpSecret()
    for (let second = 0; second < 30; second++) {
      const now = later(second)
      const at = (skew: number) => totpStep(secret, codeAt(secret, later(second + skew)), now)
      expect([at(-60), at(60), at(0)].map((step) => step !== undefined)).toEqual([true, true, true])
      expect([at(-91), at(91)]).toEqual([undefined, undefined])
    }
  })

  it("takes one code once, when two instances are given it at the same moment", async () => {
    const account = await makeAccount(database().db)
    const { secret } = await enrol(await signedIn(account))
    const now = later(90)
    const flows = [await flowOf(account, now), await flowOf(account, now)]
    const other = connect(database().portalUrl, { max: 1 })
    try {
      const instances = [database().db, other.db]
      const answers = await Promise.all(
        flows.map((flow, at) =>
          execute(
            redeemFactor,
            { ...as(visitor, now), db: instances[at] ?? database().db },
            { flow, code: codeAt(secret, now), locale: "th", browser },
          ),
        ),
      )
      expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    } finally {
      await other.close()
    }
  })

  it("is not for who signs in by ThaiID alone, neither to add nor to step up with", async () => {
    const account = await makeAccount(database().db)
    const actor = await signedIn(account)
    const { secret } = await enrol(actor)
    await database().owner`update accounts set sign_in_method = 'thaid' where id = ${account.id}`
    expect(await execute(beginTotp, as(actor, start), {})).toEqual(refusal("signin.thaid-only"))
    const code = codeAt(secret, later(90))
    expect(await execute(stepUpByFactor, as(actor, later(90)), { code })).toEqual(
      refusal("signin.thaid-only"),
    )
  })

  it("is asked for at the next sign-in instead of a mailed code, and takes no code twice", async () => {
    const account = await makeAccount(database().db)
    const { secret } = await enrol(await signedIn(account))
    const flow = await flowOf(account, later(60))
    expect(await mailed(account.email ?? "")).toEqual([])
    const used = codeAt(secret, start)
    expect(await redeem(await flowOf(account, later(1)), used, later(1))).toMatchObject(refusal("otp.wrong"))
    const right = codeAt(secret, later(60))
    expect((await redeem(flow, right, later(60))).ok).toBe(true)
    expect(await redeem(flow, right, later(61))).toEqual(refusal("signin.flow-gone"))
    expect(await redeem(await flowOf(account, later(62)), right, later(62))).toMatchObject(
      refusal("otp.wrong"),
    )
    const rows = await database().owner`select acr, amr from sessions
      where account_id = ${account.id} and acr = 'urn:dla:totp'`
    expect(rows).toEqual([{ acr: "urn:dla:totp", amr: ["pwd", "otp", "mfa"] }])
  })

  it("leaves no way down to a mailed code", async () => {
    const account = await makeAccount(database().db)
    const before = await password(account, start)
    if (!(before.ok && before.value.next === "code")) throw new Error("no code was mailed")
    const [code = ""] = await mailed(account.email ?? "")
    const actor = await signedIn(account)
    await enrol(actor)
    const { flow } = before.value
    const use = refusal("signin.use-factor")
    const input = { flow, code, locale: "th", browser }
    expect(await execute(redeemCode, as(visitor, later(1)), input)).toEqual(use)
    expect(await execute(resendCode, as(visitor, later(400)), { flow, locale: "th" })).toEqual(use)
    const step = { password: account.password, locale: "th", browser }
    expect(await execute(startStepUp, as(actor, later(2)), step)).toEqual(use)
  })

  it("takes five guesses a sign-in and ten an hour, and what is no code costs none", async () => {
    const account = await makeAccount(database().db)
    const { secret } = await enrol(await signedIn(account))
    const now = later(90)
    const right = codeAt(secret, now)
    for (let round = 0; round < 2; round++) {
      const flow = await flowOf(account, now)
      expect(await redeem(flow, "12345", now)).toEqual(refusal("invalid"))
      for (let guess = 0; guess < 4; guess++) await redeem(flow, not(right), now)
      expect(await redeem(flow, not(right), now)).toEqual(refusal("otp.guesses-used"))
    }
    expect(await redeem(await flowOf(account, now), right, now)).toMatchObject(refusal("otp.too-many-wrong"))
  })

  it("is added, removed and limited by its owner after a step-up, who is told by mail", async () => {
    const account = await makeAccount(database().db)
    const actor = await signedIn(account)
    const stale = later(301)
    expect(await execute(beginTotp, as(actor, stale), {})).toEqual(refusal("session.step-up-needed"))
    expect(await confirm(actor, "123456", start)).toEqual(refusal("factors.none-begun"))
    expect(await execute(renewRecoveryCodes, as(actor, start), {})).toEqual(refusal("factors.none"))
    await execute(beginTotp, as(actor, start), {})
    expect(await confirm(actor, "000000", start)).toEqual(refusal("factors.code-wrong"))
    for (let app = 0; app < 5; app++) await enrol(actor)
    expect(await execute(beginTotp, as(actor, start), {})).toEqual(refusal("factors.too-many"))
    const shown = await look(getMyFactors, as(actor, start), { label: "x", title: "x" })
    const id = shown.ok ? shown.value.apps[0]?.id : undefined
    const stranger = await signedIn(await makeAccount(database().db))
    expect(await execute(removeTotp, as(stranger, start), { id })).toEqual(refusal("not-found"))
    expect((await execute(removeTotp, as(actor, start), { id })).ok).toBe(true)
    const [told] = await database().owner`select count(*)::int as mails from outbox_mails
      where recipient = ${account.email} and template = 'factor-changed'`
    expect(told?.mails).toBe(6)
  })
})

describe("recovery codes", () => {
  it("sign in or step up once each, typed in groups and small letters, and are never called strong", async () => {
    const account = await makeAccount(database().db)
    const actor = await signedIn(account)
    const { codes } = await enrol(actor)
    expect(new Set(codes).size).toBe(10)
    const [first = "", second = ""] = codes
    const typed = groupsOfFour(first).toLowerCase()
    expect((await redeem(await flowOf(account, later(5)), typed, later(5))).ok).toBe(true)
    expect(await redeem(await flowOf(account, later(6)), first, later(6))).toMatchObject(refusal("otp.wrong"))
    const [row] = await database().owner`select amr from sessions
      where account_id = ${account.id} and acr = 'urn:dla:recovery'`
    expect(row?.amr).toEqual(["pwd", "recovery-code"])
    expect((await execute(stepUpByFactor, as(actor, later(7)), { code: second })).ok).toBe(true)
    expect(await execute(stepUpByFactor, as(actor, later(8)), { code: second })).toEqual(
      refusal("factors.code-wrong"),
    )
  })

  it("end when new ones are made, and with the last app; another account's are worth nothing", async () => {
    const account = await makeAccount(database().db)
    const actor = await signedIn(account)
    const { codes } = await enrol(actor)
    const renewed = await execute(renewRecoveryCodes, as(actor, start), {})
    const fresh = renewed.ok ? renewed.value.codes : []
    const flow = await flowOf(account, later(9))
    expect(await redeem(flow, codes[0] ?? "", later(9))).toMatchObject(refusal("otp.wrong"))
    const other = await makeAccount(database().db)
    await enrol(await signedIn(other))
    const theirs = await flowOf(other, later(10))
    expect(await redeem(theirs, fresh[0] ?? "", later(10))).toMatchObject(refusal("otp.wrong"))
    expect((await redeem(flow, fresh[0] ?? "", later(11))).ok).toBe(true)
  })

  it("have 16 signs of 32 without doubtful ones, and nothing else is read as one", () => {
    const code = recoveryCode(Uint8Array.from({ length: 16 }, (_, at) => at * 17))
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{16}$/)
    expect(typedRecoveryCode(` ${groupsOfFour(code)}`.replaceAll(" ", "-").slice(1))).toBe(code)
    for (const typed of ["", code.slice(1), `${code}A`, `${code.slice(1)}0`])
      expect(typedRecoveryCode(typed), typed).toBeUndefined()
  })
})
