import { beforeAll, describe, expect, it, vi } from "vitest"
import { makeCase } from "@/db/factories/case"
import { makeUnitTree, type TreeCode, type TreeUnit } from "@/db/factories/unit-tree"
import { deskSteps, later, no, plain, start } from "@/db/testing/desk-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { type Actor, visitor } from "@/lib/kernel/actor"
import { look } from "@/lib/kernel/execute"
import { getQueue } from "./get-queue"
import { parseQuery } from "./parse-query"

// the rooms of requests have tests of their own
vi.mock("./subjects", () => import("@/db/testing/stub-subjects"))

const test = useTestDatabase()
const { admin, claim, decide, officer } = deskSteps(test)
const friday = later(4 * 86_400)
let unit: Readonly<Record<TreeCode, TreeUnit>>

const where = ["06360207", "05360204", "06360301", "02360101", "06400101", "3602", "36"] as const

beforeAll(async () => {
  unit = await makeUnitTree(test().db)
  await admin(unit["06360207"], "local", true)
  let minute = 0
  for (const code of where) {
    for (const kind of ["registration", "order"] as const) {
      minute += 1
      const submittedAt = later(minute * 60)
      await makeCase(test().db, { unitId: unit[code].id, kind, submittedAt, title: `${kind} ${code}` })
    }
  }
})

const queue = async (actor: Actor, q = "", now = later(7200), after?: string) => {
  const context = { db: test().db, actor, now, requestId: "test" }
  const answer = await look(getQueue, context, { q, after })
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
const titles = async (...at: Parameters<typeof queue>) => (await queue(...at)).lines.map(({ title }) => title)

describe("the query bar", () => {
  it("reads terms, quotes and Thai digits, and takes all else for words", () => {
    expect(parseQuery('is:returned kind:order unit:"ตลาด แร้ง" older:๓d by:me ปราณี R-1')).toMatchObject({
      state: "returned",
      kind: "order",
      unit: "ตลาด แร้ง",
      olderDays: 3,
      isByMe: true,
      text: ["ปราณี", "R-1"],
      unknown: [],
    })
    expect(parseQuery("is:mine can:decide")).toMatchObject({ state: "waiting", isMine: true, isForMe: true })
    expect(parseQuery("is:gone older:x by:you __proto__:1 constructor:x").unknown).toHaveLength(4)
  })
})

describe("the queue", () => {
  it("holds what is within reach and no more, the oldest first", async () => {
    const district = await admin(unit["3602"], "district")
    expect(await titles(district)).toEqual(
      ["06360207", "05360204", "3602"].flatMap((code) => [`registration ${code}`, `order ${code}`]),
    )
    expect(await titles(await officer("auditor"))).toHaveLength(2 * where.length)
    const helper = { ...district, roles: ["helpdesk"] as const }
    expect(await titles(helper)).toHaveLength(6)
    for (const actor of [visitor, await officer("helpdesk"), await officer("systems")]) {
      const context = { db: test().db, actor, now: start, requestId: "test" }
      expect(await look(getQueue, context, { q: "" })).toEqual(no("not-found"))
    }
  })

  it("marks exactly what its reviewer may decide, whoever he is and however long it waited", async () => {
    const people = [
      await officer(),
      await officer("auditor"),
      await admin(unit["06360207"], "local"),
      await admin(unit["3602"], "district"),
      await admin(unit["36"], "province"),
      await admin(unit["4001"], "district"),
    ]
    let seen = 0
    for (const now of [later(7200), friday]) {
      for (const actor of people) {
        for (const line of (await queue(actor, "", now)).lines) {
          const answer = await claim(actor, line.number, now)
          expect(`${line.title} ${answer.ok}`).toBe(`${line.title} ${line.canDecide}`)
          if (answer.ok) await test().owner`update cases set claimed_by = null, claimed_until = null`
          seen += 1
        }
      }
    }
    expect(seen).toBeGreaterThan(80)
  })

  it("is narrowed by unit, kind, age, words, and whose it is", async () => {
    const one = await officer()
    expect(await titles(one, "unit:05360204")).toEqual(["registration 05360204", "order 05360204"])
    expect(await titles(one, 'unit:"ทดสอบ 0536" kind:order')).toEqual(["order 05360204"])
    expect(await titles(one, "older:1d")).toEqual([])
    expect(await titles(one, "older:1d kind:order", friday)).toHaveLength(where.length)
    expect(await titles(one, "order 0640")).toEqual(["order 06400101"])
    expect(await titles(one, "100% _")).toEqual([])
    const district = await admin(unit["3602"], "district")
    expect(await titles(district, "can:decide")).toEqual([
      "order 06360207",
      "registration 05360204",
      "order 05360204",
      "registration 3602",
    ])
    const [line] = (await queue(one, "order 06400101")).lines
    const number = line?.number ?? ""
    expect((await claim(one, number, later(7200))).ok).toBe(true)
    expect((await queue(one, "is:mine")).lines).toMatchObject([
      { number, isMine: true, holder: "ทดสอบ ระบบ" },
    ])
    const turnedDown = { ...plain.reject, reasons: ["wrong-unit"] }
    expect((await decide(one, number, turnedDown, later(7200))).ok).toBe(true)
    expect((await queue(one, "is:decided by:me")).lines).toMatchObject([{ number, outcome: "reject" }])
    expect(await titles(await officer(), "is:decided by:me")).toEqual([])
    expect((await queue(one)).undoable).toMatchObject({ number, outcome: "reject" })
  })

  it("goes on page by page without leaving out or repeating, and counts no further than it must", async () => {
    const [one, unitId] = [await officer(), unit["06360301"].id]
    for (let n = 0; n < 60; n += 1) await makeCase(test().db, { unitId, submittedAt: later(n), title: "หน้า" })
    const first = await queue(one, "หน้า")
    const second = await queue(one, "หน้า", later(7200), first.after)
    const third = await queue(one, "หน้า", later(7200), second.after)
    const numbers = [first, second, third].flatMap(({ lines }) => lines.map(({ number }) => number))
    expect([first, second, third].map(({ lines }) => lines.length)).toEqual([25, 25, 10])
    expect(new Set(numbers).size).toBe(60)
    expect(third.after).toBeUndefined()
    expect(first).toMatchObject({ count: 60, isCountOpen: false })
  })
})
