import { sql } from "drizzle-orm"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { isWithinReach } from "@/lib/access/reach"
import { type Actor, departmentRoles, type Seat, visitor } from "@/lib/kernel/actor"
import { withinReach } from "./access"

const test = useTestDatabase()

/** A random tree as the paths of its units: each new unit hangs under one that is there, the first is the Department. */
const trees = fc.array(fc.nat(), { minLength: 3, maxLength: 40 }).map((parents) => {
  const paths = ["1/"]
  for (const [at, parent] of parents.entries()) {
    // Numbers that begin with one another (1, 11, 111) would show a prefix rule that forgets the slash.
    paths.push(`${paths[parent % paths.length]}${"1".repeat((at % 5) + 1)}${at % 3}/`)
  }
  return [...new Set(paths)]
})

const seat = (path: string, isAdmin: boolean): Seat => ({
  membershipId: "m",
  unitId: "u",
  path,
  level: "district",
  isAdmin,
})

const account = (seats: Seat[], roles: (typeof departmentRoles)[number][] = []): Actor => ({
  kind: "account",
  accountId: "a",
  sessionId: "s",
  seats,
  roles,
})

async function listed(actor: Actor, paths: readonly string[]): Promise<string[]> {
  const rows = await test().db.execute<{ path: string }>(
    sql`select t.path from unnest(${`{${paths.join(",")}}`}::text[]) as t(path) where ${withinReach(actor, sql`t.path`)}`,
  )
  return rows.map((row) => row.path)
}

describe("reach", () => {
  it("is the same in lists as in single answers, for every actor and unit of any tree", async () => {
    const picks = fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 4 })
    const roles = fc.option(fc.constantFrom(...departmentRoles), { freq: 5 })
    await fc.assert(
      fc.asyncProperty(trees, picks, roles, async (paths, chosen, role) => {
        const seats = chosen.map(([at, isAdmin]) => seat(paths[at % paths.length] ?? "1/", isAdmin))
        const actor = account(seats, role ? [role] : [])
        const expected = paths.filter((path) => isWithinReach(actor, path))
        expect((await listed(actor, paths)).sort()).toEqual(expected.sort())
      }),
      { numRuns: 200 },
    )
  })

  it("covers one's own unit and everything below, nothing above or beside", () => {
    const actor = account([seat("1/37/", true)])
    expect(["1/37/", "1/37/512/", "1/37/512/9/"].every((path) => isWithinReach(actor, path))).toBe(true)
    expect(["1/", "1/3/", "1/371/", "1/38/"].some((path) => isWithinReach(actor, path))).toBe(false)
  })

  it("is nothing for a visitor or a member without administration, and all for the Department's roles", () => {
    expect(isWithinReach(visitor, "1/")).toBe(false)
    expect(isWithinReach(account([seat("1/37/", false)]), "1/37/")).toBe(false)
    for (const role of departmentRoles) expect(isWithinReach(account([], [role]), "1/37/")).toBe(true)
  })
})
