import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, it } from "vitest"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { migrate } from "./migrate"

const test = useTestDatabase()
const folder = mkdtempSync(join(tmpdir(), "dla-sso-migrations-"))
afterAll(() => rmSync(folder, { recursive: true }))

/** The migrations as they are, and one that is still to come. */
function withOneMore(): void {
  cpSync("db/migrations", folder, { recursive: true })
  const path = join(folder, "meta", "_journal.json")
  const journal = JSON.parse(readFileSync(path, "utf8")) as { entries: { idx: number; when: number }[] }
  const last = journal.entries.at(-1)
  if (!last) throw new Error("there are no migrations")
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, ...{ tag: "one-more" } })
  writeFileSync(path, JSON.stringify(journal))
  writeFileSync(join(folder, "one-more.sql"), "alter table provinces add column more text default 'm'")
}

it("knows how the values of a new column lie as soon as its migration was applied", async () => {
  const { owner, ownerUrl, portalUrl } = test()
  await owner`insert into provinces (code, name_th, name_en, region_th, region_en) values ('99', 'ก', 'A', 'ข', 'B')`
  withOneMore()
  await migrate(ownerUrl, { role: new URL(portalUrl).username }, { folder, now: new Date() })
  const known = await owner`select 1 from pg_stats where tablename = 'provinces' and attname = 'more'`
  expect(known).toHaveLength(1)
})
