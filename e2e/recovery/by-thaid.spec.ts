import { expect, test } from "@playwright/test"
import { persona } from "../support/cast"
import { mailTo } from "../support/mailbox"
import { mailedLink } from "../support/recovery"
import { post } from "../support/sign-in"
import { decideOnPhone } from "../support/thaid"

test("an official locks the account by mail, opens it by ThaiID with a new password, and comes in by it", async ({
  page,
}) => {
  const card = await persona(page.request, "prasit.p")
  const before = (await mailTo(page.request, card.email)).length
  await post(page.request, "/api/recover", { username: card.username })
  await expect.poll(async () => (await mailTo(page.request, card.email)).length).toBeGreaterThan(before)
  const link = await mailedLink(page.request, card.email)
  // as scanners of mail do
  await page.request.get(link)
  await page.request.head(link)
  await page.goto(link)
  await page.getByRole("button", { name: "ล็อกบัญชีนี้" }).click()
  await expect(page.getByRole("heading", { name: "ล็อกบัญชีแล้ว" })).toBeVisible()
  await expect(page.getByRole("heading", { name: "ผู้ที่ช่วยได้" })).toBeVisible()
  const locked = await post(page.request, "/api/login/password", {
    username: card.username,
    password: card.password,
  })
  expect(locked.headers().location).toBe("/login?refused=signin.suspended")

  await page.getByRole("link", { name: "ไปหน้าลืมรหัสผ่าน หรือเข้าไม่ได้" }).click()
  await page.getByRole("button", { name: "ยืนยันด้วย ThaiID" }).click()
  await page.waitForURL(/\/api\/v2\/oauth2\/auth\//)
  await decideOnPhone(page, card.nationalId)
  await page.waitForURL("**/recover/password")
  await page.getByLabel("รหัสผ่านใหม่", { exact: true }).fill(card.password)
  await page.getByLabel("รหัสผ่านใหม่อีกครั้ง").fill(card.password)
  await page.getByRole("button", { name: "บันทึกรหัสผ่านใหม่" }).click()
  await page.waitForURL("**/recover/done")
  const open = await post(page.request, "/api/login/password", {
    username: card.username,
    password: card.password,
  })
  expect(open.headers().location).toBe("/login/otp")
})

test("who declines in ThaiID is told so where the other ways back are", async ({ page }) => {
  const card = await persona(page.request, "pranee.t")
  await page.goto("/recover")
  await page.getByRole("button", { name: "ยืนยันด้วย ThaiID" }).click()
  await page.waitForURL(/\/api\/v2\/oauth2\/auth\//)
  await decideOnPhone(page, card.nationalId, "ปฏิเสธ")
  await page.waitForURL(/\/recover\?refused=signin\.thaid-declined/)
  await expect(page.getByRole("alert", { name: "พบข้อผิดพลาด" })).toContainText("ปฏิเสธ")
})

test("a forgotten user name is mailed to the confirmed address", async ({ page }) => {
  const card = await persona(page.request, "malee.n")
  await page.goto("/recover")
  await page.getByRole("link", { name: "ลืมรหัสผู้ใช้งาน" }).click()
  await page.getByLabel("เลขประจำตัวประชาชน").fill(card.nationalId)
  await page.getByLabel("อีเมลของบัญชี").fill(card.email)
  await page.getByRole("button", { name: "ส่งรหัสผู้ใช้งานทางอีเมล" }).click()
  await expect(page.getByRole("heading", { name: "ตรวจอีเมลของคุณ" })).toBeVisible()
  const mails = async () => (await mailTo(page.request, card.email)).map((mail) => mail.text).join()
  await expect.poll(mails).toContain(`รหัสผู้ใช้งานของบัญชีคุณคือ ${card.username}`)
})
