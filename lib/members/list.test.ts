import { beforeAll, describe, expect, it } from "vitest"
import { memberNow, memberSteps } from "@/db/testing/member-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { type AccountActor, visitor } from "@/lib/kernel/actor"
import { look } from "@/lib/kernel/execute"
import { findUser } from "./find-user"
import { getUnitUser } from "./get-unit-user"
import { getUnitUsers } from "./get-unit-users"
import { usersPerPage } from "./rules"

const test = useTestDatabase()
const { admin, at, member, ofDepartment, unitOf } = memberSteps(test)
const unitCode = "06360207"
let boss: AccountActor
const people: Record<string, Awaited<ReturnType<typeof member>>> = {}

beforeAll(async () => {
  boss = await admin(unitCode)
  people.one = await member(unitCode, { given: "เก่ง", family: "กล้า", post: "นิติกร" })
  people.two = await member(unitCode, { given: "ขวัญ", family: "ใจ", staffKind: "employee" })
  people.gone = await member(unitCode, { given: "คนเก่า", family: "ไป", state: "ended" })
  people.late = await member(unitCode, { given: "งาน", family: "จบ", validUntil: "2026-11-20" })
  people.new = await member(unitCode, { given: "จะมา", family: "มา", validFrom: "2026-12-01" })
  people.shut = await member(unitCode, { given: "ฉลาด", family: "ล็อก", account: { state: "locked" } })
  people.elsewhere = await member("05360204", { given: "เก่ง", family: "ที่อื่น" })
  await test().owner`insert into sessions (token_hash, account_id, acr, amr, authenticated_at, last_seen_at,
      idle_seconds, expires_at, shared_computer, user_agent)
    values ('x', ${people.one.id}, 'a', '{pwd}', now(), ${memberNow}, 1800, now(), false, '')`
})

const list = async (more: object = {}, actor = boss) => {
  const answer = await look(getUnitUsers, at(actor), { unitCode, ...more })
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
const names = async (more: object) => (await list(more)).lines.map(({ name }) => name)

describe("the users of a unit", () => {
  it("are its own by name, with how each stands, and none who left", async () => {
    const { lines, total } = await list()
    expect(lines.map(({ name, standing }) => [name, standing])).toEqual([
      ["เก่ง กล้า", "active"],
      ["ขวัญ ใจ", "active"],
      ["งาน จบ", "over"],
      ["จะมา มา", "not-begun"],
      ["ฉลาด ล็อก", "account-locked"],
      ["ทดสอบ ระบบ", "active"],
    ])
    expect([total, lines.at(-1)?.isAdmin, lines[0]?.isAdmin]).toEqual([6, true, false])
  })

  it.each([
    [{ q: "เก่ง" }, ["เก่ง กล้า"]],
    [{ q: "กล้า นิติกร" }, ["เก่ง กล้า"]],
    [{ q: "100%" }, []],
    [{ state: "ended" }, ["คนเก่า ไป"]],
    [{ state: "account-locked" }, ["ฉลาด ล็อก"]],
    [{ kind: "employee" }, ["ขวัญ ใจ"]],
    [{ admin: "1" }, ["ทดสอบ ระบบ"]],
    [{ seen: "not", state: "active" }, ["ขวัญ ใจ", "ทดสอบ ระบบ"]],
    [{ q: ["เก่ง", "x"], state: "nonsense", after: "nonsense" }, ["เก่ง กล้า"]],
  ])("are filtered by %j", async (filters, expected) => {
    expect(await names(filters)).toEqual(expected)
  })

  it("are found by user name, but a 13-digit number never searches by the address", async () => {
    expect(await names({ q: people.two?.username })).toEqual(["ขวัญ ใจ"])
    const { filters, total } = await list({ q: people.two?.nationalId })
    expect([filters.q, total]).toEqual(["", 6])
  })

  it("go on page by page, each once", async () => {
    const other = await admin("06360301")
    for (let nth = 0; nth <= usersPerPage; nth += 1) await member("06360301", { given: `ก${nth % 7}` })
    const first = await list({ unitCode: "06360301" }, other)
    const second = await list({ unitCode: "06360301", after: first.next }, other)
    const seen = [...first.lines, ...second.lines].map(({ id }) => id)
    expect([first.lines.length, second.lines.length, second.next]).toEqual([usersPerPage, 2, undefined])
    expect([new Set(seen).size, first.total]).toEqual([usersPerPage + 2, usersPerPage + 2])
  }, 30_000)

  it("are seen, but not changed, by offices above and by the auditor; by nobody else", async () => {
    const may = async (actor: AccountActor) => {
      const answer = await look(getUnitUsers, at(actor), { unitCode })
      return answer.ok ? answer.value.unit.canManage : answer.refusal.code
    }
    expect(await may(boss)).toBe(true)
    expect(await may(await ofDepartment("officer"))).toBe(true)
    for (const actor of [await admin("3602"), await admin("36"), await ofDepartment("auditor")])
      expect(await may(actor)).toBe(false)
    for (const actor of [await admin("3603"), await admin(unitCode, false), await ofDepartment("helpdesk")])
      expect(await may(actor)).toBe("not-found")
    expect(await look(getUnitUsers, at(visitor), { unitCode })).toMatchObject({ ok: false })
  })
})

describe("a user of a unit", () => {
  const find = async (typed: string, actor = boss) => {
    const answer = await look(findUser, at(actor), { unitCode, typed })
    return answer.ok ? answer.value.id : answer.refusal.code
  }

  it("is found by his 13-digit number, with dashes and Thai digits, within the unit alone", async () => {
    const { nationalId = "", membershipId } = people.one ?? {}
    const thai = nationalId.replace(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[Number(digit)] ?? "")
    expect(await find(nationalId)).toBe(membershipId)
    expect(await find(`${thai.slice(0, 1)}-${thai.slice(1)}`)).toBe(membershipId)
    expect(await find(people.elsewhere?.nationalId ?? "")).toBe("members.no-such-user")
    expect(await find("1234567890123")).toBe("members.number-wrong")
    expect(await find(nationalId, await admin("3603"))).toBe("not-found")
  })

  it("is shown with number and address masked, and with what happened within this unit alone", async () => {
    const { id, membershipId, nationalId = "", email = "", unitId } = people.one ?? {}
    const elsewhere = (await unitOf("05360204")).id
    await test().owner`
      insert into audit_events (at, action, actor_kind, actor_id, subject_id, unit_id, request_id, detail)
      values (${memberNow}, 'recovery.ask', 'account', ${boss.accountId}, ${id ?? ""}, ${unitId ?? ""}, 'test', '{}'),
        (${memberNow}, 'recovery.ask', 'account', ${boss.accountId}, ${id ?? ""}, ${elsewhere}, 'test', '{}')`
    const answer = await look(getUnitUser, at(boss), { unitCode, membershipId })
    if (!answer.ok) throw new Error(answer.refusal.code)
    const { user, events, canActOnAccount } = answer.value
    expect([user.name, user.standing, canActOnAccount]).toEqual(["เก่ง กล้า", "active", true])
    expect(events.map(({ action, actor }) => [action, actor])).toEqual([["recovery.ask", "ทดสอบ ระบบ"]])
    expect(JSON.stringify(answer.value)).not.toContain(nationalId)
    expect(JSON.stringify(answer.value)).not.toContain(email)
    const other = { unitCode, membershipId: people.elsewhere?.membershipId }
    expect(await look(getUnitUser, at(boss), other)).toMatchObject({ ok: false })
  })
})
