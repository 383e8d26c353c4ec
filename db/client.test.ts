import { eq, sql } from "drizzle-orm"
import { expect, it } from "vitest"
import { connect } from "./client"
import { settings } from "./schema/settings"
import { useTestDatabase } from "./testing/use-test-database"

const database = useTestDatabase()

it("keeps the plans of what is asked again, in a transaction and out of it", async () => {
  const { db, close } = connect(database().portalUrl, { max: 1 })
  for (const key of ["a", "b", "c"]) {
    await db.select().from(settings).where(eq(settings.key, key))
    await db.transaction((tx) => tx.execute(sql`select ${key}::text as written_out`))
  }
  const kept = await db.execute<{ statement: string; uses: number }>(sql`
    select statement, (generic_plans + custom_plans)::int as uses from pg_prepared_statements`)
  const usesOf = (part: string) => kept.find((one) => one.statement.includes(part))?.uses
  expect([usesOf('from "settings"'), usesOf("written_out")]).toEqual([3, 3])
  await close()
})
