import { type Browser, expect, type Page } from "@playwright/test"
import { type MadeCell, workbook } from "../../db/factories/workbook"
import { renewStepUps } from "../../db/testing/renew-step-ups"
import { nationalIdCheckDigit } from "../../lib/identity/rules"
import { ownerUrl } from "../operations/own-home"
import type { OwnProduct } from "../operations/own-product"
import { persona } from "./cast"
import { signInByHttp } from "./sign-in"

/** Who brings users in, and where. */
export const importer = { username: "somchai.s", path: "/unit/06360207/import" }

/** Headings of the workbooks that journeys send, column A first. */
const headings = [
  "เลขประจำตัวประชาชน",
  "คำนำหน้า",
  "ชื่อ",
  "นามสกุล",
  "ตำแหน่ง",
  "ประเภทบุคลากร",
  "อีเมล",
  "เลขที่คำสั่งหรือหนังสือ",
  "สังกัดถึงวันที่",
]

/** The address in a workbook's row of a series begins so and ends so. */
export const domainOf = (series: number) => `bulk-${series}.example`

/** Sound rows about invented people whom no other series names. */
export function importRows(series: number, count: number): MadeCell[][] {
  return Array.from({ length: count }, (_, at) => {
    const twelve = `18${String(series).padStart(2, "0")}${String(at + 1).padStart(8, "0")}`
    const nationalId = `${twelve}${nationalIdCheckDigit(twelve)}`
    const kind = "ข้าราชการหรือพนักงานส่วนท้องถิ่น"
    const email = `row-${at + 1}@${domainOf(series)}`
    return [nationalId, "นาย", "สมมุติ", "นำเข้า", "เจ้าพนักงานธุรการ", kind, email, "ที่ ๑/๒๕๖๙", null]
  })
}

/** The same text with Thai digits. */
export const thaiDigits = (text: string) => text.replace(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[Number(digit)] ?? "")

/** A workbook of these rows, as a file that a form is given. */
export async function importFile(rows: readonly (readonly MadeCell[])[], more: { merges?: string[] } = {}) {
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  const buffer = await workbook("ผู้ใช้งาน", [headings, ...rows], more)
  return { name: "users.xlsx", mimeType, buffer }
}

/** A page of the unit's SSO Admin, signed in. */
export async function importerPage(browser: Browser, product: OwnProduct): Promise<Page> {
  const context = await browser.newContext({ baseURL: product.origin })
  const answer = await signInByHttp(context.request, await persona(context.request, importer.username))
  expect(answer.status()).toBe(303)
  return context.newPage()
}

/** Chooses a file and sends it. */
export async function giveFile(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  await page.goto(importer.path)
  await page.getByLabel("ไฟล์ Excel").setInputFiles(file)
  await page.getByRole("button", { name: "ตรวจไฟล์" }).click()
}

/** Sends a workbook; the page is then that of what it would do. @returns the batch's id */
export async function judgeFile(
  page: Page,
  file: { name: string; mimeType: string; buffer: Buffer },
  timeout = 60_000,
): Promise<string> {
  await giveFile(page, file)
  await expect(page.getByRole("status").filter({ hasText: "ผลการตรวจ" })).toBeVisible({ timeout })
  return new URL(page.url()).pathname.split("/").at(-1) ?? ""
}

/** Presses what starts an import or its way back, with a proof that is fresh enough. */
export async function press(page: Page, home: string, name: RegExp): Promise<void> {
  await renewStepUps(ownerUrl(home), importer.username)
  await page.getByRole("button", { name }).click()
  await expect(page.getByRole("progressbar")).toBeVisible()
}
