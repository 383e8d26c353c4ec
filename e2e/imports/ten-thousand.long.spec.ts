import { expect, type Page, test } from "@playwright/test"
import { importStanding } from "../../db/testing/import-standing"
import { importLookEvery } from "../../lib/imports/rules"
import { heldBy, peakWhile } from "../operations/held-memory"
import { dropHome, makeHome, ownerUrl } from "../operations/own-home"
import { OwnProduct } from "../operations/own-product"
import {
  domainOf,
  importer,
  importerPage,
  importFile,
  importRows,
  judgeFile,
  press,
} from "../support/imports"

test.describe.configure({ mode: "serial" })

const rows = 10_000
const series = 21
/** Most that each may take, on two cores: seconds, and MiB above idle. The page of a batch asks anew so often. */
const limits = { dryRun: 60, apply: 600, undo: 600, page: importLookEvery, waiting: 1 }
const most = { aboveIdle: 350, reading: 1024 }

let home = ""
let product: OwnProduct
let page: Page
let batch = ""
/** One whose page shows as many rows, and has few others. */
let small = ""

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  home = makeHome()
  product = await OwnProduct.ready(home)
  page = await importerPage(browser, product)
})
test.afterAll(async () => {
  await product?.stop()
  dropHome(home)
})

function tell(figure: string): void {
  test.info().annotations.push({ type: "figure", description: figure })
  process.stdout.write(`${rows} rows: ${figure}\n`)
}

const held = () => heldBy(product, "lib/sheets/reader/run.ts")
const standing = () => importStanding(ownerUrl(home), batch, domainOf(series))

/** Seconds that something takes. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** Asks for pages in turn while something is done. @returns the seconds of each one's answers, the quickest first */
async function askedWhile(paths: readonly string[], work: () => Promise<unknown>) {
  const answers = paths.map(() => [] as number[])
  let isOver = false
  const ask = async (path: string) => expect((await page.request.get(path)).status()).toBe(200)
  const asking = (async () => {
    while (!isOver) {
      for (const [nth, path] of paths.entries()) answers[nth]?.push(await timed(() => ask(path)))
      await new Promise((done) => setTimeout(done, 500))
    }
  })()
  await work().finally(() => {
    isOver = true
  })
  await asking
  return answers.map((one) => one.toSorted((a, b) => a - b))
}

const at = (share: number, sorted: readonly number[] = []) =>
  sorted[Math.floor((sorted.length - 1) * share)] ?? 0

test("ten thousand rows are judged within a minute, and nobody else waits for it", async () => {
  const file = await importFile(importRows(series, rows))
  // pages and modules that the first workbook of a process loads belong to its idle state
  small = await judgeFile(page, await importFile(importRows(series + 1, 150)))
  const idle = held().ours
  let seconds = 0
  let longest = 0
  const peak = await peakWhile(held, async () => {
    const [others] = await askedWhile(["/api/health/live"], async () => {
      seconds = await timed(async () => {
        batch = await judgeFile(page, file, limits.dryRun * 1000)
      })
    })
    longest = at(1, others)
  })
  const above = Math.round(peak.ours - idle)
  tell(
    `${(file.buffer.length / 1024).toFixed(0)} KiB judged in ${seconds.toFixed(1)} s; ${above} MiB above idle, ` +
      `reader ${Math.round(peak.reading)} MiB; others waited ${longest.toFixed(2)} s at most`,
  )
  expect(await standing()).toMatchObject({ state: "judged", waiting: rows, refused: 0, halves: 0 })
  expect(seconds).toBeLessThan(limits.dryRun)
  expect(above).toBeLessThan(most.aboveIdle)
  expect(peak.reading).toBeLessThan(most.reading)
  expect(longest).toBeLessThan(limits.waiting)
})

for (const { verb, name, ends, limit, left } of [
  {
    verb: "applied",
    name: /^นำเข้า/,
    ends: "นำเข้าแล้ว",
    limit: limits.apply,
    left: { done: rows, open: rows },
  },
  { verb: "undone", name: /^ย้อน/, ends: "ย้อนแล้ว", limit: limits.undo, left: { undone: rows, open: 0 } },
] as const) {
  test(`they are ${verb} within ten minutes, and the batch's page stays quick`, async () => {
    test.setTimeout(limit * 1000 + 60_000)
    const idle = held().ours
    let seconds = 0
    let asked: readonly (readonly number[])[] = []
    const pages = [batch, small].map((id) => `${importer.path}/${id}`)
    const peak = await peakWhile(held, async () => {
      asked = await askedWhile(pages, async () => {
        seconds = await timed(async () => {
          await press(page, home, name)
          const said = page.getByRole("status").filter({ hasText: ends })
          await expect(said).toBeVisible({ timeout: limit * 1000 })
        })
      })
    })
    const [large, least] = [at(0.95, asked[0]), at(0.95, asked[1])]
    tell(
      `${verb} in ${seconds.toFixed(0)} s (${Math.round(rows / seconds)} a second); the page of the batch meanwhile: ` +
        `p95 ${large.toFixed(2)} s, that of a small one ${least.toFixed(2)} s; ${Math.round(peak.ours - idle)} MiB above idle`,
    )
    expect(await standing()).toMatchObject({ state: verb, waiting: 0, halves: 0, ...left })
    expect(seconds).toBeLessThan(limit)
    expect(large).toBeLessThan(limits.page)
  })
}

test("the result of them is a workbook, soon made", async () => {
  let bytes = 0
  const seconds = await timed(async () => {
    const answer = await page.request.get(`${importer.path}/${batch}/result`)
    expect(answer.status()).toBe(200)
    bytes = (await answer.body()).length
  })
  tell(`result of ${(bytes / 1024).toFixed(0)} KiB in ${seconds.toFixed(1)} s`)
  expect(seconds).toBeLessThan(20)
})
