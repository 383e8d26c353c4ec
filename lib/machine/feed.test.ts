import { setTimeout } from "node:timers/promises"
import { beforeAll, describe, expect, it } from "vitest"
import { listFeed, purgeFeed } from "@/db/queries/machine"
import { rightsSteps } from "@/db/testing/rights-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { readFeed } from "./read-feed"

const test = useTestDatabase()
const { admin, system, does, alsoIn } = rightsSteps(test)

type Roles = Awaited<ReturnType<typeof system>>
let roles: Roles
let other: Roles
let head: AccountActor

beforeAll(async () => {
  roles = await system()
  other = await system()
  head = await admin("06360207")
})

const end = async () => (await readFeed(test().db, { systemCode: roles.code, after: 0, limit: 500 })).next
const since = async (after: number, systemCode = roles.code) => {
  const { entries } = await readFeed(test().db, { systemCode, after, limit: 500 })
  return entries.map(({ kind, roles: keys, unitCode, formerUnitCode }) => ({
    kind,
    keys,
    unitCode,
    formerUnitCode,
  }))
}
const kinds = async (after: number) => (await since(after)).map(({ kind }) => kind)
const membershipOf = (one: AccountActor) => one.seats[0]?.membershipId ?? ""

describe("what happens to rights", () => {
  it("stands in the feed of the system that it concerns, and in no other's", async () => {
    const one = await admin("06360207")
    const [from, elsewhere] = [await end(), await since(0, other.code)]
    expect(await does(head, "grant", one, roles.recorder)).toMatchObject({ ok: true })
    expect(await does(head, "withdraw", one, roles.recorder)).toMatchObject({ ok: true })
    expect(await does(head, "restore", one, roles.recorder)).toMatchObject({ ok: true })
    const owner = test().owner
    await owner`update grants set valid_until = '2027-01-31' where membership_id = ${membershipOf(one)}`
    await owner`update grants set last_used_at = now() where membership_id = ${membershipOf(one)}`
    await owner`update grants set state = 'withdrawn' where membership_id = ${membershipOf(one)}`
    const told = await since(from)
    expect(told.map(({ kind }) => kind)).toEqual([
      "grant-granted",
      "grant-suspended",
      "grant-restored",
      "grant-changed",
      "grant-withdrawn",
    ])
    expect(told[0]).toEqual({
      kind: "grant-granted",
      keys: ["recorder"],
      unitCode: "06360207",
      formerUnitCode: null,
    })
    expect(await since(0, other.code)).toEqual(elsewhere)
  })

  it("is followed by what happens to the membership and the account, while a right is left", async () => {
    const one = await admin("06360207")
    await does(head, "grant", one, roles.recorder)
    await does(head, "grant", one, roles.viewer)
    const from = await end()
    const owner = test().owner
    const id = membershipOf(one)
    for (const state of ["suspended", "active"])
      await owner`update memberships set state = ${state} where id = ${id}`
    for (const state of ["locked", "active", "suspended", "active", "closed"])
      await owner`update accounts set state = ${state} where id = ${one.accountId}`
    await owner`update accounts set email = 'x@officials.example' where id = ${one.accountId}`
    await owner`update memberships set state = 'ended' where id = ${id}`
    expect(await kinds(from)).toEqual([
      "membership-suspended",
      "membership-restored",
      "account-locked",
      "account-restored",
      "account-suspended",
      "account-restored",
      "account-closed",
      "membership-ended",
    ])
    expect((await since(from))[0]?.keys).toEqual(["recorder", "viewer"])
  })

  it("is told of a person who moves and of a unit whose code changes, by both codes", async () => {
    const one = await alsoIn(await admin("06360207"), "06360301")
    const owner = test().owner
    await owner`insert into grants (membership_id, system_role_id, state, state_changed_at, granted_at)
      values (${membershipOf(one)}, ${roles.viewer}, 'active', now(), now())`
    const from = await end()
    await owner`update memberships set unit_id = (select id from units where code = '05360204')
      where id = ${membershipOf(one)}`
    await owner`update units set code = '04360204' where code = '05360204'`
    expect(await since(from)).toEqual([
      { kind: "membership-moved", keys: ["viewer"], unitCode: "05360204", formerUnitCode: "06360301" },
      { kind: "unit-changed", keys: [], unitCode: "04360204", formerUnitCode: "05360204" },
    ])
    await owner`update units set code = '05360204' where code = '04360204'`
  })

  it("is not told of what was undone", async () => {
    const one = await admin("06360207")
    const from = await end()
    await test()
      .owner.begin(async (tx) => {
        await tx`insert into grants (membership_id, system_role_id, state, state_changed_at, granted_at)
          values (${membershipOf(one)}, ${roles.viewer}, 'active', now(), now())`
        throw new Error("undone")
      })
      .catch(() => undefined)
    expect(await since(from)).toEqual([])
  })
})

describe("the feed", () => {
  it("has no gap for who reads while many write, commit late and undo", async () => {
    const { owner, db } = test()
    const people = await Promise.all(Array.from({ length: 8 }, () => admin("06360207")))
    const from = await end()
    const writing = people.map(async (one, nth) => {
      for (let turn = 0; turn < 12; turn++) {
        const late = ((nth * 7 + turn * 5) % 12) / 1000
        await owner
          .begin(async (tx) => {
            await tx`insert into grants (membership_id, system_role_id, state, state_changed_at, granted_at)
              values (${membershipOf(one)}, ${roles.certifier}, 'active', now(), now())`
            await tx`select pg_sleep(${late})`
            await tx`update grants set state = 'withdrawn' where membership_id = ${membershipOf(one)} and state = 'active'`
            if ((nth + turn) % 5 === 0) throw new Error("undone")
          })
          .catch(() => undefined)
      }
    })
    const seen: number[] = []
    let isOver = false
    const reading = (async () => {
      let after = from
      for (let last = false; !last; ) {
        last = isOver
        const { entries, next } = await readFeed(db, { systemCode: roles.code, after, limit: 7 })
        seen.push(...entries.map(({ position }) => position))
        if (entries.length > 0) last = false
        after = next
        await setTimeout(1)
      }
    })()
    await Promise.all(writing)
    isOver = true
    await reading
    const all = await listFeed(db, {
      systemCode: roles.code,
      after: from,
      upTo: Number.MAX_SAFE_INTEGER,
      limit: 10_000,
    })
    const committed =
      8 * 12 -
      Array.from({ length: 96 }, (_, i) => (i % 8) + Math.floor(i / 8)).filter((n) => n % 5 === 0).length
    expect(all).toHaveLength(2 * committed)
    expect(seen).toEqual(all.map(({ position }) => position))
  })

  it("gives places once, however many look at the same moment", async () => {
    const one = await admin("06360207")
    const from = await end()
    for (const role of [roles.viewer, roles.recorder]) await does(head, "grant", one, role)
    const looks = await Promise.all(
      Array.from({ length: 8 }, () =>
        readFeed(test().db, { systemCode: roles.code, after: from, limit: 50 }),
      ),
    )
    expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(1)
    expect(looks[0]?.entries).toHaveLength(2)
  })

  it("leads a system past what concerns others, and never back when old entries go", async () => {
    const one = await admin("06360207")
    await does(head, "grant", one, other.viewer)
    const { entries, next } = await readFeed(test().db, {
      systemCode: roles.code,
      after: await end(),
      limit: 5,
    })
    expect(entries).toEqual([])
    await purgeFeed(test().db, new Date(Date.now() + 60_000))
    const kept = await test().owner`select position from system_changes`
    expect(kept.map(({ position }) => Number(position))).toEqual([next])
    await does(head, "withdraw", one, other.viewer)
    const later = await readFeed(test().db, { systemCode: other.code, after: next, limit: 5 })
    expect(later.entries.map(({ position }) => position)).toEqual([next + 1])
  })
})
