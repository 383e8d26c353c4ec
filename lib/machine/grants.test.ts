import { setTimeout } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { z } from "zod"
import { blankHeld, FeedFollower, toldHeld } from "@/db/testing/feed-follower"
import { bothScopes as both, machineSteps } from "@/db/testing/machine-steps"
import { OidcStage } from "@/db/testing/oidc-stage"
import { rightsSteps } from "@/db/testing/rights-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import type { changesAnswer, grantAnswer } from "./schema"

const test = useTestDatabase()
const stage = new OidcStage(test)
const { admin, system } = rightsSteps(test)
const steps = machineSteps(test, stage)

type Held = z.output<typeof grantAnswer>
type Page = { grants: Held[]; next: string | null; changesAfter: string }

let roles: Awaited<ReturnType<typeof system>>
let token: string
let close: () => Promise<void>
const people: AccountActor[] = []
const membershipOf = (one: AccountActor) => one.seats[0]?.membershipId ?? ""

beforeAll(async () => {
  close = await steps.open()
  roles = await system()
  token = await steps.tokenOf(await stage.client(roles.code, { machineScopes: both }))
  for (let nth = 0; nth < 6; nth++) people.push(await admin("06360207"))
})
afterAll(() => close())

const get = (name: "grants" | "changes", query = "", bearer = token) => steps.get(name, query, { bearer })
const read = async (after: string) =>
  (await get("changes", `?after=${after}&limit=50`)).body as z.output<typeof changesAnswer>
const page = async (query: string, bearer = token) => (await get("grants", query, bearer)).body as Page

async function give(one: AccountActor, role: string) {
  await test().owner`insert into grants (membership_id, system_role_id, state, state_changed_at, granted_at)
    values (${membershipOf(one)}, ${role}, 'active', now(), now())`
}

/** The whole list, page by page, with something done between the pages. */
async function all(limit: number, between: () => Promise<void> = async () => undefined) {
  const held: Held[] = []
  let last: Page
  let query = `?limit=${limit}`
  do {
    last = await page(query)
    held.push(...last.grants)
    query = `?limit=${limit}&after=${last.next}`
    await between()
  } while (last.next !== null)
  return { held, changesAfter: last.changesAfter }
}

const random = (seed: number) => {
  let at = seed
  return (most: number) => {
    at = (at * 48_271) % 2_147_483_647
    return at % most
  }
}

/** Somebody's rights are given, taken, moved and dated, in transactions that take their time. */
async function stir(one: AccountActor, below: (most: number) => number, turns: number): Promise<void> {
  const id = membershipOf(one)
  const code = below(2) === 0 ? "06360301" : "06360207"
  for (let turn = 0; turn < turns; turn++) {
    const role = [roles.recorder, roles.certifier, roles.viewer][below(3)] ?? ""
    await test().owner.begin(async (sql) => {
      const steps = [
        () => sql`insert into grants (membership_id, system_role_id, state, state_changed_at, granted_at)
          select ${id}, ${role}, 'active', now(), now() from memberships m join accounts a on a.id = m.account_id
          where m.id = ${id} and m.state = 'active' and a.state = 'active' on conflict do nothing`,
        () => sql`update grants set state = case state when 'active' then 'suspended' else 'active' end
          where membership_id = ${id} and system_role_id = ${role} and state <> 'withdrawn'`,
        () =>
          sql`update grants set state = 'withdrawn' where membership_id = ${id} and system_role_id = ${role}`,
        () => sql`update grants set valid_until = date '2027-01-01' + ${below(9)}::int
          where membership_id = ${id} and state <> 'withdrawn'`,
        () => sql`update memberships set state = case state when 'active' then 'suspended' else 'active' end
          where id = ${id}`,
        () => sql`update accounts set state = case state when 'active' then 'locked' else 'active' end
          where id = ${one.accountId}`,
        () =>
          sql`update memberships set unit_id = (select id from units where code = ${code}) where id = ${id}`,
      ] as const
      await steps[[0, 0, 0, 1, 2, 3, 4, 5, 6][below(9)] ?? 0]?.()
      await sql`select pg_sleep(${below(3) / 1000})`
    })
  }
}

describe("the list of rights", () => {
  it("tells each once, page by page, as it stands, and none of another system", async () => {
    const [one, two, three] = people
    if (!one || !two || !three) throw new Error("nobody is there")
    const other = await system()
    for (const role of [roles.recorder, roles.viewer, other.viewer]) await give(one, role)
    for (const each of [two, three]) await give(each, roles.viewer)
    const { owner } = test()
    await owner`update memberships set valid_until = '2026-11-01' where id = ${membershipOf(two)}`
    await owner`update accounts set state = 'locked' where id = ${three.accountId}`
    await owner`update grants set state = 'withdrawn' where system_role_id = ${roles.recorder}`
    stage.now = new Date("2026-11-22T00:00:00Z")
    token = await steps.tokenOf(await stage.client(roles.code, { machineScopes: both }))
    const { held } = await all(1)
    expect(held).toHaveLength(3)
    expect(held).toContainEqual({
      ...blankHeld(one.accountId, "06360207", "viewer"),
      membershipFrom: expect.any(String),
    })
    const over = { membershipUntil: "2026-11-01", isInForce: false }
    expect(held).toContainEqual(
      expect.objectContaining({ sub: two.accountId, membership: "active", ...over }),
    )
    const locked = { account: "locked", isInForce: false }
    expect(held).toContainEqual(expect.objectContaining({ sub: three.accountId, ...locked }))
    const agency = await stage.client(roles.code, { machineScopes: both, sector: "agency.example" })
    const theirs = await page("", await steps.tokenOf(agency))
    expect(theirs.grants.map(({ sub }) => sub).join(" ")).not.toContain(one.accountId)
    const narrow = await stage.client(roles.code, { machineScopes: ["directory.read"] })
    expect((await get("grants", "", await steps.tokenOf(narrow))).status).toBe(403)
    for (const bad of ["?after=1", "?after=1-x", "?after=%27-", "?limit=501"])
      expect((await get("grants", bad)).status, bad).toBe(400)
    await owner`update accounts set state = 'active' where id = ${three.accountId}`
  })

  it("leads who joins late to where the feed goes on, with nothing lost or wrong while others write", async () => {
    const below = random(5)
    let isOver = false
    const writing = Promise.all(people.map((one, nth) => stir(one, random(nth + 11), 25))).then(() => {
      isOver = true
    })
    const followers: FeedFollower[] = []
    const doubled: number[] = []
    while (!isOver) {
      const { held, changesAfter } = await all(1 + below(4), () => setTimeout(below(4)))
      const follower = new FeedFollower(held, changesAfter, read)
      followers.push(follower)
      doubled.push(await follower.follow())
    }
    await writing
    const { held } = await all(500)
    expect(held.length).toBeGreaterThan(3)
    expect(doubled.some((count) => count > 0)).toBe(true)
    for (const follower of followers) {
      await follower.follow()
      expect(follower.told()).toEqual(toldHeld(held))
    }
  })
})
