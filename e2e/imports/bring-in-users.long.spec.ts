import { expect, type Page, test } from "@playwright/test"
import ExcelJS from "exceljs"
import { withPart, workbook } from "../../db/factories/workbook"
import { countChangeable, importStanding, lastDaysOf } from "../../db/testing/import-standing"
import { dropHome, expectWhole, makeHome, ownerUrl } from "../operations/own-home"
import { OwnProduct } from "../operations/own-product"
import {
  domainOf,
  giveFile,
  importer,
  importerPage,
  importFile,
  importRows,
  judgeFile,
  press,
  thaiDigits,
} from "../support/imports"

test.describe.configure({ mode: "serial" })

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

/** What is wrong in a thousand rows: the cell, and what is told of it. */
const wrong = [
  ["A11", "เลขประจำตัวประชาชนไม่ถูกต้อง"],
  ["A21", "เลขยกกำลัง"],
  ["E31", "เป็นสูตร"],
  ["A41", "เลขประจำตัวประชาชนซ้ำกับแถว ๒"],
  ["C51", "เป็นเซลล์ที่ผสานไว้"],
  ["D51", "เป็นเซลล์ที่ผสานไว้"],
  ["I81", "กรอกปีเป็น พ.ศ."],
  ["A101", "เลขยกกำลัง"],
] as const
const sound = 993

/** A thousand rows, some of them as people fill them in. */
async function thousandRows() {
  const rows = importRows(1, 1000)
  const cell = (row: number, column: number, value: (typeof rows)[number][number]) => {
    const cells = rows[row - 2]
    if (cells) cells[column] = value
  }
  cell(11, 0, "1234567890123")
  cell(21, 0, 1.23e12)
  cell(31, 4, { formula: "CONCATENATE(C31,D31)", result: "x" })
  cell(41, 0, rows[0]?.[0] ?? null)
  cell(61, 0, thaiDigits(String(rows[59]?.[0])))
  cell(71, 8, "๓๐ ก.ย. ๒๕๗๐")
  cell(81, 8, "30/09/2027")
  cell(91, 8, new Date("2027-09-30T00:00:00Z"))
  cell(101, 0, "1.23E+12")
  return await importFile(rows, { merges: ["C51:D51"] })
}

const standing = (batch: string, series = 1) => importStanding(ownerUrl(home), batch, domainOf(series))

test("a thousand rows: each fault is told by row and column, and nothing is changed yet", async () => {
  const before = await countChangeable(ownerUrl(home))
  const batch = await judgeFile(page, await thousandRows())
  await expect(page.getByRole("button", { name: "นำเข้า ๙๙๓ แถว" })).toBeVisible()
  await page.getByRole("link", { name: "ไม่นำเข้า" }).click()
  const lines = page.getByRole("table").getByRole("row")
  await expect(lines).toHaveCount(1 + 1000 - sound)
  for (const [cell, why] of wrong) {
    const line = lines.filter({ hasText: `ช่อง ${thaiDigits(cell)}:` })
    await expect(line, cell).toHaveCount(1)
    await expect(line).toContainText(why)
  }
  expect(await countChangeable(ownerUrl(home))).toEqual(before)
  expect(await standing(batch)).toMatchObject({
    state: "judged",
    waiting: sound,
    refused: 7,
    open: 0,
    halves: 0,
  })
})

test("they are applied with progress, the result is downloaded, and all of it is taken back", async () => {
  const before = await countChangeable(ownerUrl(home))
  const batch = await judgeFile(page, await thousandRows())
  await press(page, home, /^นำเข้า/)
  const bar = page.getByRole("progressbar")
  const share = async () => Number(await bar.getAttribute("value")) / Number(await bar.getAttribute("max"))
  const seen = new Set<number>()
  await expect
    .poll(
      async () => {
        const now = await share()
        seen.add(now)
        return now
      },
      { timeout: 240_000, intervals: [500] },
    )
    .toBe(1)
  expect(
    [...seen].some((one) => one > 0 && one < 1),
    "the page shows how far it is by itself",
  ).toBe(true)
  await expect(page.getByText("๙๙๓ จาก ๙๙๓ แถว")).toBeVisible()
  const link = page.getByRole("link", { name: "ดาวน์โหลดผลเป็น Excel" })
  await expect(link).toBeVisible({ timeout: 20_000 })
  const applied = { state: "applied", waiting: 0, done: sound, open: sound, invitations: sound, halves: 0 }
  expect(await standing(batch)).toMatchObject(applied)
  expect(await lastDaysOf(ownerUrl(home), batch, [71, 91])).toEqual(["2027-09-30", "2027-09-30"])

  const [download] = await Promise.all([page.waitForEvent("download"), link.click()])
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(await download.path())
  const sheet = book.worksheets[0]
  expect(sheet?.actualRowCount).toBe(1001)
  const told = (row: number) => String(sheet?.getRow(row).values)
  expect(told(2)).toContain("นำเข้าแล้ว")
  for (const [cell, why] of wrong) {
    const line = told(Number(cell.slice(1)))
    expect(line).toContain(`ช่อง ${thaiDigits(cell)}:`)
    expect(line).toContain(why)
  }

  await press(page, home, /^ย้อนการนำเข้าทั้งไฟล์/)
  await expect(page.getByRole("status").filter({ hasText: "ย้อนแล้ว" })).toBeVisible({ timeout: 240_000 })
  const back = { state: "undone", undone: sound, open: 0, withdrawn: sound, halves: 0 }
  expect(await standing(batch)).toMatchObject(back)
  const after = await countChangeable(ownerUrl(home))
  expect([after.memberships, after.grants]).toEqual([before.memberships, before.grants])
  await expectWhole(home)
})

test("a file with macros, another sheet or an older format is refused as a whole, and says why", async () => {
  const good = await importFile(importRows(2, 1))
  const alert = page.locator("main").getByRole("alert")
  await giveFile(page, { ...good, name: "users.xlsm", buffer: withPart(good.buffer, "xl/vbaProject.bin") })
  await expect(alert).toContainText("มาโคร")
  await giveFile(page, { ...good, buffer: await workbook("Sheet1", [["เลขประจำตัวประชาชน"]]) })
  await expect(alert).toContainText("ไม่พบแผ่นงานชื่อ “ผู้ใช้งาน”")
  await giveFile(page, { ...good, buffer: Buffer.from("d0cf11e0a1b11ae1", "hex") })
  await expect(alert).toContainText("Excel รุ่นเก่า")
})

test("a double click, and two windows at the same moment, have it applied once", async () => {
  const batch = await judgeFile(page, await importFile(importRows(3, 60)))
  await page.getByRole("button", { name: /^นำเข้า/ }).dblclick()
  await expect(page.getByRole("status").filter({ hasText: "นำเข้าแล้ว" })).toBeVisible({ timeout: 60_000 })
  expect(await standing(batch, 3)).toMatchObject({ begun: 1, done: 60, open: 60, invitations: 60, halves: 0 })

  const second = await judgeFile(page, await importFile(importRows(4, 60)))
  const form = { unitCode: "06360207", batchId: second }
  const post = (verb: string) => page.request.post(`/api/unit/import/${verb}`, { form, maxRedirects: 0 })
  const twice = async (verb: string) => {
    const answers = await Promise.all([post(verb), post(verb)])
    return answers.map((answer) => answer.headers().location?.includes("refused=")).toSorted()
  }
  expect(await twice("apply")).toEqual([false, true])
  await page.goto(`${importer.path}/${second}`)
  await expect(page.getByRole("status").filter({ hasText: "นำเข้าแล้ว" })).toBeVisible({ timeout: 60_000 })
  expect(await standing(second, 4)).toMatchObject({
    begun: 1,
    done: 60,
    open: 60,
    invitations: 60,
    halves: 0,
  })
  expect(await twice("undo")).toEqual([false, true])
  await expect.poll(async () => (await standing(second, 4)).state, { timeout: 60_000 }).toBe("undone")
  expect(await standing(second, 4)).toMatchObject({ undone: 60, withdrawn: 60, halves: 0 })
})
