import { inspect } from "node:util"
import { sql } from "drizzle-orm"
import { expect, it } from "vitest"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { connect } from "./client"
import { prebuilt } from "./prebuilt"
import { StatementFailed } from "./without-values"

const database = useTestDatabase()

it("sends each value once, wherever it stands, and the fixed ones with it", async () => {
  const said: [string, readonly unknown[]][] = []
  const { db, close } = connect(database().portalUrl, {
    max: 1,
    onStatement: (...one) => void said.push(one),
  })
  const twice = prebuilt(
    ["a", "b"],
    ({ a, b }) => sql`select ${b}::text as b, ${a}::text || ${"-"}::text || ${a}::text as a`,
  )
  expect(await twice(db, { a: "one", b: "two" })).toEqual([{ b: "two", a: "one-one" }])
  expect(await twice(db, { a: "$1", b: null })).toEqual([{ b: null, a: "$1-$1" }])
  const texts = said.filter(([text]) => text.includes(" as b,"))
  expect(texts.map(([, values]) => values)).toEqual([
    ["two", "one", "-"],
    [null, "$1", "-"],
  ])
  expect(new Set(texts.map(([text]) => text)).size).toBe(1)
  await close()
})

it("tells of a failure without its values", async () => {
  const cast = prebuilt(["typed"], ({ typed }) => sql`select ${typed}::text::uuid`)
  const error = await cast(database().db, { typed: "typed-in-the-wrong-field" }).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(StatementFailed)
  expect(error).toMatchObject({ code: "22P02" })
  expect(`${String(error)}${inspect(error, { depth: 9 })}`).not.toContain("typed-in")
})
