import { describe, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { makeUnitTree } from "@/db/factories/unit-tree"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { type Actor, visitor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { chooseMembership } from "./choose-membership"
import { endOtherSessions } from "./end-other-sessions"
import { endSession } from "./end-session"
import { getMySessions } from "./get-my-sessions"
import { touchLiveSession } from "./live-session"
import { openSession } from "./open-session"
import { assurances } from "./rules"
import { signOut } from "./sign-out"

const database = useTestDatabase()
const start = new Date("2026-11-21T01:30:00Z")
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const browser = { address: "192.0.2.1", userAgent: "test" }

function opened(
  accountId: string,
  options: { sharedComputer?: boolean; replaces?: string; now?: Date } = {},
) {
  const { sharedComputer = false, now = start, ...rest } = options
  const assurance = assurances.passwordAndMailedCode
  return database().db.transaction((tx) =>
    openSession(tx, { accountId, assurance, sharedComputer, browser, now, ...rest }),
  )
}

const live = (token: string, now: Date) => touchLiveSession(database().db, token, now)

const as = (accountId: string, sessionId: string, now = start) => ({
  db: database().db,
  actor: { kind: "account", accountId, sessionId, seats: [], roles: [] } as const,
  now,
  requestId: "test",
})

describe("a session", () => {
  it("lives by its token alone, which the database does not hold", async () => {
    const { id } = await makeAccount(database().db)
    const { token, sessionId } = await opened(id)
    expect(await live(token, later(1))).toMatchObject({ id: sessionId, accountId: id, roles: [], seats: [] })
    expect(await live(`${token.slice(0, -2)}xx`, later(1))).toBeUndefined()
    const rows = await database().owner`select s::text as row from sessions s where id = ${sessionId}`
    expect(rows[0]?.row).not.toContain(token)
  })

  it("ends after 30 idle minutes, on a shared computer after 10, and being used keeps it alive", async () => {
    const { id } = await makeAccount(database().db)
    const [own, shared] = [await opened(id), await opened(id, { sharedComputer: true })]
    expect(await live(shared.token, later(599))).toBeDefined()
    expect(await live(own.token, later(1799))).toBeDefined()
    expect(await live(shared.token, later(1300))).toBeUndefined()
    expect(await live(own.token, later(1799 + 1799))).toBeDefined()
    expect(await live(own.token, later(1799 + 1799 + 1801))).toBeUndefined()
  })

  it("ends after 12 hours however busy", async () => {
    const { id } = await makeAccount(database().db)
    const { token } = await opened(id)
    for (let minute = 20; minute < 12 * 60; minute += 20)
      expect(await live(token, later(minute * 60))).toBeDefined()
    expect(await live(token, later(12 * 3600))).toBeUndefined()
  })

  it("ends with the account's suspension at the next request", async () => {
    const { id } = await makeAccount(database().db)
    const { token } = await opened(id)
    await database().owner`update accounts set state = 'suspended' where id = ${id}`
    expect(await live(token, later(1))).toBeUndefined()
  })

  it("is replaced by a new sign-in of the same browser", async () => {
    const { id } = await makeAccount(database().db)
    const first = await opened(id)
    const second = await opened(id, { replaces: first.sessionId })
    expect(await live(first.token, later(1))).toBeUndefined()
    expect(await live(second.token, later(1))).toBeDefined()
  })

  it("is ended by signing out, with a record", async () => {
    const { id } = await makeAccount(database().db)
    const { token, sessionId } = await opened(id)
    expect((await execute(signOut, as(id, sessionId), {})).ok).toBe(true)
    expect(await live(token, later(1))).toBeUndefined()
    const events = await database().owner`select action from audit_events where subject_id = ${sessionId}`
    expect(events).toEqual([{ action: "sessions.sign-out" }])
    const nobody = { ...as(id, sessionId), actor: visitor }
    expect(await execute(signOut, nobody, {})).toEqual({ ok: false, refusal: { code: "forbidden" } })
  })
})

describe("one's own sessions", () => {
  it("are listed with the asking one marked, and those of others are not", async () => {
    const [mine, other] = [await makeAccount(database().db), await makeAccount(database().db)]
    const [here, there] = [await opened(mine.id), await opened(mine.id)]
    await opened(other.id)
    const result = await look(getMySessions, as(mine.id, here.sessionId), {})
    const shown = result.ok ? result.value.map((row) => [row.id, row.isThisOne]) : []
    expect(new Map(shown as [string, boolean][])).toEqual(
      new Map([
        [here.sessionId, true],
        [there.sessionId, false],
      ]),
    )
  })

  it("end one by one, while someone else's is answered as one that does not exist", async () => {
    const [mine, other] = [await makeAccount(database().db), await makeAccount(database().db)]
    const [here, there, foreign] = [await opened(mine.id), await opened(mine.id), await opened(other.id)]
    const end = (sessionId: string) => execute(endSession, as(mine.id, here.sessionId), { sessionId })
    expect((await end(there.sessionId)).ok).toBe(true)
    const no = { ok: false, refusal: { code: "sessions.not-yours" } }
    expect(await end(there.sessionId)).toEqual(no)
    expect(await end(foreign.sessionId)).toEqual(no)
    expect(await end("00000000-0000-4000-8000-000000000000")).toEqual(no)
    expect(await live(foreign.token, later(1))).toBeDefined()
    expect(await end("not a uuid")).toMatchObject({ refusal: { code: "invalid" } })
  })

  it("end all but the asking one", async () => {
    const { id } = await makeAccount(database().db)
    const [here, there, elsewhere] = [await opened(id), await opened(id), await opened(id)]
    expect(await execute(endOtherSessions, as(id, here.sessionId), {})).toEqual({
      ok: true,
      value: { ended: 2 },
    })
    expect(await live(here.token, later(1))).toBeDefined()
    expect(await live(there.token, later(1))).toBeUndefined()
    expect(await live(elsewhere.token, later(1))).toBeUndefined()
  })

  it("are each for one of the person's units, which he chooses and may change", async () => {
    const { id } = await makeAccount(database().db)
    const { token, sessionId } = await opened(id)
    const unit = (await makeUnitTree(database().db))["06360207"]
    const [mine] = await database().owner`
      insert into memberships (account_id, unit_id, post, staff_kind, state, valid_from)
      values (${id}, ${unit.id}, 'ทดสอบ', 'employee', 'active', '2026-01-01') returning id`
    const seat = { membershipId: mine?.id, unitId: unit.id, path: unit.path, level: "local", isAdmin: false }
    const context = as(id, sessionId)
    const choose = (membershipId: string) =>
      execute(
        chooseMembership,
        { ...context, actor: { ...context.actor, seats: [seat] } as unknown as Actor },
        { membershipId },
      )
    expect((await choose(seat.membershipId)).ok).toBe(true)
    expect((await live(token, later(1)))?.chosenMembershipId).toBe(seat.membershipId)
    expect(await choose("00000000-0000-4000-8000-000000000000")).toEqual({
      ok: false,
      refusal: { code: "sessions.no-such-seat" },
    })
  })
})
