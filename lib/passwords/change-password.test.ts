import { describe, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { emailSteps, later, no, start } from "@/db/testing/email-steps"
import { useSignInTest } from "@/db/testing/use-sign-in-test"
import { getMyProfile } from "@/lib/identity/get-my-profile"
import { type AccountActor, visitor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { getManuals } from "@/lib/manuals/get-manuals"
import { touchLiveSession } from "@/lib/sessions/live-session"
import { openSession } from "@/lib/sessions/open-session"
import { type Assurance, assurances } from "@/lib/sessions/rules"
import { signOut } from "@/lib/sessions/sign-out"
import { acceptDuties } from "@/lib/signin/accept-duties"
import { changePassword } from "./change-password"

const { database, password, wrongly, begun, code } = useSignInTest()
const { at, mailed, signedIn } = emailSteps(database)

const fresh = "แมวสามสีกินปลาทูบนหลังคา"
const browser = { address: null }

const change = (
  actor: AccountActor,
  currentPassword: string,
  typed: Partial<{ newPassword: string; again: string; endOthers: boolean }> = {},
  now = start,
) => {
  const { newPassword = fresh, again = newPassword, endOthers = false } = typed
  const input = { currentPassword, newPassword, again, endOthers, browser }
  return execute(changePassword, at(actor, now), input)
}
const live = async (accountId: string) => {
  const rows = await database().owner`
    select id from sessions where account_id = ${accountId} and revoked_at is null`
  return rows.length
}

describe("changing one's own password", () => {
  it("opens to the new one alone from then on, is audited, and told by mail", async () => {
    const account = await makeAccount(database().db)
    const actor = await signedIn(account)
    expect(await change(actor, account.password)).toEqual({ ok: true, value: { ended: 0 } })
    expect(await password(account, later(1))).toMatchObject({ refusal: { code: "signin.wrong" } })
    expect((await password({ ...account, password: fresh }, later(2))).ok).toBe(true)
    const told = (await mailed(account.email ?? "")).map((mail) => mail.template)
    expect(told.toSorted()).toEqual(["otp-code", "password-changed"])
    const events = await database().owner`
      select subject_id, session_id, refusal, detail from audit_events
      where actor_id = ${account.id} and action = 'passwords.change'`
    expect(events).toEqual([
      {
        subject_id: account.id,
        session_id: actor.sessionId,
        refusal: null,
        detail: { ended: 0, told: true },
      },
    ])
  })

  it("ends the other sessions if so wished, and every sign-in that waits for its code", async () => {
    const account = await makeAccount(database().db)
    const [actor] = [await signedIn(account), await signedIn(account)]
    const { flow, code: right } = await begun(account, start)
    expect(await change(actor, account.password, { endOthers: true })).toMatchObject({ value: { ended: 1 } })
    expect(await live(account.id)).toBe(1)
    expect(await code(flow, right, later(1))).toMatchObject({ refusal: { code: "signin.flow-gone" } })
  })

  it("opens a password route that failures had closed", async () => {
    const account = await makeAccount(database().db)
    const actor = await signedIn(account)
    await change(actor, account.password)
    const [row] = await database().owner`
      select password_closed_at, password_set_at from accounts where id = ${account.id}`
    expect(row).toEqual({ password_closed_at: null, password_set_at: start })
  })

  it("ends the waits of failures before it, and their count of the day", async () => {
    const account = await makeAccount(database().db)
    const actor = await signedIn(account)
    for (let nth = 0; nth < 5; nth += 1) await wrongly(account, later(nth))
    const counted = () => database().owner`
      select 1 from rate_limits where scope = 'password-failures-day' and count = 5`
    expect(await counted()).toHaveLength(1)
    expect((await change(actor, account.password, {}, later(60))).ok).toBe(true)
    expect(await password({ ...account, password: fresh }, later(61))).toMatchObject({ ok: true })
    expect(await counted()).toEqual([])
  })

  it("asks for the present one, and counts a wrong one as at the door", async () => {
    const account = await makeAccount(database().db)
    const actor = await signedIn(account)
    for (let failure = 1; failure <= 4; failure++)
      expect(await change(actor, "ไม่ใช่รหัสผ่านของฉันเลย")).toEqual(no("passwords.current-wrong"))
    const until = later(30)
    expect(await change(actor, "ไม่ใช่รหัสผ่านของฉันเลย")).toEqual(no("signin.wait", { until }))
    expect(await change(actor, account.password)).toEqual(no("signin.wait", { until }))
    const [events] = await database().owner`
      select count(*)::int as refused from audit_events where actor_id = ${account.id} and action = 'passwords.change'`
    expect(events?.refused).toBe(5)
  })

  it("refuses what one would guess, and the password that it was, and leaves everything as it is", async () => {
    const account = await makeAccount(database().db, { username: "wilailak.thongdee" })
    const actor = await signedIn(account)
    const refusals = {
      [account.password]: "passwords.same",
      ขอบคุณขอบคุณขอบคุณ: "passwords.repeats",
      "sunshine-baseball": "passwords.common",
      "wilailak.thongdee1": "passwords.personal",
      "dla-sso-thaid-2569": "passwords.local",
    }
    for (const [newPassword, refusal] of Object.entries(refusals))
      expect(await change(actor, account.password, { newPassword })).toEqual(no(refusal))
    expect((await password(account, later(1))).ok).toBe(true)
  })

  it("names the field that is wrong: 14 and 129 code points, two that differ, nothing typed", async () => {
    const actor = await signedIn(await makeAccount(database().db))
    const fields = async (current: string, newPassword: string, again = newPassword) => {
      const answer = await change(actor, current, { newPassword, again })
      return answer.ok ? undefined : answer.refusal.fields
    }
    expect(await fields("x", "แมวสามสีกินปลา")).toEqual({ newPassword: "tooShort" })
    expect(await fields("x", "ก".repeat(129))).toEqual({ newPassword: "tooLong" })
    expect(await fields("x", fresh, `${fresh} `)).toEqual({ again: "differs" })
    expect(await fields("", "", "")).toEqual({ currentPassword: "currentMissing", newPassword: "newMissing" })
  })

  it("takes 15 and 128 code points of Thai as typed", async () => {
    for (const newPassword of [
      "แมวสามสีกินปลาท",
      `แมวสามสีกินปลาทู ${"บนหลังคาสีแดงเรื่อ".repeat(7)}`.slice(0, 128),
    ]) {
      const account = await makeAccount(database().db)
      expect((await change(await signedIn(account), account.password, { newPassword })).ok).toBe(true)
      const cut = [...newPassword].slice(0, -1).join("")
      expect(await password({ ...account, password: cut }, later(1))).toMatchObject({ ok: false })
      expect((await password({ ...account, password: newPassword }, later(2))).ok).toBe(true)
    }
  })

  it("lets one of two at once win", async () => {
    const account = await makeAccount(database().db)
    const actor = await signedIn(account)
    const both = await Promise.all([
      change(actor, account.password),
      change(actor, account.password, { newPassword: `${fresh}อีกใบ` }),
    ])
    const answers = both.map((one) => (one.ok ? "changed" : one.refusal.code))
    expect(answers.toSorted()).toEqual(["changed", "passwords.current-wrong"])
  })

  it("asks whoever came in by code who he is, once that is five minutes ago", async () => {
    const account = await makeAccount(database().db)
    const actor = { ...(await signedIn(account)), acr: "urn:dla:email", steppedUpAt: start }
    expect(await change(actor, account.password, {}, later(301))).toEqual(no("session.step-up-needed"))
    expect((await change(actor, account.password, {}, later(300))).ok).toBe(true)
  })

  it("is for who is signed in", async () => {
    const context = { db: database().db, actor: visitor, now: start, requestId: "test" }
    expect(await execute(changePassword, context, {})).toEqual(no("forbidden"))
  })
})

describe("who must change his password first", () => {
  it("can do nothing else but leave, sees what the public sees, and is free once it is changed", async () => {
    const account = await makeAccount(database().db, { passwordMustChange: true })
    const held = { ...(await signedIn(account)), mustChangePassword: true }
    expect(await execute(acceptDuties, at(held), { version: 1 })).toEqual(no("passwords.must-change"))
    expect(await look(getMyProfile, at(held), {})).toEqual(no("not-found"))
    expect((await look(getManuals, at(held), {})).ok).toBe(true)
    expect((await change(held, account.password)).ok).toBe(true)
    const [row] = await database()
      .owner`select password_must_change as must from accounts where id = ${account.id}`
    expect(row).toEqual({ must: false })
    expect((await execute(signOut, at(held), {})).ok).toBe(true)
  })

  it("is who came in by password, not who came in by ThaiID", async () => {
    const { db } = database()
    const { id: accountId } = await makeAccount(db, { passwordMustChange: true })
    const heldBy = async (assurance: Assurance) => {
      const session = { accountId, assurance, sharedComputer: false, browser: { ...browser, userAgent: "" } }
      const { token } = await db.transaction((tx) => openSession(tx, { ...session, now: start }))
      return (await touchLiveSession(db, token, later(1)))?.mustChangePassword
    }
    expect(await heldBy(assurances.password)).toBe(true)
    expect(await heldBy(assurances.passwordAndMailedCode)).toBe(true)
    expect(await heldBy(assurances.thaid)).toBe(false)
  })
})
