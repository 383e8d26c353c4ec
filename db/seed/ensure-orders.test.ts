import { beforeAll, expect, it } from "vitest"
import { orderSteps } from "@/db/testing/order-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { readNextDocument } from "@/lib/documents/read-documents"
import { execute } from "@/lib/kernel/execute"
import { orderForReview } from "@/lib/orders/for-review"
import { readScan } from "@/lib/orders/read-scan"
import { configuredStore } from "@/lib/storage/configured-store"
import { ensureOrders } from "./ensure-orders"

const test = useTestDatabase()
const steps = orderSteps(test)
const now = new Date("2026-11-21T02:00:00Z")
beforeAll(async () => {
  for (const code of ["06360207", "05360204"] as const) await steps.admin(code)
})

it("puts two orders into the queue, once, one that reads as it was typed and one with warnings", {
  timeout: 90_000,
}, async () => {
  await ensureOrders(test().db, now)
  await ensureOrders(test().db, now)
  const rows = await test().owner`
    select o.id, o.number, c.state, d.state as document from orders o join cases c on c.subject_id = o.id
    join documents d on d.holder_id = o.id join units u on u.id = o.unit_id order by u.code desc`
  expect(rows.map(({ state, document }) => [state, document])).toEqual([
    ["waiting", "ready"],
    ["waiting", "ready"],
  ])
  const store = await configuredStore()
  while (await readNextDocument({ db: test().db, store, pictures: false, clock: () => now })) {
    // the next one
  }
  const officer = await steps.admin("36", true, ["officer"])
  const found = await Promise.all(
    rows.map(async ({ id, number }) => {
      const read = await execute(readScan, steps.by(officer, now), { number })
      if (!read.ok) throw new Error(read.refusal.code)
      const warnings = (await orderForReview(test().db, id, now))?.warnings.map(({ code }) => code)
      const verdicts = [
        ...Object.entries(read.value.facts),
        ...Object.values(read.value.people).map((one) => ["person", one] as const),
      ]
      return {
        warnings,
        verdicts: Object.fromEntries(verdicts.map(([name, { verdict }]) => [name, verdict])),
      }
    }),
  )
  const same = { unit: "matches", issuer: "matches", orderDate: "matches", signer: "matches" }
  expect(found).toEqual([
    { warnings: ["unscanned-file"], verdicts: { ...same, orderNumber: "matches", person: "matches" } },
    {
      warnings: ["staff-reason", "unscanned-file"],
      verdicts: { ...same, orderNumber: "differs", person: "unsure" },
    },
  ])
})
