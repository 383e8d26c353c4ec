import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { makeUnitTree } from "@/db/factories/unit-tree"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { queueCase } from "./queue-case"
import { requestNumber } from "./request-number"
import { withdrawCase } from "./withdraw-case"

const test = useTestDatabase()
const now = new Date("2026-11-21T02:00:00Z")
const later = new Date("2026-11-23T02:00:00Z")
let unitId = ""
beforeAll(async () => {
  unitId = (await makeUnitTree(test().db))["06360207"].id
})

function request() {
  const subjectId = randomUUID()
  const at = { kind: "registration" as const, subjectId, number: requestNumber("R"), unitId, title: "ก" }
  return {
    queue: (when = now) => test().db.transaction((tx) => queueCase(tx, { ...at, now: when })),
    withdraw: () => test().db.transaction((tx) => withdrawCase(tx, at, now)),
    row: async () => {
      const [row] = await test().owner`
        select state, version, submitted_at as submitted from cases where subject_id = ${subjectId}`
      return row
    },
    set: (state: string) => test().owner`update cases set state = ${state} where subject_id = ${subjectId}`,
  }
}

describe("a request in the queue", () => {
  it("has a number of its own that says nothing", () => {
    expect(requestNumber("O")).toMatch(/^O-\d{4}-\d{4}$/)
  })

  it("is queued once, however often it is submitted", async () => {
    const one = request()
    expect(await one.queue()).toBe("queued")
    expect(await one.queue()).toBe("not-open")
    expect(await one.row()).toMatchObject({ state: "waiting", version: 1 })
    const two = request()
    const both = await Promise.all([two.queue(), two.queue()])
    expect(both.toSorted()).toEqual(["not-open", "queued"])
  })

  it("keeps its place when it comes back corrected", async () => {
    const one = request()
    await one.queue()
    await one.set("returned")
    expect(await one.queue(later)).toBe("queued")
    const row = await one.row()
    expect(row).toMatchObject({ state: "waiting", version: 2 })
    expect(row?.submitted).toEqual(now)
  })

  it("leaves it when it is withdrawn, and does so once", async () => {
    const one = request()
    expect(await one.withdraw()).toBe("not-there")
    await one.queue()
    expect(await one.withdraw()).toBe("withdrawn")
    expect(await one.withdraw()).toBe("decided")
    expect(await one.queue()).toBe("not-open")
  })
})
