import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { useTestDatabase } from "./use-test-database"

const database = useTestDatabase()

test("a test file has a migrated database of its own, seen through the portal's role", async () => {
  const [row] = await database().db.execute(
    sql`select current_user as role, count(*)::int as units from units`,
  )
  expect(row).toEqual({ role: "dla_sso_portal", units: 0 })
})

test("Thai names sort by the dictionary, leading vowels after their consonant", async () => {
  const rows = await database().owner<{ word: string }[]>`
    select word from unnest(array['แกะ', 'ขา', 'กา', 'เขต', 'ไก่', 'เก']) as word order by word collate "th-x-icu"`
  expect(rows.map((row) => row.word)).toEqual(["กา", "เก", "แกะ", "ไก่", "ขา", "เขต"])
})
