import { expect, test } from "@playwright/test"
import { cast } from "../support/cast"
import { codesSeen, nextCode } from "../support/mailbox"
import { mailedLink } from "../support/recovery"
import { decideOnPhone } from "../support/thaid"

const words = "ลมหนาวพัดใบไม้ร่วงหลังบ้านยาย"

test("an invited person opens the account: link, code, not by another's ThaiID, then a password; without JavaScript", async ({
  browser,
  request,
  baseURL,
}) => {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false })
  const page = await context.newPage()
  const people = await cast(request)
  const card = people.find(({ username }) => username === "refused.invited")
  const other = people.find(({ username }) => username === "malee.n")
  if (!card?.email || !other) throw new Error("the cast has nobody who is invited")
  await expect.poll(() => mailedLink(request, card.email ?? "", "invitation").catch(() => "")).not.toBe("")
  const link = await mailedLink(request, card.email, "invitation")

  // as scanners of mail do: nothing is mailed by it
  const seen = await codesSeen(request, card.email)
  await request.get(link)
  await request.head(link)
  await page.goto(link)
  await page.getByRole("button", { name: "ขอรหัส" }).click()
  await page.waitForURL("**/invitation/code")
  const code = await nextCode(request, card.email, seen)
  await page.getByLabel("รหัส ๖ หลัก").fill(code === "000000" ? "111111" : "000000")
  await page.getByRole("button", { name: "ยืนยันรหัส" }).click()
  await expect(page.getByRole("alert", { name: "พบข้อผิดพลาด" })).toContainText("กรอกได้อีก ๔ ครั้ง")
  await page.getByLabel("รหัส ๖ หลัก").fill(code)
  await page.getByRole("button", { name: "ยืนยันรหัส" }).click()
  await page.waitForURL("**/invitation/choose")

  await page.getByRole("button", { name: "เปิดใช้ด้วย ThaiID" }).click()
  await page.waitForURL(/\/api\/v2\/oauth2\/auth\//)
  await decideOnPhone(page, other.nationalId)
  await page.waitForURL(/\/invitation\/choose\?refused=signin\.thaid-other-person/)

  await page.getByLabel("เลขประจำตัวประชาชน").fill(other.nationalId)
  await page.getByLabel("รหัสผ่านใหม่", { exact: true }).fill(words)
  await page.getByLabel("รหัสผ่านใหม่อีกครั้ง").fill(words)
  await page.getByRole("button", { name: "ตั้งรหัสผ่านและเปิดใช้บัญชี" }).click()
  await expect(page.getByRole("alert", { name: "พบข้อผิดพลาด" })).toContainText("ไม่ตรงกับผู้ที่ได้รับเชิญ")
  await expect(page.getByLabel("เลขประจำตัวประชาชน")).toHaveValue("")
  await page.getByLabel("เลขประจำตัวประชาชน").fill(card.nationalId)
  await page.getByLabel("รหัสผ่านใหม่", { exact: true }).fill(words)
  await page.getByLabel("รหัสผ่านใหม่อีกครั้ง").fill(words)
  await page.getByRole("button", { name: "ตั้งรหัสผ่านและเปิดใช้บัญชี" }).click()
  await page.waitForURL("**/portal")
  // the duties of use are asked at the first sign-in
  await expect(page.getByRole("button", { name: "รับทราบและใช้งานต่อ" })).toBeVisible()

  await page.goto(link)
  await expect(page.getByRole("heading", { name: "บัญชีเปิดใช้แล้ว" })).toBeVisible()
  await expect(page.getByRole("link", { name: "ไปหน้าเข้าสู่ระบบ" })).toBeVisible()
  await context.close()
})

test("who brings an old link is told whom to ask", async ({ page }) => {
  await page.goto("/invitation/none")
  await expect(page.getByRole("heading", { name: "ลิงก์เชิญใช้ไม่ได้แล้ว" })).toBeVisible()
  await expect(page.getByRole("link", { name: "ค้นหา SSO Admin ของหน่วยงาน" })).toHaveAttribute(
    "href",
    "/admins",
  )
})
