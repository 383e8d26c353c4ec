import { expect, type Page } from "@playwright/test"
import { inventedNationalId } from "../../db/factories/account"
import { pdf } from "../../db/factories/pdf"
import { codesSeen, nextCode } from "./mailbox"

/** An address that nobody else in a run has. */
export function newAddress(): string {
  return `applicant-${Date.now()}-${Math.floor(Math.random() * 1e6)}@applicants.example`
}

/** Page 1: the notice is read, the facts will be typed. */
export async function startTyping(page: Page): Promise<void> {
  await page.goto("/register")
  await page.getByLabel("อ่านประกาศความเป็นส่วนตัวนี้แล้ว").check()
  await page.getByRole("button", { name: "กรอกข้อมูลเอง" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("คุณคือใคร")
}

/** Page 2. */
export async function fillPerson(page: Page, nationalId = inventedNationalId()): Promise<void> {
  await page.getByLabel("เลขประจำตัวประชาชน").fill(nationalId)
  await page.getByLabel("คำนำหน้าชื่อ").fill("นางสาว")
  await page.getByLabel("ชื่อ (ภาษาไทย)").fill("มาลี")
  await page.getByLabel("นามสกุล (ภาษาไทย)").fill("ขยันยิ่ง")
  await page.getByRole("button", { name: "บันทึกและไปหน้าถัดไป" }).click()
}

/** Page 3: a unit found among the real ones. */
export async function fillUnit(page: Page): Promise<void> {
  await page.getByLabel("ชื่อหรือรหัสหน่วยงาน").fill("06360207")
  await page.getByRole("button", { name: "ค้นหา" }).click()
  await page.locator("a[href='/register/unit?unit=06360207']").click()
  await page.getByLabel("ตำแหน่ง").fill("นักจัดการงานทั่วไป")
  await page.getByLabel("ประเภทบุคลากร").selectOption("local-government")
  await page.getByRole("button", { name: "บันทึกและไปหน้าถัดไป" }).click()
}

/** Page 4, with the code from the mail. */
export async function fillEmail(page: Page, email: string): Promise<void> {
  const seen = await codesSeen(page.request, email)
  await page.getByLabel("อีเมล").fill(email)
  await page.getByRole("button", { name: "ส่งรหัสและไปต่อ" }).click()
  await page.getByLabel("รหัส ๖ หลัก").fill(await nextCode(page.request, email, seen))
  await page.getByRole("button", { name: "ยืนยันรหัส" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("เอกสารหลักฐาน")
}

/** Page 5, in a browser without scripts: the file is sent by its button, and the page asked again until it was looked at. */
export async function sendEvidence(page: Page): Promise<void> {
  const file = { name: "คำสั่งบรรจุ.pdf", mimeType: "application/pdf", buffer: Buffer.from(pdf()) }
  await page.locator("input[type=file]").first().setInputFiles(file)
  await page.getByRole("button", { name: "ส่งไฟล์" }).click()
  await expect(async () => {
    await page.goto("/register/documents")
    await expect(page.getByText("กำลังตรวจ")).toHaveCount(0, { timeout: 100 })
  }).toPass({ timeout: 30_000 })
}

/** Page 6: sent. Gives what the slip says. */
export async function sendRequest(page: Page): Promise<{ number: string; secret: string }> {
  await page.goto("/register/check")
  await page.getByLabel("ข้อมูลและเอกสารเป็นความจริง").check()
  await page.getByRole("button", { name: "ส่งคำขอ", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ใบรับคำขอลงทะเบียน")
  const [number = "", secret = ""] = await page.locator("dl.slip code").allInnerTexts()
  return { number, secret }
}

/** Looks a request up, in whatever browser. */
export async function lookUpRequest(page: Page, number: string, secret: string): Promise<void> {
  await page.goto(`/register/status?number=${number}`)
  await page.getByLabel("รหัสลับ").fill(secret)
  await page.getByRole("button", { name: "ดูสถานะ" }).click()
}
