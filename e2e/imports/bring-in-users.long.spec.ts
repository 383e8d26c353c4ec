import { type Browser, expect, type Page, request, test } from "@playwright/test"
import { workbook } from "../../db/factories/workbook"
import { countImported } from "../../db/testing/count-imported"
import { nationalIdCheckDigit } from "../../lib/identity/rules"
import { dropHome, expectWhole, makeHome, ownerUrl } from "../operations/own-home"
import { type Blow, OwnProduct } from "../operations/own-product"
import { persona } from "../support/cast"
import { signInByHttp } from "../support/sign-in"

test.describe.configure({ mode: "serial" })

const unit = "/unit/06360207"
const headings = [
  "เลขประจำตัวประชาชน",
  "คำนำหน้า",
  "ชื่อ",
  "นามสกุล",
  "ตำแหน่ง",
  "ประเภทบุคลากร",
  "อีเมล",
  "เลขที่คำสั่งหรือหนังสือ",
]

/** Row `number` of a workbook, of somebody invented whom no other row names. */
function row(series: number, number: number): string[] {
  const twelve = `18${String(series).padStart(2, "0")}${String(number).padStart(8, "0")}`
  const nationalId = `${twelve}${nationalIdCheckDigit(twelve)}`
  const email = `row-${series}-${number}@bulk.example`
  const kind = "ข้าราชการหรือพนักงานส่วนท้องถิ่น"
  return [nationalId, "นาย", `นำเข้า${number}`, "ทดสอบ", "เจ้าพนักงานธุรการ", kind, email, "ที่ ๑/๒๕๖๙"]
}

const rows = (series: number, count: number) => Array.from({ length: count }, (_, at) => row(series, at + 1))

let home = ""
let product: OwnProduct
let page: Page

async function signedIn(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: product.origin })
  await signInByHttp(context.request, await persona(context.request, "somchai.s"))
  return context.newPage()
}

/** Sends a workbook; the page is that of what it would do. */
async function send(cells: (string | number | { formula: string; result: string })[][]): Promise<void> {
  await page.goto(`${unit}/import`)
  const buffer = await workbook("ผู้ใช้งาน", [headings, ...cells])
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  await page.getByLabel("ไฟล์ Excel").setInputFiles({ name: "users.xlsx", mimeType, buffer })
  await page.getByRole("button", { name: "ตรวจไฟล์" }).click()
  await expect(page.getByRole("status").filter({ hasText: "ผลการตรวจ" })).toBeVisible({ timeout: 60_000 })
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  home = makeHome()
  product = await OwnProduct.ready(home)
  page = await signedIn(browser)
})
test.afterAll(async () => {
  await product.stop()
  dropHome(home)
})

test("a thousand rows with errors are shown, applied with progress, and taken back whole", async () => {
  const made: (string | number | { formula: string; result: string })[][] = rows(1, 1000)
  const wrong = made[9]
  const float = made[19]
  const formula = made[29]
  const twice = made[39]
  if (!wrong || !float || !formula || !twice) throw new Error("there are not enough rows")
  wrong[0] = "1234567890123"
  float[0] = 1.23e12
  formula[4] = { formula: "CONCATENATE(C31,D31)", result: "x" }
  twice[0] = String(made[0]?.[0])
  await send(made)
  await expect(page.getByText("นำเข้า ๙๙๖ แถว")).toBeVisible()
  await page.getByRole("link", { name: "ไม่นำเข้า" }).click()
  const table = page.getByRole("table")
  for (const [cell, why] of [
    ["A11", "เลขประจำตัวประชาชนไม่ถูกต้อง"],
    ["A21", "เลขยกกำลัง"],
    ["E31", "เป็นสูตร"],
    ["A41", "ซ้ำกับแถว ๒"],
  ] as const) {
    const line = table
      .getByRole("row")
      .filter({ hasText: cell.replace(/\d/g, (d) => "๐๑๒๓๔๕๖๗๘๙"[Number(d)] ?? d) })
    await expect(line.or(table.getByRole("row").filter({ hasText: cell })).first()).toContainText(why)
  }
  expect(await countImported(ownerUrl(home), "bulk.example")).toEqual({ open: 0, withdrawn: 0 })
  await page.getByRole("button", { name: /^นำเข้า/ }).click()
  await expect(page.getByRole("progressbar")).toBeVisible()
  await expect(page.getByRole("link", { name: "ดาวน์โหลดผลเป็น Excel" })).toBeVisible({ timeout: 300_000 })
  expect(await countImported(ownerUrl(home), "bulk.example")).toEqual({ open: 996, withdrawn: 0 })
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "ดาวน์โหลดผลเป็น Excel" }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
  await page.getByRole("button", { name: "ย้อนการนำเข้าทั้งไฟล์" }).click()
  await expect(page.getByText("ย้อนแล้ว").first()).toBeVisible({ timeout: 300_000 })
  await expect
    .poll(() => countImported(ownerUrl(home), "bulk.example"), { timeout: 300_000 })
    .toEqual({ open: 0, withdrawn: 996 })
  await expectWhole(home)
})

for (const blow of ["jobs", "all"] as const satisfies readonly Blow[]) {
  test(`a portal killed (${blow}) amid applying goes on to the end, each row once`, async ({ browser }) => {
    const series = blow === "jobs" ? 2 : 3
    const domain = `bulk.example`
    const before = await countImported(ownerUrl(home), domain)
    await send(rows(series, 300))
    const struck = product.strikeAt(/"command":"imports\.apply-row"/, blow)
    await page.getByRole("button", { name: /^นำเข้า/ }).click()
    await struck
    if (blow === "all") {
      product = await OwnProduct.ready(home)
      page = await signedIn(browser)
    }
    await expect
      .poll(async () => (await countImported(ownerUrl(home), domain)).open - before.open, {
        timeout: 300_000,
      })
      .toBe(300)
    const visit = await request.newContext({ baseURL: product.origin })
    expect((await visit.get("/api/health/ready")).status()).toBe(200)
    await page.goto(`${unit}/import`)
    await expect(page.getByText("นำเข้าแล้ว").first()).toBeVisible()
    await expectWhole(home)
  })
}
