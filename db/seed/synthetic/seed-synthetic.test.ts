import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { makeUnitTree } from "@/db/factories/unit-tree"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { verifyPassword } from "@/lib/crypto/password-hash"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { nationalIdPlace } from "@/lib/identity/places"
import { isNationalId } from "@/lib/identity/rules"
import { inventedPerson } from "./invent"
import { seedSynthetic } from "./seed-synthetic"

const database = useTestDatabase()
const now = new Date("2026-11-21T01:00:00Z")
const home = mkdtempSync(join(tmpdir(), "synthetic-"))
const heard: string[] = []
const seed = (accounts: number) =>
  seedSynthetic(database().portalUrl, {
    accounts,
    home,
    ring: keyRing(),
    now,
    onProgress: (line) => heard.push(line),
  })

beforeAll(async () => {
  await makeUnitTree(database().db)
  await database().owner`
    insert into systems (code, name_th, name_en, purpose_th, purpose_en, category, state, sort)
    values ('TEST', 'ทดสอบ', 'Test', 'ทดสอบ', 'Test', 'office', 'not-connected', 1)`
  await database().owner`
    insert into system_roles (system_code, key, name_th, name_en, certifies, sort)
    select 'TEST', 'role-' || n, 'บทบาท', 'Role', n = 5, n from generate_series(1, 5) n`
})
afterAll(() => rmSync(home, { recursive: true }))

async function numbers() {
  const [row] = await database().owner`
    select (select count(*)::int from accounts) as accounts, (select count(*)::int from persons) as persons,
      (select count(distinct unit_id)::int from memberships) as units, (select count(*)::int from grants) as grants,
      (select count(*)::int from admin_appointments) as admins`
  return row
}

describe("invented people in numbers", () => {
  it("are refused where the database is not a stamped demonstration's", async () => {
    await expect(seed(10)).rejects.toThrow(/stamped demonstration only/)
    await database().owner`insert into installation (mode, stamped_at) values ('demo', ${now})`
  })

  it("fill every unit, with rights and SSO Admins but none where the cast tells a story", async () => {
    expect(await seed(60)).toMatchObject({ before: 0, added: 60 })
    expect(await numbers()).toMatchObject({ accounts: 60, persons: 60, units: 11 })
    const admins = await database().owner`
      select u.code from admin_appointments a join memberships m on m.id = a.membership_id
      join units u on u.id = m.unit_id order by u.code`
    expect(admins.map((row) => row.code)).toEqual(["02360101", "06360301", "06400101", "3603", "40", "4001"])
    const [without] = await database().owner`
      select count(*)::int as n from memberships m where not exists
        (select 1 from grants g join system_roles r on r.id = g.system_role_id
         where g.membership_id = m.id and not r.certifies)`
    expect(without?.n).toBe(0)
    expect(heard).toEqual(["synthetic: 60 of 60 people"])
  })

  it("are added up to the number asked for, never twice, whoever runs it at once", async () => {
    const runs = await Promise.all([seed(100), seed(100)])
    expect(runs.map((run) => run.added).sort()).toEqual([0, 40])
    expect(await numbers()).toMatchObject({ accounts: 100, persons: 100 })
    expect(await seed(50)).toMatchObject({ added: 0 })
  })

  it("have their numbers sealed for real, and one password hashed once", async () => {
    const { password } = await seed(100)
    const rows = await database().owner<{ id: string; sealed: Buffer; username: string; hash: string }[]>`
      select p.id, p.national_id_sealed as sealed, a.username, a.password_hash as hash
      from accounts a join persons p on p.id = a.person_id order by a.username`
    for (const [at, row] of rows.entries()) {
      const { nationalId, username } = inventedPerson(at + 1)
      expect(row.username).toBe(username)
      expect(open(keyRing(), nationalIdPlace(row.id), row.sealed)).toBe(nationalId)
      expect(isNationalId(nationalId)).toBe(true)
    }
    expect(new Set(rows.map((row) => row.hash)).size).toBe(1)
    expect(await verifyPassword(rows[0]?.hash ?? "", password)).toBe(true)
  })

  it("get a new password when the home lost the old one", async () => {
    rmSync(join(home, "synthetic.json"))
    const { password } = await seed(101)
    const hashes = await database().owner<
      { hash: string }[]
    >`select distinct password_hash as hash from accounts`
    expect(hashes).toHaveLength(1)
    expect(await verifyPassword(hashes[0]?.hash ?? "", password)).toBe(true)
  })
})
