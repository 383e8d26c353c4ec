import { expect, it } from "vitest"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { visitor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { getDoor } from "./get-door"
import { startThaid } from "./start-thaid"

const database = useTestDatabase()

it("is off where it is not set up: the door offers no way to ThaiID, and none begins", async () => {
  const context = {
    db: database().db,
    actor: visitor,
    now: new Date("2026-11-21T02:00:00Z"),
    requestId: "test",
  }
  expect(await look(getDoor, context, {})).toMatchObject({ ok: true, value: { hasThaid: false } })
  expect(await execute(startThaid, context, { sharedComputer: false, address: null })).toEqual({
    ok: false,
    refusal: { code: "signin.thaid-off" },
  })
})
