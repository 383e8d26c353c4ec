import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { makeOrder } from "@/db/factories/order"
import { pdf } from "@/db/factories/pdf"
import { textPdf } from "@/db/factories/text-pdf"
import { textScan } from "@/db/factories/text-scan"
import { orderSteps } from "@/db/testing/order-steps"
import { sendDocument } from "@/db/testing/send-document"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { getMyActivity } from "@/lib/activity/get-my-activity"
import { queueCase } from "@/lib/cases/queue-case"
import { readNextDocument } from "@/lib/documents/read-documents"
import type { AccountActor, DepartmentRole } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { configuredStore } from "@/lib/storage/configured-store"
import { readScan } from "./read-scan"

const test = useTestDatabase()
const steps = orderSteps(test)
const now = new Date("2026-11-21T02:00:00Z")
let maker: AccountActor

const person = (...roles: DepartmentRole[]): AccountActor => ({
  kind: "account",
  accountId: randomUUID(),
  sessionId: randomUUID(),
  seats: [],
  roles,
})
const officer = person("officer")
const scan = (actor: AccountActor, number: string) => execute(readScan, steps.by(actor, now), { number })

beforeAll(async () => {
  maker = await steps.admin("06360207")
})

/** An order at the desk whose paper says these lines. */
async function atDesk(lines: readonly string[] | null, orderNumber = "123", isScanned = false) {
  const { id: unitId } = await steps.unitOf("06360207")
  const made = await makeOrder(test().db, { unitId, madeBy: maker.accountId, orderNumber })
  await test().db.transaction((tx) =>
    queueCase(tx, { kind: "order", subjectId: made.id, number: made.number, unitId, title: "ก", now }),
  )
  const typed = lines ? textPdf([lines.map((text, at) => ({ text, top: 100 + at * 30 }))]) : pdf()
  const file = isScanned ? await textScan(typed) : typed
  const holder = { kind: "order", id: made.id } as const
  await sendDocument(test().db, "a.pdf", file, { holder, uploadedBy: maker.accountId })
  return made
}
const read = async (pictures = false) =>
  await readNextDocument({ db: test().db, store: await configuredStore(), pictures, clock: () => now })

const paper = [
  "คำสั่งหน่วยงานทดสอบ 06360207",
  "ที่ ๑๒๓/๒๕๖๙",
  "๑. นายผู้ได้รับ แต่งตั้ง ตำแหน่ง ปลัดองค์การบริหารส่วนตำบล",
  "สั่ง ณ วันที่ ๒๐ พฤศจิกายน พ.ศ. ๒๕๖๙",
  "(นายผู้ลงนาม ตัวอย่าง)",
]

// each document takes two processes of its own
describe("what is read of an order's paper", { timeout: 60_000 }, () => {
  it("tells of each fact whether it stands there and where, and is shown to who sent it that somebody looked", async () => {
    const { id, number, people } = await atDesk(paper)
    expect(await scan(officer, number)).toMatchObject({ ok: true, value: { state: "not-yet", facts: {} } })
    await read()
    const found = await scan(officer, number)
    if (!found.ok) throw new Error(found.refusal.code)
    const { state, facts } = found.value
    expect(state).toBe("read")
    const verdicts = Object.entries({ ...facts, ...found.value.people }).map(([, { verdict }]) => verdict)
    expect(verdicts).toEqual(Array(6).fill("matches"))
    expect(found.value.people[people[0]?.id ?? ""]?.found).toBe("นายผู้ได้รับ แต่งตั้ง")
    const { place } = facts.orderNumber ?? {}
    expect([place?.page, place?.size]).toEqual([1, [1239, 1754]])
    // the second line is drawn 130 points down a page of 842
    const [, top = 0, , bottom = 0] = place?.box ?? []
    expect([top < (130 / 842) * 10_000, bottom > (125 / 842) * 10_000]).toEqual([true, true])

    const [event] = await test().owner`
      select detail::text, subject_id from audit_events where action = 'orders.read-scan' order by seq desc limit 1`
    expect(event).toEqual({ detail: '{"state": "read"}', subject_id: id })
    const activity = await look(getMyActivity, steps.by(maker, now), {})
    const seen = activity.ok ? activity.value.lines.filter(({ action }) => action === "orders.read-scan") : []
    expect(seen.map(({ doer, count }) => [doer, count])).toEqual([["staff", 2]])
  })

  it("is of the facts as they stand now", async () => {
    const { id, number } = await atDesk(paper, "124")
    await read()
    const verdict = async () => {
      const found = await scan(officer, number)
      return found.ok ? found.value.facts.orderNumber?.verdict : found.refusal.code
    }
    expect(await verdict()).toBe("differs")
    await test()
      .owner`update orders set order_number = '123', issuer_id = unit_id, order_year_be = 2569, state = 'withdrawn' where id = ${id}`
    expect(await verdict()).toBe("matches")
  })

  it("is told to nobody who may not look at the pages, and the attempt is written down", async () => {
    const { id, number } = await atDesk(paper, "125")
    const others = [person(), person("helpdesk"), person("systems"), await steps.admin("06360301")]
    for (const actor of others)
      expect(await scan(actor, number)).toEqual({ ok: false, refusal: { code: "not-found" } })
    const [row] = await test().owner`
      select count(*)::int as n from audit_events
      where action = 'orders.read-scan' and subject_id = ${id} and refusal = 'not-found'`
    expect(row?.n).toBe(others.length)
    expect(await scan(officer, "O-0000-0000")).toEqual({ ok: false, refusal: { code: "not-found" } })
    for (const actor of [person("auditor"), maker, await steps.admin("3602")])
      expect((await scan(actor, number)).ok).toBe(true)
    await read()
  })

  it("is recognised on a scan askew where pictures are read: near enough, and no false difference", async () => {
    const { number, people } = await atDesk(paper, "127", true)
    await read()
    expect(await scan(officer, number)).toMatchObject({ ok: true, value: { state: "picture" } })
    await read(true)
    const found = await scan(officer, number)
    if (!found.ok) throw new Error(found.refusal.code)
    const { state, facts } = found.value
    const person = found.value.people[people[0]?.id ?? ""]
    expect([state, facts.signer?.verdict, person?.verdict]).toEqual(["read", "matches", "matches"])
    expect(Object.values(facts).map(({ verdict }) => verdict)).not.toContain("differs")
    // the third line is drawn 160 points down a page of 842
    expect(Math.abs(((person?.place?.box[3] ?? 0) / 10_000) * 842 - 160)).toBeLessThan(15)
  })

  it("is nothing, and no difference, where the paper has no text", async () => {
    const { number } = await atDesk(null, "126")
    await read()
    const empty = { facts: {}, people: {} }
    expect(await scan(officer, number)).toMatchObject({ ok: true, value: { state: "picture", ...empty } })
    await read(true)
    expect(await scan(officer, number)).toEqual({ ok: true, value: { state: "blank", ...empty } })
  })
})
