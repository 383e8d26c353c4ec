import { beforeAll, expect, it } from "vitest"
import { makeUnitTree } from "@/db/factories/unit-tree"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { registrationForReview } from "@/lib/registration/registration-for-review"
import { ensureRegistrations } from "./ensure-registrations"

const test = useTestDatabase()
const now = new Date("2026-11-21T02:00:00Z")
beforeAll(async () => {
  await makeUnitTree(test().db)
})

it("puts two registrations into the queue, once, one clean and one with warnings, each with a file", async () => {
  await ensureRegistrations(test().db, now)
  await ensureRegistrations(test().db, now)
  const rows = await test().owner`
    select r.id, c.state, d.state as document from registrations r join cases c on c.subject_id = r.id
    join documents d on d.holder_id = r.id order by r.number`
  expect(rows.map(({ state, document }) => [state, document])).toEqual([
    ["waiting", "checking"],
    ["waiting", "checking"],
  ])
  const warned = await Promise.all(rows.map(({ id }) => registrationForReview(test().db, id, now)))
  expect(warned.map((facts) => facts?.warnings.map(({ code }) => code))).toEqual([
    [],
    ["not-proved", "staff-reason"],
  ])
})
