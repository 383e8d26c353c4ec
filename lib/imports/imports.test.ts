import { beforeAll, describe, expect, it } from "vitest"
import { codeOf, importedInto, importLine, importSteps } from "@/db/testing/import-steps"
import { memberSteps } from "@/db/testing/member-steps"
import { rightsSteps } from "@/db/testing/rights-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { acceptOffer } from "@/lib/members/accept-offer"
import { applyRow } from "./apply-row"

const test = useTestDatabase()
const { inCharge, member, self } = memberSteps(test)
const { system, stateOf } = rightsSteps(test)
const { at, judged, start, undo, worked, rowsOf, stateOfBatch } = importSteps(test, "T-IMPORT")
let boss: AccountActor
let info: Awaited<ReturnType<typeof system>>

beforeAll(async () => {
  boss = await inCharge(importedInto)
  info = await system({ code: "T-IMPORT" })
})

describe("applying", () => {
  it("invites, changes, gives roles, and does it once", async () => {
    const known = await member(importedInto)
    const id = await judged(
      [
        importLine({ 13: "recorder" }),
        importLine({ 0: known.nationalId, 4: "ผู้อำนวยการกอง", 13: "viewer" }),
        importLine({ 0: boss.accountId }),
      ],
      boss,
    )
    expect(await start(id, boss)).toBe("done")
    expect(await start(id, boss)).toBe("imports.not-now")
    await worked()
    expect(await stateOfBatch(id)).toBe("applied")
    const [first, second] = await rowsOf(id)
    expect([first?.state, first?.roles_state, second?.state]).toEqual(["done", "waiting", "done"])
    const [changed] = await test()
      .owner`select post, version from memberships where id = ${known.membershipId}`
    expect(changed).toEqual({ post: "ผู้อำนวยการกอง", version: 2 })
    const person = {
      ...self(known.id),
      seats: [{ membershipId: known.membershipId }],
    } as unknown as AccountActor
    expect(await stateOf(person, info.viewer)).toBe("active")
    const events = await test().owner`select action, actor_id from audit_events
      where detail->>'batch' = ${id} order by detail->>'row'`
    expect(events.map(({ action, actor_id }) => [action, actor_id])).toEqual([
      ["imports.apply-row", boss.accountId],
      ["imports.apply-row", boss.accountId],
    ])
    expect(await undo(id, boss)).toBe("done")
    await worked()
    expect(await stateOfBatch(id)).toBe("undone")
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(["undone", "undone", "failed"])
    expect(await stateOf(person, info.viewer)).toBe("suspended")
    const [back] = await test().owner`select post from memberships where id = ${known.membershipId}`
    expect(back?.post).toBe("นักวิชาการ")
    const [offer] = await test()
      .owner`select state from membership_offers where id = ${first?.offer_id ?? null}`
    expect(offer?.state).toBe("withdrawn")
  })

  it("gives the roles of somebody new when he has accepted, and keeps him when it is undone", async () => {
    const elsewhere = await member("06360207")
    const id = await judged([importLine({ 0: elsewhere.nationalId, 13: "recorder" })], boss)
    await start(id, boss)
    await worked()
    const [row] = await rowsOf(id)
    await execute(acceptOffer, at(self(elsewhere.id)), { offerId: row?.offer_id })
    await worked()
    expect((await rowsOf(id))[0]).toMatchObject({ roles_state: "given" })
    const granted = () => test()
      .owner`select g.state from grants g join memberships m on m.id = g.membership_id
      where m.account_id = ${elsewhere.id} and g.system_role_id = ${info.recorder}`
    expect(await granted()).toEqual([{ state: "active" }])
    await undo(id, boss)
    await worked()
    expect((await rowsOf(id))[0]).toMatchObject({ state: "kept", outcome: "imports.accepted" })
    expect(await granted()).toEqual([{ state: "suspended" }])
  })

  it("gives a role until its own last day, and the others until that of the row", async () => {
    const known = await member(importedInto)
    const cells = { 0: known.nationalId, 12: "1/1/2571", 13: "recorder (ถึง 30/09/2570), viewer" }
    const id = await judged([importLine(cells)], boss)
    await start(id, boss)
    await worked()
    expect((await rowsOf(id)).map(({ state, outcome }) => [state, outcome])).toEqual([["done", ""]])
    const given = await test().owner`select system_role_id as role, valid_until::text as day from grants
      where membership_id = ${known.membershipId}`
    expect(new Map(given.map(({ role, day }) => [role, day]))).toEqual(
      new Map([
        [info.recorder, "2027-09-30"],
        [info.viewer, "2028-01-01"],
      ]),
    )
  })

  it("undoes nothing that somebody changed since", async () => {
    const known = await member(importedInto)
    const id = await judged([importLine({ 0: known.nationalId, 4: "ใหม่", 13: "viewer" })], boss)
    await start(id, boss)
    await worked()
    await test()
      .owner`update memberships set post = 'ใหม่กว่า', version = version + 1 where id = ${known.membershipId}`
    await test().owner`update grants set state_changed_at = state_changed_at + interval '1 second'
      where membership_id = ${known.membershipId}`
    await undo(id, boss)
    await worked()
    expect((await rowsOf(id))[0]).toMatchObject({ state: "kept", outcome: "imports.changed-since" })
    const [now] = await test().owner`select post from memberships where id = ${known.membershipId}`
    expect(now?.post).toBe("ใหม่กว่า")
  })

  it("tells of each row why it could not be done", async () => {
    const gone = await member(importedInto)
    const id = await judged(
      [importLine({ 0: gone.nationalId, 4: "ใหม่" }), importLine({ 0: "1" }), importLine({ 13: "viewer" })],
      boss,
    )
    await test().owner`update memberships set state = 'ended' where id = ${gone.membershipId}`
    await test()
      .owner`update import_rows set state = 'waiting', plan = 'create' where batch_id = ${id} and number = 3`
    await start(id, boss)
    await worked()
    await test()
      .owner`update membership_offers set state = 'declined' where id = ${(await rowsOf(id))[2]?.offer_id ?? null}`
    await worked()
    expect((await rowsOf(id)).map(({ outcome }) => outcome)).toEqual([
      "imports.member-gone",
      "imports.row-broken",
      "imports.not-accepted",
    ])
  })

  it("leaves roles as they are that somebody changed since", async () => {
    const known = await member(importedInto, { orderText: "ที่ ๑/๒๕๖๙" })
    const id = await judged([importLine({ 0: known.nationalId, 13: "viewer" })], boss)
    await start(id, boss)
    await worked()
    await test().owner`update grants set state_changed_at = state_changed_at + interval '1 second'
      where membership_id = ${known.membershipId}`
    await undo(id, boss)
    await worked()
    expect((await rowsOf(id))[0]).toMatchObject({ state: "kept", outcome: "imports.roles-changed-since" })
  })

  it("refuses the rest when who had it done has lost his power, and says so", async () => {
    const other = await inCharge(importedInto)
    const id = await judged([importLine(), importLine()], other)
    await start(id, other)
    await test()
      .owner`update admin_appointments set ended_at = now() where membership_id = ${other.seats[0]?.membershipId ?? null}`
    await worked()
    expect((await rowsOf(id)).map(({ state, outcome }) => [state, outcome])).toEqual([
      ["failed", "access.not-yours"],
      ["failed", "access.not-yours"],
    ])
    expect(await stateOfBatch(id)).toBe("applied")
  })

  it("is begun once, and taken back once, however many ask for it at the same moment", async () => {
    const id = await judged([importLine()], boss)
    const four = <T>(ask: () => Promise<T>) => Promise.all([ask(), ask(), ask(), ask()])
    const once = ["done", "imports.not-now", "imports.not-now", "imports.not-now"]
    expect((await four(() => start(id, boss))).toSorted()).toEqual(once)
    await worked()
    expect((await four(() => undo(id, boss))).toSorted()).toEqual(once)
    const begun = await test().owner`select action from audit_events
      where subject_id = ${id} and action in ('imports.apply', 'imports.undo') and refusal is null order by seq`
    expect(begun.map(({ action }) => action)).toEqual(["imports.apply", "imports.undo"])
  })

  it("two instances share the rows: each is applied once", async () => {
    const id = await judged(
      Array.from({ length: 12 }, () => importLine()),
      boss,
    )
    await start(id, boss)
    await Promise.all([worked(), worked(), worked()])
    expect((await rowsOf(id)).every(({ state }) => state === "done")).toBe(true)
    const [events] = await test().owner`select count(*)::int as count from audit_events
      where action = 'imports.apply-row' and detail->>'batch' = ${id}`
    expect(events?.count).toBe(12)
    const [row] = await test().owner`select id from import_rows where batch_id = ${id} limit 1`
    expect(codeOf(await execute(applyRow, at(boss), { rowId: row?.id }))).toBe("imports.row-taken")
  })
})
