import { expect, type Page, test } from "@playwright/test"
import { isPortFree } from "../../bin/port.mjs"
import { importStanding, settledAround } from "../../db/testing/import-standing"
import { dropHome, expectWhole, makeHome, ownerUrl } from "../operations/own-home"
import { type Blow, OwnProduct } from "../operations/own-product"
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

const rows = 200
let home = ""
let product: OwnProduct
let page: Page

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

/** The portal starts again at its port; the browser's session stays. Jobs that were killed alone, it starts by itself. */
async function again(blow: Blow, jobs: number): Promise<void> {
  if (blow === "jobs") {
    await expect.poll(() => product.jobsProcess(), { message: "jobs run again" }).not.toBe(jobs)
    return
  }
  const { port } = new URL(product.origin)
  await expect
    .poll(() => isPortFree(Number(port), "127.0.0.1"), { message: "the last process is gone" })
    .toBe(true)
  product = await OwnProduct.start(home, { PORT: port })
  await product.isReady()
}

type How = { name: RegExp; at: { line: RegExp; nth: number }; blow: Blow; ends: string }

/** Presses, strikes at a line of the log, starts again, and waits until the page says that all is done. */
async function struck(batch: string, how: How) {
  const jobs = product.jobsProcess()
  const strike = product.strikeAt(how.at.line, how.blow, how.at.nth)
  await press(page, home, how.name).catch(() => undefined)
  await strike
  const when = new Date()
  await again(how.blow, jobs)
  await page.goto(`${importer.path}/${batch}`)
  await expect(page.getByRole("status").filter({ hasText: how.ends })).toBeVisible({ timeout: 120_000 })
  const { before, since } = await settledAround(ownerUrl(home), batch, when)
  expect(before, "what was done before the blow stayed done").toBeGreaterThan(0)
  expect(since, "the rest went on after it").toBeGreaterThan(0)
}

/** Within the transaction of a row, when some have been before it: its invitation is queued, nothing is committed. */
const amidRow = { line: /"template":"invitation","msg":"mail: queued"/, nth: 40 }
const amidUndo = { line: /"state":"undoing","rows":25,"msg":"imports: rows settled"/, nth: 2 }

for (const [series, blow] of [
  [11, "jobs"],
  [12, "all"],
  [13, "group"],
] as const satisfies readonly (readonly [number, Blow])[]) {
  test(`a batch struck (${blow}) amid applying, and again amid its way back, goes on: each row once, none half`, async () => {
    const batch = await judgeFile(page, await importFile(importRows(series, rows)))
    const standing = () => importStanding(ownerUrl(home), batch, domainOf(series))
    await struck(batch, { name: /^นำเข้า/, at: amidRow, blow, ends: "นำเข้าแล้ว" })
    const applied = {
      state: "applied",
      waiting: 0,
      done: rows,
      open: rows,
      invitations: rows,
      begun: 1,
      halves: 0,
    }
    expect(await standing()).toMatchObject(applied)
    await struck(batch, { name: /^ย้อนการนำเข้าทั้งไฟล์/, at: amidUndo, blow, ends: "ย้อนแล้ว" })
    const back = { state: "undone", done: 0, undone: rows, open: 0, withdrawn: rows, halves: 0 }
    expect(await standing()).toMatchObject(back)
    await expectWhole(home)
  })
}
