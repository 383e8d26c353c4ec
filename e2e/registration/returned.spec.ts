import { type Browser, expect, type Page, test } from "@playwright/test"
import { inventedNationalId } from "../../db/factories/account"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { codesSeen, mailTo, nextCode } from "../support/mailbox"
import { mailedLink } from "../support/recovery"
import {
  fillEmail,
  fillPerson,
  fillUnit,
  lookUpRequest,
  newAddress,
  sendEvidence,
  sendRequest,
  startTyping,
} from "../support/registration"
import { makeRequests } from "../support/requests"
import { signInByHttp } from "../support/sign-in"

test.use({ javaScriptEnabled: false })

const home = () => String(test.info().config.metadata.home)
const words = "เรือลำเล็กลอยกลางทุ่งนาหลังฝนตก"

async function officerAt(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false })
  const page = await context.newPage()
  await forgetMailedCodes(ownerUrl(home()))
  await signInByHttp(page.request, await persona(page.request, "dla.officer"))
  return page
}

/** Waits for a mail with these words in its subject: a decision takes effect half a minute later. */
async function told(page: Page, email: string, subject: string): Promise<void> {
  const subjects = async () => (await mailTo(page.request, email)).map((mail) => mail.subject).join("\n")
  await expect.poll(subjects, { timeout: 90_000, intervals: [1000] }).toContain(subject)
}

/** The status; a browser that looked it up within half an hour sees it without typing the secret again. */
async function status(page: Page, number: string, secret: string): Promise<void> {
  await page.goto(`/register/status?number=${number}`)
  if ((await page.getByLabel("รหัสลับ").count()) > 0) await lookUpRequest(page, number, secret)
}

async function placeOf(page: Page, number: string, secret: string): Promise<string> {
  await status(page, number, secret)
  return page.getByText(/^ลำดับที่ /).innerText()
}

test("a returned request is put right where it was returned, keeps its place, and its person comes in; without JavaScript", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(360_000)
  const [email, nationalId] = [newAddress(), inventedNationalId()]
  await startTyping(page)
  await fillPerson(page, nationalId)
  await fillUnit(page)
  await fillEmail(page, email)
  await sendEvidence(page)
  // the pages that were sent can be looked at by who sent them, and by no other browser
  const image = await page.locator("details img").first().getAttribute("src")
  expect((await page.request.get(image ?? "")).headers()["content-type"]).toBe("image/webp")
  const { number, secret } = await sendRequest(page)
  const sentAt = Date.now()
  const place = await placeOf(page, number, secret)

  const officer = await officerAt(browser, baseURL)
  expect((await officer.request.get(image ?? "")).status()).toBe(200)
  await officer.goto(`/desk/${number}`)
  await officer.locator("summary", { hasText: "ส่งคืนให้แก้" }).click()
  await officer.getByLabel("ตำแหน่งไม่ตรงกับเอกสาร").check()
  await officer.getByLabel("ตำแหน่ง", { exact: true }).check()
  await officer.getByRole("button", { name: "ส่งคืน", exact: true }).click()
  await expect(officer.getByText(/^ส่งคืน R-/)).toBeVisible()
  await told(page, email, "ต้องแก้ไข")
  // somebody else comes after it meanwhile; what is made here was sent a minute ago
  await page.waitForTimeout(Math.max(0, sentAt + 62_000 - Date.now()))
  await makeRequests(home(), "06360207", 1, `มาทีหลัง${Date.now() % 10_000}`)

  await status(page, number, secret)
  await expect(page.getByText("ต้องแก้ไข", { exact: true })).toBeVisible()
  const seen = await codesSeen(page.request, email)
  await page.getByRole("button", { name: "แก้ไขคำขอ" }).click()
  await page.getByLabel("รหัส ๖ หลัก").fill(await nextCode(page.request, email, seen))
  await page.getByRole("button", { name: "ยืนยันรหัส" }).click()
  await expect(page.getByText("รายการที่ผู้ตรวจขอให้แก้")).toBeVisible()
  // only what was returned is open
  await expect(page.locator("main a", { hasText: /^แก้ไข/ })).toHaveCount(1)
  await page.goto("/register/person")
  await expect(page.getByLabel("ชื่อ (ภาษาไทย)")).toHaveCount(0)
  await page.goto("/register/unit")
  await expect(page.getByLabel("ประเภทบุคลากร")).toHaveCount(0)
  await page.getByLabel("ตำแหน่ง").fill("นักทรัพยากรบุคคลปฏิบัติการ")
  await page.getByRole("button", { name: "บันทึกและไปหน้าถัดไป" }).click()
  await page.goto("/register/check")
  await page.getByLabel("ข้อมูลและเอกสารเป็นความจริง").check()
  await page.getByRole("button", { name: "ส่งคำขอ", exact: true }).click()
  await expect(page).toHaveURL(/\/register\/done/)
  expect(await placeOf(page, number, secret)).toBe(place)

  await officer.goto(`/desk/${number}`)
  await expect(officer.locator("main")).toContainText("นักทรัพยากรบุคคลปฏิบัติการ")
  await officer.getByRole("button", { name: /^อนุมัติ/ }).click()
  await expect(officer.getByText(/^อนุมัติ R-/)).toBeVisible()
  await expect
    .poll(() => mailedLink(page.request, email, "invitation").catch(() => ""), { timeout: 90_000 })
    .not.toBe("")
  const before = await codesSeen(page.request, email)
  await page.goto(await mailedLink(page.request, email, "invitation"))
  await page.getByRole("button", { name: "ขอรหัส" }).click()
  await page.getByLabel("รหัส ๖ หลัก").fill(await nextCode(page.request, email, before))
  await page.getByRole("button", { name: "ยืนยันรหัส" }).click()
  await page.getByLabel("เลขประจำตัวประชาชน").fill(nationalId)
  await page.getByLabel("รหัสผ่านใหม่", { exact: true }).fill(words)
  await page.getByLabel("รหัสผ่านใหม่อีกครั้ง").fill(words)
  await page.getByRole("button", { name: "ตั้งรหัสผ่านและเปิดใช้บัญชี" }).click()
  await page.waitForURL("**/portal")
  await expect(page.getByRole("button", { name: "รับทราบและใช้งานต่อ" })).toBeVisible()
  await officer.context().close()
})
