import { beforeAll, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { findUnitWithOffices } from "@/db/queries/units"
import { loadReference } from "@/db/reference/load"
import { merger, upgrade } from "@/db/testing/restructuring-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { execute } from "@/lib/kernel/execute"
import { planChange } from "./plan-change"

const test = useTestDatabase()
const now = new Date("2026-11-21T01:00:00Z")

beforeAll(async () => {
  await loadReference(test().db, { now })
}, 120_000)

it("a later load of the same files undoes neither an upgrade nor a merger, and says what it left", async () => {
  const { id } = await makeAccount(test().db)
  const actor = {
    kind: "account",
    accountId: id,
    sessionId: id,
    seats: [],
    roles: ["officer"],
    steppedUpAt: now,
  } as const
  const plan = (wish: object, seenCode: string) =>
    execute(
      planChange,
      { db: test().db, actor, now, requestId: "test" },
      {
        wish,
        seenCode,
        confirmed: true,
        tailConfirmed: false,
      },
    )
  expect(await plan(upgrade(), "06360207")).toMatchObject({ ok: true })
  expect(await plan(merger({ unitCode: "06360504", intoCode: "05360901" }), "06360504")).toMatchObject({
    ok: true,
  })
  const again = await loadReference(test().db, { now })
  expect(again.units).toMatchObject({ inserted: 0, changed: 0, recoded: 0, missing: [] })
  const codeOf = async (code: string) => (await findUnitWithOffices(test().db, code, now))[0]?.code
  expect(await codeOf("06360207")).toBe("04360207")
  expect(await codeOf("06360504")).toBe("05360901")
  const [unit] = await test().owner`select kind, name_th, search from units where code = '04360207'`
  expect(unit).toMatchObject({ kind: "town_municipality", name_th: "เทศบาลเมืองภูแลนคา" })
  // found by its new name, and by district and province as before
  expect(String(unit?.search).split(" ")).toHaveLength(6)
}, 120_000)
