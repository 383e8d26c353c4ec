import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { loadReference } from "@/db/reference/load"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { verifyPassword } from "@/lib/crypto/password-hash"
import { keyRing } from "@/lib/crypto/ring"
import { isNationalId } from "@/lib/identity/rules"
import { ensureCast } from "./ensure-cast"

const database = useTestDatabase()
const now = new Date("2026-11-21T01:00:00Z")
const home = mkdtempSync(join(tmpdir(), "cast-"))
const cast = () => ensureCast(database().db, { home, ring: keyRing(), now })

beforeAll(async () => {
  await loadReference(database().db, { now })
})
afterAll(() => rmSync(home, { recursive: true }))

/** Whether each card's password is the one whose hash the database holds, by mail address. */
async function wrongPasswords(cards: Awaited<ReturnType<typeof cast>>): Promise<string[]> {
  const rows = await database().owner<{ email: string; hash: string }[]>`
    select email, password_hash as hash from accounts where password_hash is not null`
  const hashes = new Map(rows.map((row) => [row.email, row.hash]))
  const open = cards.filter((card) => card.password !== null)
  const right = await Promise.all(
    open.map((card) => verifyPassword(hashes.get(card.email ?? "") ?? "", card.password ?? "")),
  )
  return open.filter((_, at) => !right[at]).map((card) => card.username)
}

describe("the cast of the demonstration", () => {
  it("is made once by two starts at once, with the same passwords for both", async () => {
    const [one, other] = await Promise.all([cast(), cast()])
    expect(other).toEqual(one)
    const [count] = await database().owner`select count(*)::int as n from accounts`
    expect(count?.n).toBe(one?.length)
    expect(await wrongPasswords(one ?? [])).toEqual([])
  })

  it("has valid invented numbers, mail addresses that cannot exist, and long random passwords", async () => {
    const cards = await cast()
    for (const card of cards) {
      expect(isNationalId(card.nationalId), card.username).toBe(true)
      expect(card.email ?? "nobody@officials.example").toMatch(/\.example$/)
      expect(card.password === null).toBe(card.expects === "refused")
      if (card.password !== null) expect([...card.password].length).toBeGreaterThanOrEqual(15)
    }
    const passwords = cards.flatMap((card) => card.password ?? [])
    expect(new Set(passwords).size).toBe(passwords.length)
    expect(statSync(join(home, "cast.json")).mode & 0o777).toBe(0o600)
    expect(statSync(join(home, "cast-cards.json")).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(join(home, "cast-cards.json"), "utf8"))).toEqual(cards)
  })

  it("stands in the home as persons for the ThaiID stand-in, without passwords", async () => {
    const cards = await cast()
    const text = readFileSync(join(home, "thaid-persons.json"), "utf8")
    const persons = JSON.parse(text) as { nationalId: string; givenName: string; birthdate: string }[]
    expect(persons.map(({ nationalId }) => nationalId)).toEqual(cards.map(({ nationalId }) => nationalId))
    for (const { givenName, birthdate } of persons)
      expect([givenName, birthdate]).toEqual([
        expect.stringMatching(/./),
        expect.stringMatching(/^19\d\d-\d\d-\d\d$/),
      ])
    for (const { password } of cards) if (password) expect(text).not.toContain(password)
    expect(statSync(join(home, "thaid-persons.json")).mode & 0o777).toBe(0o600)
  })

  it("gives somebody each power of the product, and the door somebody to refuse", async () => {
    const admins = await database().owner`
      select u.code, a.valid_until is not null as ends from admin_appointments a
      join memberships m on m.id = a.membership_id join units u on u.id = m.unit_id order by u.code`
    expect(admins.map((row) => [row.code, row.ends])).toEqual([
      ["05360204", true],
      ["06360207", false],
      ["36", false],
      ["3602", false],
    ])
    const roles = await database().owner`select role from department_posts order by role`
    expect(roles.map((row) => row.role)).toEqual([
      "administrator",
      "auditor",
      "helpdesk",
      "officer",
      "systems",
    ])
    const refused = (await cast()).filter((card) => card.expects === "refused")
    expect(refused.map((card) => card.power)).toEqual([
      "suspended official",
      "invited official",
      "official without an e-mail address",
    ])
    const [twice] = await database().owner`
      select count(*)::int as n from (select account_id from memberships group by 1 having count(*) > 1) t`
    expect(twice?.n).toBeGreaterThan(0)
    const [newcomer] = await database().owner`
      select count(*)::int as n from accounts where state = 'active' and duties_accepted_at is null`
    expect(newcomer?.n).toBeGreaterThan(0)
  })

  it("keeps its passwords over later starts, and gets new ones where the file was lost or broken", async () => {
    const before = await cast()
    expect(await cast()).toEqual(before)
    for (const lose of [() => rmSync(join(home, "cast.json")), () => broken("cast.json")]) {
      lose()
      const after = await cast()
      expect(after.map((card) => card.password)).not.toEqual(before.map((card) => card.password))
      expect(await wrongPasswords(after)).toEqual([])
    }
  })

  it("leaves a suspension that came since as it is", async () => {
    await database().owner`update accounts set state = 'suspended' where username = 'pranee.t'`
    await cast()
    const [row] = await database().owner`select state from accounts where username = 'pranee.t'`
    expect(row?.state).toBe("suspended")
  })
})

function broken(file: string): void {
  writeFileSync(join(home, file), "{ half")
}
