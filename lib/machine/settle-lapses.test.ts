import { setTimeout } from "node:timers/promises"
import { beforeAll, describe, expect, it } from "vitest"
import { rightsSteps } from "@/db/testing/rights-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { readFeed } from "./read-feed"
import { settleLapses } from "./settle-lapses"

const test = useTestDatabase()
const { admin, system } = rightsSteps(test)

let roles: Awaited<ReturnType<typeof system>>

beforeAll(async () => {
  roles = await system()
})

const membershipOf = (one: AccountActor) => one.seats[0]?.membershipId ?? ""
const at = (text: string) => settleLapses(test().db, new Date(text))

/** Somebody with these roles, and where the feed stands since. */
async function holder(...held: string[]) {
  const one = await admin("06360207")
  for (const role of held)
    await test().owner`insert into grants (membership_id, system_role_id, state, state_changed_at, granted_at)
      values (${membershipOf(one)}, ${role}, 'active', now(), now())`
  const { next: after } = await feed(0)
  const since = async () =>
    (await feed(after)).entries.map(({ kind, accountId, roles: keys, validUntil }) =>
      [kind, ...(accountId === one.accountId ? [] : ["another"]), ...keys, validUntil].join(" "),
    )
  return { id: membershipOf(one), since }
}

const feed = (after: number) => readFeed(test().db, { systemCode: roles.code, after, limit: 500 })

describe("what ends by the calendar", () => {
  it("is told by the feed on the next day, once, however many look, and again where the day is moved", async () => {
    const { owner } = test()
    const { id, since } = await holder(roles.recorder, roles.viewer)
    const until = (day: string) =>
      owner`update grants set valid_until = ${day} where membership_id = ${id} and system_role_id = ${roles.recorder}`
    await until("2026-12-10")
    await at("2026-12-10T23:59:59+07:00")
    expect(await since()).toEqual(["grant-changed recorder 2026-12-10"])
    await Promise.all([1, 2, 3, 4].map(() => at("2026-12-11T00:00:00+07:00")))
    await until("2026-12-20")
    await at("2026-12-20T12:00:00+07:00")
    await at("2026-12-24T00:00:00+07:00")
    await owner`update memberships set valid_until = '2026-12-31' where id = ${id}`
    await at("2027-01-03T00:00:00+07:00")
    await at("2027-01-04T00:00:00+07:00")
    expect((await since()).slice(1)).toEqual([
      "grant-lapsed recorder 2026-12-10",
      "grant-changed recorder 2026-12-20",
      "grant-lapsed recorder 2026-12-20",
      "membership-changed recorder viewer 2026-12-31",
      "membership-lapsed recorder viewer 2026-12-31",
    ])
  })

  it("is not told of what is withdrawn or ended already, and of no other system", async () => {
    const { owner } = test()
    const [gone, left, other] = [await holder(roles.viewer), await holder(roles.viewer), await system()]
    const elsewhere = await holder(other.viewer)
    for (const { id } of [gone, left, elsewhere])
      await owner`update grants set valid_until = '2027-02-01' where membership_id = ${id}`
    await owner`update grants set state = 'withdrawn' where membership_id = ${gone.id}`
    await owner`update memberships set state = 'ended' where id = ${left.id}`
    const { next: after } = await feed(0)
    await at("2027-02-02T00:00:00+07:00")
    expect((await feed(after)).entries).toEqual([])
  })

  it("is not told of a day that somebody moves in the same moment", async () => {
    const { owner } = test()
    const { id, since } = await holder(roles.certifier)
    await owner`update grants set valid_until = '2027-03-10' where membership_id = ${id}`
    let telling: Promise<boolean> | undefined
    await owner.begin(async (sql) => {
      await sql`update grants set valid_until = '2027-06-30' where membership_id = ${id}`
      telling = at("2027-03-11T00:00:00+07:00")
      await setTimeout(100)
    })
    await telling
    expect(await since()).toEqual([
      "grant-changed certifier 2027-03-10",
      "grant-changed certifier 2027-06-30",
    ])
  })
})
