import { type APIRequestContext, expect, test } from "@playwright/test"
import { copyOfficial } from "../../db/testing/copy-official"
import { ownerAccess } from "../operations/own-home"
import { persona, type Welcome } from "../support/cast"
import { codesSeen, nextCode } from "../support/mailbox"

/** One of his own: who sets his password anew has no power for a day, and the other journeys need those of the cast. */
async function forgetful(request: APIRequestContext): Promise<Welcome> {
  const card = await persona(request, "dla.systems")
  return {
    ...card,
    ...(await copyOfficial(ownerAccess(String(test.info().config.metadata.home)), card.username)),
  }
}

const thaiDigits = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(0x0e50 + Number(digit)))

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  test("an official sets a forgotten password anew by the mailed code, and signs in with it and the second step", async ({
    page,
  }) => {
    const card = await forgetful(page.request)
    await page.goto("/login")
    await page.getByRole("link", { name: "ลืมรหัสผ่าน หรือเข้าไม่ได้" }).first().click()
    const seen = await codesSeen(page.request, card.email)
    await page.getByLabel("รหัสผู้ใช้งาน (Username)").fill(card.username)
    await page.getByRole("button", { name: "ส่งรหัสทางอีเมล" }).click()
    await page.waitForURL("**/recover/code")
    const code = await nextCode(page.request, card.email, seen)
    await page.getByLabel("รหัส ๖ หลัก").fill(code === "000000" ? "111111" : "000000")
    await page.getByRole("button", { name: "ยืนยันรหัส" }).click()
    await expect(page.locator("main").getByRole("alert")).toContainText("เหลืออีก ๔ ครั้ง")
    await page.getByLabel("รหัส ๖ หลัก").fill(thaiDigits(code))
    await page.getByRole("button", { name: "ยืนยันรหัส" }).click()
    await page.waitForURL("**/recover/password")
    await page.getByLabel("รหัสผ่านใหม่", { exact: true }).fill("สั้นไป")
    await page.getByLabel("รหัสผ่านใหม่อีกครั้ง").fill("สั้นไป")
    await page.getByRole("button", { name: "บันทึกรหัสผ่านใหม่" }).click()
    await expect(page.locator("main").getByRole("alert")).toContainText("สั้นเกินไป")
    await page.getByLabel("รหัสผ่านใหม่", { exact: true }).fill(card.password)
    await page.getByLabel("รหัสผ่านใหม่อีกครั้ง").fill(card.password)
    await page.getByRole("button", { name: "บันทึกรหัสผ่านใหม่" }).click()
    await page.waitForURL("**/recover/done")
    await page.getByRole("link", { name: "ไปหน้าเข้าสู่ระบบ" }).click()

    const codes = await codesSeen(page.request, card.email)
    await page.getByLabel("รหัสผู้ใช้งาน (Username)").fill(card.username)
    await page.getByLabel("รหัสผ่าน (Password)").fill(card.password)
    await page.getByRole("button", { name: "เข้าสู่ระบบ", exact: true }).click()
    await page.waitForURL("**/login/otp")
    await page.getByLabel("รหัส OTP").fill(await nextCode(page.request, card.email, codes))
    await page.getByRole("button", { name: "ยืนยันรหัส" }).click()
    await page.waitForURL("**/portal")
    await expect(page.getByText("อำนาจดูแลระบบหรือดูแลหน่วยงานของคุณ (ถ้ามี) พักไว้ถึงวันที่")).toBeVisible()
    await page.goto("/account/activity")
    await expect(page.getByText("ตั้งรหัสผ่านใหม่หลังลืมรหัสผ่าน และออกจากระบบทุกเครื่อง")).toBeVisible()
  })

  test("a name that is nobody's is answered word for word the same, cookies by name too", async ({
    page,
    playwright,
    baseURL,
  }) => {
    const card = await persona(page.request, "dla.helpdesk")
    const answers: unknown[] = []
    for (const username of [card.username, "nobody.at.all"]) {
      const browser = await playwright.request.newContext({ baseURL: baseURL ?? "" })
      const asked = await browser.post("/api/recover", { form: { username }, maxRedirects: 0 })
      const cookies = (await browser.storageState()).cookies.map(({ name, value }) => [name, value.length])
      const shown = (await (await browser.get("/recover/code")).text())
        .replace(/nonce="[^"]*"|[\w-]{20,}/g, "")
        .replace(/[๐-๙]{1,2}[:.][๐-๙]{2}/g, "")
      const guess = await browser.post("/api/recover/code", { form: { code: "000000" }, maxRedirects: 0 })
      answers.push([asked.status(), asked.headers().location, cookies, shown, guess.headers().location])
      await browser.dispose()
    }
    expect(answers[0]).toEqual(answers[1])
  })
})
