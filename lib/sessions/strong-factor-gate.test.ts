import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { makeUnitTree } from "@/db/factories/unit-tree"
import { later, start, useSignInTest } from "@/db/testing/use-sign-in-test"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { changeStrongFactorStart } from "@/lib/signin/change-strong-factor-start"
import { getStrongFactorStart } from "@/lib/signin/get-strong-factor-start"
import { touchLiveSession } from "./live-session"
import { openSession } from "./open-session"
import { type Assurance, assurances, isStrong } from "./rules"
import { stepUpSession } from "./step-up-session"

const { database } = useSignInTest()
const browser = { address: "192.0.2.9", userAgent: "test" }
const refusal = (code: string) => ({ ok: false, refusal: { code } })

async function officer(): Promise<string> {
  const { id } = await makeAccount(database().db)
  await database().owner`insert into department_posts (account_id, role, granted_at)
    values (${id}, 'officer', ${start})`
  return id
}

const opened = (accountId: string, assurance: Assurance) =>
  database().db.transaction((tx) =>
    openSession(tx, { accountId, assurance, sharedComputer: false, browser, now: start }),
  )

async function live(token: string, now = later(1)) {
  const session = await touchLiveSession(database().db, token, now)
  if (!session) throw new Error("no such session")
  return session
}

const administrator: AccountActor = {
  kind: "account",
  accountId: "00000000-0000-4000-8000-000000000001",
  sessionId: "00000000-0000-4000-8000-000000000001",
  steppedUpAt: start,
  seats: [],
  roles: ["administrator"],
}
const as = (actor = administrator) => ({ db: database().db, actor, now: start, requestId: "test" })
const setDay = (typed: string, version: number, confirmed = false) => {
  const [day = "", month = "", year = ""] = typed.split("/")
  return execute(changeStrongFactorStart, as(), { version, day, month, year, confirmed })
}

describe("the gate before the consoles", () => {
  it("is open to all while no day is set, and tells of a day to come", async () => {
    const id = await officer()
    const { token } = await opened(id, assurances.passwordAndMailedCode)
    expect(await live(token)).toMatchObject({ roles: ["officer"], gate: null })
    expect(await look(getStrongFactorStart, as(), {})).toMatchObject({
      value: { version: 0, isAsked: false },
    })
    expect((await setDay("1/12/2569", 0)).ok).toBe(true)
    const from = new Date("2026-11-30T17:00:00Z")
    expect(await live(token)).toMatchObject({
      roles: ["officer"],
      gate: { from, hasCome: false, isStrong: false },
    })
  })

  it("takes all power from a session by password, mailed code or recovery code once the day has come", async () => {
    expect((await setDay("20/11/2569", 1)).ok).toBe(true)
    const id = await officer()
    for (const assurance of Object.values(assurances)) {
      const { token } = await opened(id, assurance)
      const { roles, gate } = await live(token)
      const strong = ["urn:dla:totp", "urn:dla:passkey", "urn:dla:thaid"].includes(assurance.acr)
      expect([assurance.acr, roles, gate?.hasCome]).toEqual([assurance.acr, strong ? ["officer"] : [], true])
    }
  })

  it("takes the SSO Admin's too, leaves his seat, and asks nothing of who has no power", async () => {
    const official = await makeAccount(database().db)
    const { token } = await opened(official.id, assurances.passwordAndMailedCode)
    expect((await live(token)).gate).toBeNull()
    const { owner } = database()
    const unit = (await makeUnitTree(database().db))["06360207"].id
    const [seat] =
      await owner`insert into memberships (account_id, unit_id, post, staff_kind, state, valid_from)
      values (${official.id}, ${unit}, 'x', 'employee', 'active', '2020-01-01') returning id`
    await owner`insert into admin_appointments (membership_id, order_number, order_year_be, order_date, valid_from)
      values (${seat?.id}, '1', 2563, '2020-01-01', '2020-01-01')`
    const { seats, gate } = await live(token)
    expect([seats.map(({ isAdmin }) => isAdmin), gate?.isStrong]).toEqual([[false], false])
  })

  it("opens by a step-up with a strong factor, and by no other", async () => {
    const id = await officer()
    const { sessionId } = await opened(id, assurances.passwordAndMailedCode)
    const step = (acr: string) =>
      database().db.transaction((tx) => stepUpSession(tx, { sessionId, acr, now: later(1) }))
    for (const { acr } of [
      assurances.passwordAndMailedCode,
      assurances.passwordAndRecoveryCode,
      assurances.passkey,
    ])
      expect((await live((await step(acr)) ?? "")).roles).toEqual(isStrong(acr) ? ["officer"] : [])
  })

  it("is put off, once its day has come, only when that is confirmed; not further than a year", async () => {
    expect(await setDay("1/1/2570", 2)).toEqual(refusal("signin.strong-factor-confirm"))
    expect(await setDay("1/1/2575", 2, true)).toEqual(refusal("signin.second-factor-too-far"))
    expect(await setDay("1/1/2570", 1, true)).toEqual(refusal("settings.stale"))
    expect((await setDay("1/1/2570", 2, true)).ok).toBe(true)
    const [event] = await database().owner`select detail from audit_events
      where action = 'signin.change-strong-factor-start' and refusal is null order by seq desc limit 1`
    expect(event?.detail).toMatchObject({
      before: "2026-11-19T17:00:00.000Z",
      after: "2026-12-31T17:00:00.000Z",
    })
  })

  it("stands before every page of a console", () => {
    const pages = ["admin", "unit", "desk", "oversight"].flatMap((console) => {
      try {
        return readdirSync(`app/${console}`, { recursive: true, encoding: "utf8" })
          .filter((file) => file.endsWith("page.tsx"))
          .map((file) => `app/${console}/${file}`)
      } catch {
        return []
      }
    })
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) expect(readFileSync(page, "utf8"), page).toContain("requireConsole(")
  })
})
