import { inspect } from "node:util"
import { sql } from "drizzle-orm"
import { expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { persons } from "@/db/schema/identity"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { connect } from "./client"
import { StatementFailed } from "./without-values"

const database = useTestDatabase()
const typed = "typed-in-the-wrong-field"

/** All that a log could show of what was thrown. */
async function thrownBy(work: Promise<unknown>): Promise<{ error: unknown; text: string }> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return { error, text: `${String(error)}\n${inspect(error, { depth: 9 })}` }
}

it("tells the code and the statement of a failure, and none of its values", async () => {
  const failing = sql`select ${typed}::text, (${typed}::text || '!')::uuid`
  for (const work of [
    async () => database().db.execute(failing),
    () => database().db.transaction(async (tx) => tx.execute(failing)),
  ]) {
    const { error, text } = await thrownBy(work())
    expect(error).toBeInstanceOf(StatementFailed)
    expect(error).toMatchObject({
      code: "22P02",
      message: expect.stringMatching(/^22P02 in: select \$1::text/),
    })
    expect(text).not.toContain(typed)
  }
})

it("names the constraint, and keeps the row that PostgreSQL quotes to itself", async () => {
  await makeAccount(database().db, { username: typed })
  const { error, text } = await thrownBy(makeAccount(database().db, { username: typed }))
  expect(error).toMatchObject({ code: "23505", constraint: "accounts_username_key_unique" })
  expect(text).not.toContain(typed)
})

it("does the same where no database answers", async () => {
  const away = connect("postgres://portal:secret@127.0.0.1:1/none", { max: 1 })
  const row = { nationalIdSealed: Buffer.alloc(1), nationalIdHash: Buffer.alloc(1) }
  const work = away.db.insert(persons).values({ ...row, givenNameTh: typed, familyNameTh: "x" })
  const { error, text } = await thrownBy(Promise.resolve(work))
  await away.close()
  expect(error).toMatchObject({ code: "ECONNREFUSED" })
  expect(text).not.toContain(typed)
})
