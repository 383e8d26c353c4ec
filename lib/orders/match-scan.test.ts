import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { makeOrder } from "@/db/factories/order"
import { makeUnitTree } from "@/db/factories/unit-tree"
import { readScans } from "@/db/testing/scans/read-scans"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { foreignCode } from "@/lib/documents/rules"
import { judgeScan, matchScan, scanWarnings } from "./match-scan"
import { printCode } from "./print-code"

const test = useTestDatabase()
const origin = "https://sso.dla.example"
const order = { number: "O-1111-2222", unitId: "unit-a", printVersion: 3 }
const unitOf = (number: string) =>
  ({ "O-1111-2222": "unit-a", "O-3333-4444": "unit-a", "O-5555-6666": "unit-b" })[number]
const code = (page: number, of: number, more: { number?: string; printVersion?: number } = {}) =>
  printCode(origin, { number: order.number, printVersion: 3, page, of, ...more })
const judge = (...texts: string[]) =>
  judgeScan(
    order,
    texts.map((text, at) => ({ documentId: "d", page: at + 1, text })),
    unitOf,
  )

describe("the scans of an order", () => {
  it("match when every page of the print in force is there, in any order, beside other papers", () => {
    expect(judge(code(1, 1))).toEqual({ kind: "matched", pages: 1 })
    expect(judge(code(2, 2), foreignCode, code(1, 2), code(2, 2))).toEqual({ kind: "matched", pages: 2 })
  })

  it("do not without a code, or with one that was never printed here", () => {
    expect(judge()).toEqual({ kind: "none" })
    expect(judge(foreignCode)).toEqual({ kind: "foreign" })
    expect(judge(code(1, 1).replace(/.$/, (last) => (last === "0" ? "1" : "0")))).toEqual({ kind: "foreign" })
  })

  it("name the pages that are missing", () => {
    expect(judge(code(2, 3))).toEqual({ kind: "missing-page", missing: [1, 3], of: 3 })
  })

  it("tell a page of another request from the unit's own, even among the right ones", () => {
    expect(judge(code(1, 2), code(2, 2, { number: "O-3333-4444" }))).toEqual({
      kind: "other-order",
      number: "O-3333-4444",
    })
    for (const number of ["O-5555-6666", "O-9999-9999"])
      expect(judge(code(1, 1, { number }))).toEqual({ kind: "other-unit", number })
  })

  it("notice a print from before something changed, and a mixture of two", () => {
    expect(judge(code(1, 1, { printVersion: 2 }))).toEqual({ kind: "stale-print" })
    expect(judge(code(1, 2), code(2, 2, { printVersion: 2 }))).toEqual({ kind: "stale-print" })
  })
})

describe("the scans of an order, as they lie in the database", () => {
  it("are what its documents' pages say that are ready, and become a word to the reviewer", async () => {
    const { db, owner } = test()
    const { id: unitId } = (await makeUnitTree(db))["06360207"]
    const { id: madeBy } = await makeAccount(db)
    const made = await makeOrder(db, { unitId, madeBy })
    const other = await makeOrder(db, { unitId, madeBy })
    const printed = { id: made.id, number: made.number, unitId, printVersion: 1 }
    const sent = async (state: string, text: string | null) => {
      const [row] = await owner`
        insert into documents (holder_kind, holder_id, purpose, file_name, size_bytes, state, key_sealed, storage_key, created_at)
        values ('order', ${made.id}, 'order-scan', 'a.pdf', 1, ${state}, '', gen_random_uuid()::text, now()) returning id`
      await owner`
        insert into document_pages (document_id, page, width, height, size_bytes, storage_key, qr_text)
        values (${row?.id}, 1, 1, 1, 1, gen_random_uuid()::text, ${text})`
    }
    const found = async (wasPrinted = true) => {
      const match = await matchScan(db, printed)
      return [match.kind, scanWarnings(match, wasPrinted)]
    }
    const page = (nth: number, number = made.number) =>
      printCode(origin, { number, printVersion: 1, page: nth, of: 2 })
    await sent("ready", null)
    await sent("refused", page(1))
    expect(await found()).toEqual(["none", [{ code: "scan-unmatched" }]])
    expect(await found(false)).toEqual(["none", []])
    await sent("ready", page(2))
    expect(await found()).toEqual(["missing-page", [{ code: "scan-pages-missing" }]])
    await sent("ready", page(1))
    expect(await found()).toEqual(["matched", []])
    await sent("ready", page(1, other.number))
    expect(await found()).toEqual([
      "other-order",
      [{ code: "scan-other-request", otherNumber: other.number }],
    ])
  })
})

describe("codes off paper", () => {
  it("are read from scans and photographs, and never one for another", { timeout: 300_000 }, async () => {
    const { matched, readable, wrong } = await readScans({ seed: 25_691_121, count: 30 })
    expect(wrong).toEqual([])
    expect(matched).toBeGreaterThanOrEqual(readable - 1)
  })

  it("are read by what knows nothing of how the test papers are made", () => {
    const seen = filesBehind(["lib/orders/match-scan.ts", "lib/storage/inspector/run.ts"])
    expect(seen.size).toBeGreaterThan(10)
    expect([...seen].filter((path) => path.startsWith("db/factories/"))).toEqual([])
  })
})

/** Every file of ours that these import, and those behind them. */
function filesBehind(entries: readonly string[]): ReadonlySet<string> {
  const seen = new Set(entries)
  for (const path of seen) for (const next of importsOf(path)) seen.add(next)
  return seen
}

function importsOf(path: string): string[] {
  const text = readFileSync(join(process.cwd(), path), "utf8")
  return [...text.matchAll(/from "([@.][^"]+)"/g)].flatMap(([, from = ""]) => {
    const at = from.startsWith("@/") ? from.slice(2) : join(path, "..", from)
    return [`${at}.ts`, `${at}.tsx`].filter((file) => existsSync(join(process.cwd(), file)))
  })
}
