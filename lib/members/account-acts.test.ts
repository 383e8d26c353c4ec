import { beforeAll, describe, expect, it } from "vitest"
import { memberships } from "@/db/schema/access"
import { memberNow, memberSteps } from "@/db/testing/member-steps"
import { recoverySteps } from "@/db/testing/recovery-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { closeAccount } from "./close-account"
import { endUserSessions } from "./end-user-sessions"
import { restoreAccount } from "./restore-account"
import { restoreLapsed } from "./restore-lapsed"
import { suspendAccount } from "./suspend-account"

const test = useTestDatabase()
const { at, inCharge, member, ofDepartment, unitOf } = memberSteps(test)
const { mailed } = recoverySteps(test)
const unitCode = "05360204"
const none = { day: "", month: "", year: "" }
let boss: AccountActor
beforeAll(async () => {
  boss = await inCharge(unitCode)
})

const on = (who: { readonly membershipId: string }) => ({
  unitCode,
  membershipId: who.membershipId,
  version: 1,
})
const acts = {
  suspend: (who: { membershipId: string }, actor: AccountActor, more: object = {}) =>
    execute(suspendAccount, at(actor), { ...on(who), reason: "x", until: none, ...more }),
  restore: (who: { membershipId: string }, actor: AccountActor) =>
    execute(restoreAccount, at(actor), on(who)),
  close: (who: { membershipId: string }, actor: AccountActor, more: object = {}) =>
    execute(closeAccount, at(actor), { ...on(who), reason: "x", ...more }),
  sessions: (who: { membershipId: string }, actor: AccountActor) =>
    execute(endUserSessions, at(actor), on(who)),
}
const say = (answer: { ok: boolean; refusal?: { code: string } }) =>
  answer.ok ? "done" : answer.refusal?.code
const stateOf = async (id: string) => {
  const [row] = await test().owner`select a.state, a.suspended_until::text as until,
      (select count(*)::int from sessions s where s.account_id = a.id and s.revoked_at is null) as sessions,
      (select count(*)::int from memberships m where m.account_id = a.id and m.state <> 'ended') as memberships
    from accounts a where a.id = ${id}`
  return row
}
const signIn = (id: string) => test().owner`
  insert into sessions (token_hash, account_id, acr, amr, authenticated_at, last_seen_at, idle_seconds, expires_at,
    shared_computer, user_agent)
  values (gen_random_uuid()::text::bytea, ${id}, 'a', '{pwd}', ${memberNow}, ${memberNow}, 1800,
    now() + interval '1 day', false, '')`

/** Somebody of this unit and of another one. */
async function ofTwo(other: "06360207" | "06400101") {
  const person = await member(unitCode)
  const { id: unitId } = await unitOf(other)
  const seat = { accountId: person.id, unitId, post: "x", staffKind: "employee", state: "active" } as const
  await test()
    .db.insert(memberships)
    .values({ ...seat, validFrom: "2026-01-01" })
  return person
}

describe("an account as a whole", () => {
  it("is suspended and restored by who has power over all its memberships; sessions end, the owner is told", async () => {
    const person = await member(unitCode)
    await signIn(person.id)
    expect(say(await acts.suspend(person, boss))).toBe("done")
    expect(await stateOf(person.id)).toMatchObject({ state: "suspended", sessions: 0, memberships: 1 })
    expect(say(await acts.suspend(person, boss))).toBe("members.stale")
    expect(say(await acts.restore(person, boss))).toBe("done")
    expect(say(await acts.restore(person, boss))).toBe("members.stale")
    expect((await mailed(person.email)).map(({ props }) => props.kind).toSorted()).toEqual([
      "account-restored",
      "account-suspended",
    ])
  })

  it("is beyond the admin of one of its two units, but not beyond the office above both", async () => {
    const [near, far] = [await ofTwo("06360207"), await ofTwo("06400101")]
    const district = await inCharge("3602")
    for (const act of Object.values(acts)) {
      expect(say(await act(near, boss))).toBe("access.beyond-account")
      expect(say(await act(far, district))).toBe("access.beyond-account")
      expect(say(await act({ membershipId: boss.seats[0]?.membershipId ?? "" }, boss))).toBe(
        "access.own-account",
      )
    }
    expect(say(await acts.suspend(near, district))).toBe("done")
    const officer = { ...(await ofDepartment("officer")), steppedUpAt: memberNow }
    expect(say(await acts.suspend(far, officer))).toBe("done")
    expect(say(await acts.suspend(far, { ...(await ofDepartment("auditor")), steppedUpAt: memberNow }))).toBe(
      "forbidden",
    )
  })

  it("is closed with all its memberships, offers and sessions", async () => {
    const person = await ofTwo("06360207")
    await signIn(person.id)
    const district = await inCharge("3602")
    expect(say(await acts.close(person, district))).toBe("done")
    expect(await stateOf(person.id)).toMatchObject({ state: "closed", sessions: 0, memberships: 0 })
    expect(say(await acts.close(person, district))).toBe("access.beyond-account")
  })

  it("is signed out everywhere", async () => {
    const person = await member(unitCode)
    await signIn(person.id)
    await signIn(person.id)
    expect(await acts.sessions(person, boss)).toMatchObject({ ok: true, value: { ended: 2 } })
    expect(await stateOf(person.id)).toMatchObject({ state: "active", sessions: 0 })
  })

  it("of a last SSO Admin goes only when that is known; a suspension ends with its last day", async () => {
    const only = await inCharge("06360301")
    const who = { unitCode: "06360301", membershipId: only.seats[0]?.membershipId ?? "" }
    const above = await inCharge("36")
    expect(say(await acts.suspend(who, above, who))).toBe("members.last-admin")
    expect(say(await acts.close(who, above, who))).toBe("members.last-admin")
    const until = { day: "22", month: "11", year: "2569" }
    expect(say(await acts.suspend(who, above, { ...who, until, knowsLast: "1" }))).toBe("done")
    await restoreLapsed(test().db, new Date("2026-11-22T17:00:00Z"))
    expect(await stateOf(only.accountId)).toMatchObject({ state: "active", until: null })
    const over = { day: "20", month: "11", year: "2569" }
    expect(say(await acts.suspend(who, above, { ...who, until: over, knowsLast: "1" }))).toBe(
      "members.day-over",
    )
  })
})
