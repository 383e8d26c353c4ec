import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { pdf } from "@/db/factories/pdf"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { type Actor, type DepartmentRole, departmentRoles, type UnitLevel, visitor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { publishVersion } from "@/lib/manuals/publish-version"

const test = useTestDatabase()
const now = new Date("2026-11-21T02:00:00Z")
const id = "00000000-0000-4000-8000-000000000001"

function seated(path: string, level: UnitLevel): Actor {
  const seat = { membershipId: id, unitId: id, path, level, isAdmin: true }
  return { kind: "account", accountId: id, sessionId: id, seats: [seat], roles: [] }
}

/** Everyone who may come: SSO Admins by where they stand, the Department's five roles, and nobody in particular. */
const people: Record<string, Actor> = {
  visitor,
  "unit's SSO Admin": seated("1/36/2/7/", "local"),
  "district SSO Admin": seated("1/36/2/", "district"),
  "provincial SSO Admin": seated("1/36/", "province"),
  ...Object.fromEntries(
    departmentRoles.map((role: DepartmentRole) => [
      role,
      { kind: "account", accountId: id, sessionId: id, seats: [], roles: [role] } satisfies Actor,
    ]),
  ),
}

// Typed from the product page: who may, by command. Manuals belong to no unit, so own, below, above and elsewhere are
// one cell. `forbidden` is the no of powers; any other answer means that the power was there.
const expected: Record<string, readonly string[]> = { "manuals.publish": ["officer"] }

const trials: Record<string, (actor: Actor) => Promise<string>> = {
  "manuals.publish": async (actor) => {
    const context = { db: test().db, actor, now, requestId: "matrix" }
    const input = { slug: "no-such-manual", expectedVersion: 0, note: "", file: pdf() }
    const answer = await execute(publishVersion, context, input)
    return answer.ok ? "done" : answer.refusal.code
  },
}

/** Commands about oneself: signing in and one's own sessions need no power over anyone. */
const ownAffairs = [
  "sessions.end",
  "sessions.end-others",
  "sessions.sign-out",
  "signin.accept-duties",
  "signin.code",
  "signin.password",
  "signin.resend-code",
]

/** Rows of the table that no command of this stage carries out; each moves to `expected` with its command. */
const noCommandYet = [
  "memberships.manage",
  "registrations.decide",
  "orders.decide",
  "activation-codes.issue",
  "rights.see",
  "unit-data.edit",
  "notices.publish",
  "closures.plan",
  "systems.manage",
  "audit.read",
  "why.see",
  "department.appoint",
]

function commandNames(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === "faults" ? [] : commandNames(path)
    if (!entry.name.endsWith(".ts") || entry.name.endsWith(".test.ts")) return []
    const text = readFileSync(path, "utf8")
    return [...text.matchAll(/\bcommand\(\{\s*name: "([^"]+)"/g)].map((match) => match[1] ?? "")
  })
}

describe("the matrix of powers", () => {
  it("tries every command that there is, or knows it as one's own affair", () => {
    const names = commandNames(join(import.meta.dirname, ".."))
    expect(names.toSorted()).toEqual([...Object.keys(trials), ...ownAffairs].toSorted())
    expect(Object.keys(trials)).toEqual(Object.keys(expected))
    expect(noCommandYet.filter((action) => names.includes(action))).toEqual([])
  })

  const cells = Object.keys(trials).flatMap((name) => Object.keys(people).map((who) => [name, who] as const))
  it.each(cells)("%s by %s is answered as the product page says", async (name, who) => {
    const answer = await trials[name]?.(people[who] ?? visitor)
    if (expected[name]?.includes(who)) expect(answer).not.toBe("forbidden")
    else expect(answer).toBe("forbidden")
  })
})
