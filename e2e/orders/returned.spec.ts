import { type Browser, expect, type Page, test } from "@playwright/test"
import { inventedNationalId } from "../../db/factories/account"
import { pdf } from "../../db/factories/pdf"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { codesSeen, mailTo, nextCode } from "../support/mailbox"
import { makeOrder, personForm } from "../support/orders"
import { mailedLink } from "../support/recovery"
import { post, signInByHttp } from "../support/sign-in"

const here = "06360207"
const home = () => String(test.info().config.metadata.home)
const words = "ตะวันอ้อมข้าวออกรวงเหลืองทั้งท้องนา"

async function enter(browser: Browser, baseURL: string | undefined, username: string): Promise<Page> {
  // the clerk's browser runs no scripts, so that a file is sent by its button
  const javaScriptEnabled = username !== "somchai.s"
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled })
  const page = await context.newPage()
  await forgetMailedCodes(ownerUrl(home()))
  await signInByHttp(page.request, await persona(page.request, username))
  return page
}

/** An order of the unit that names one person, with its number, date and scan, handed in. */
async function sentOrder(page: Page, orderNumber: string, email: string, nationalId: string) {
  const order = await makeOrder(page.request, here)
  await post(page.request, "/api/unit/orders/person", { ...personForm, ...order.at(2), nationalId, email })
  await page.goto(`${order.path}/paper`)
  await fillPaper(page, orderNumber)
  await page.goto(order.path)
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "คำสั่ง.pdf", mimeType: "application/pdf", buffer: pdf({ text: order.number }) })
  await page.getByRole("button", { name: "ส่งไฟล์ที่เลือก" }).click()
  await expect(async () => {
    await page.goto(order.path)
    await expect(page.getByText("ใช้ได้", { exact: true }).first()).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 60_000 })
  await page.getByRole("button", { name: "ส่งคำสั่ง" }).click()
  await expect(page.getByRole("status")).toContainText("ส่งคำสั่งให้เจ้าหน้าที่พิจารณาแล้ว")
  return order
}

async function fillPaper(page: Page, orderNumber: string): Promise<void> {
  await page.getByLabel("เลขที่คำสั่ง").fill(orderNumber)
  const group = page.getByRole("group", { name: "สั่ง ณ วันที่" })
  if ((await group.count()) > 0) {
    await group.getByLabel("วัน", { exact: true }).fill("20")
    await group.getByLabel("เดือน").selectOption({ label: "พฤศจิกายน" })
    await group.getByLabel("ปี พ.ศ.").fill("2569")
  }
  await page.getByRole("button", { name: "บันทึก" }).click()
}

async function told(page: Page, email: string, number: string, subject: string): Promise<void> {
  const told = async () =>
    (await mailTo(page.request, email)).some(
      (mail) => mail.subject.includes(subject) && mail.text.includes(number),
    )
  await expect.poll(told, { timeout: 90_000, intervals: [1000] }).toBe(true)
}

test("a returned order is put right where it was returned, keeps its place, and its person comes in", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(360_000)
  const paper = Date.now() % 1_000_000
  const [email, nationalId] = [`appointee-${paper}@officials.example`, inventedNationalId()]
  const unit = await enter(browser, baseURL, "somchai.s")
  const { email: unitMail } = await persona(unit.request, "somchai.s")
  const first = await sentOrder(unit, `${paper}`, email, nationalId)
  const second = await sentOrder(unit, `${paper + 1}`, `other-${email}`, inventedNationalId())

  const officer = await enter(browser, baseURL, "dla.officer")
  await officer.goto(`/desk/${first.number}`)
  await officer.locator("summary", { hasText: "ส่งคืนให้แก้" }).click()
  await officer.locator("#return-number-differs").check()
  await officer.locator("#field-orderNumber").check()
  await officer.getByRole("button", { name: "ส่งคืน", exact: true }).click()
  await expect(officer.getByText(/^ส่งคืน O-/)).toBeVisible()
  await told(unit, unitMail, first.number, "แก้ไข")

  await unit.goto(first.path)
  await expect(unit.locator("main")).toContainText("เลขที่คำสั่ง")
  await expect(unit.getByRole("link", { name: "เพิ่มผู้ได้รับแต่งตั้ง" })).toHaveCount(0)
  await unit.goto(`${first.path}/paper`)
  // only what was returned is open
  await expect(unit.getByLabel("ชื่อผู้ลงนาม")).toHaveCount(0)
  await fillPaper(unit, `${paper + 2}`)
  await unit.goto(first.path)
  await unit.getByRole("button", { name: "ส่งคำสั่ง" }).click()
  await expect(unit.getByRole("status")).toContainText("ส่งคำสั่งให้เจ้าหน้าที่พิจารณาแล้ว")

  // in its old place, before the one that was sent after it
  await officer.goto(`/desk?${new URLSearchParams({ q: `is:waiting kind:order unit:${here}` })}`)
  const rows = await officer
    .locator("a[data-row]")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))
  const [at = -1, after = -1] = [first, second].map(({ number }) =>
    rows.findIndex((path) => path.includes(number)),
  )
  expect(at).toBeGreaterThanOrEqual(0)
  expect(after).toBeGreaterThan(at)
  await officer.goto(`/desk/${first.number}`)
  await expect(officer.locator("main")).toContainText(`${paper + 2}`)
  await officer.getByRole("button", { name: /^อนุมัติ/ }).click()
  await expect(officer.getByText(/^อนุมัติ O-/)).toBeVisible()
  await told(unit, unitMail, first.number, "อนุมัติ")

  await expect.poll(() => mailedLink(unit.request, email, "invitation").catch(() => "")).not.toBe("")
  const appointee = await (await browser.newContext(baseURL ? { baseURL } : {})).newPage()
  const seen = await codesSeen(unit.request, email)
  await appointee.goto(await mailedLink(unit.request, email, "invitation"))
  await appointee.getByRole("button", { name: "ขอรหัส" }).click()
  await appointee.getByLabel("รหัส ๖ หลัก").fill(await nextCode(unit.request, email, seen))
  await appointee.getByRole("button", { name: "ยืนยันรหัส" }).click()
  await appointee.getByLabel("เลขประจำตัวประชาชน").fill(nationalId)
  await appointee.getByLabel("รหัสผ่านใหม่", { exact: true }).fill(words)
  await appointee.getByLabel("รหัสผ่านใหม่อีกครั้ง").fill(words)
  await appointee.getByRole("button", { name: "ตั้งรหัสผ่านและเปิดใช้บัญชี" }).click()
  await appointee.waitForURL("**/portal")

  // the other one ends here, so that another run finds the desk as it was
  await unit.goto(second.path)
  await unit.getByRole("button", { name: "ถอนคำสั่งนี้" }).click()
  for (const page of [unit, officer, appointee]) await page.context().close()
})
