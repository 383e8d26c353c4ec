import { expect, test } from "@playwright/test"
import { ageStepUps } from "../../db/testing/age-step-ups"
import { ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { codesSeen, nextCode } from "../support/mailbox"
import { signIn } from "../support/sign-in"

test.use({ javaScriptEnabled: false })

test("a sensitive change asks who it is, keeps what was typed and leads back, without JavaScript", async ({
  page,
  context,
}) => {
  const home = String(test.info().config.metadata.home)
  const administrator = await persona(page.request, "dla.administrator")
  await signIn(page, administrator)
  await ageStepUps(ownerUrl(home), administrator.username)
  await page.goto("/admin/settings")
  await page.getByLabel("โทรศัพท์").fill("0 2000 0456")
  await page.getByRole("button", { name: "บันทึก" }).last().click()
  await page.waitForURL("**/step-up?returnTo=**")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ยืนยันตัวตนอีกครั้ง")
  await page.getByLabel("รหัสผ่านปัจจุบัน").fill("ไม่ใช่รหัสผ่านของฉัน")
  await page.getByRole("button", { name: "ส่งรหัส OTP" }).click()
  await expect(page.locator("main").getByRole("alert")).toContainText("รหัสผ่านไม่ถูกต้อง")
  const before = (await context.cookies()).find((cookie) => cookie.name.endsWith("session"))?.value
  const seen = await codesSeen(page.request, administrator.email)
  await page.getByLabel("รหัสผ่านปัจจุบัน").fill(administrator.password)
  await page.getByRole("button", { name: "ส่งรหัส OTP" }).click()
  await page.getByLabel("รหัส OTP").fill(await nextCode(page.request, administrator.email, seen))
  await page.getByRole("button", { name: "ยืนยันรหัส" }).click()
  // back at the form, which still holds what was typed; nothing was saved before the proof
  await page.waitForURL("**/admin/settings?setting=contact")
  await expect(page.getByLabel("โทรศัพท์")).toHaveValue("0 2000 0456")
  expect((await context.cookies()).find((cookie) => cookie.name.endsWith("session"))?.value).not.toBe(before)
  await page.getByRole("button", { name: "บันทึก" }).last().click()
  await expect(page.getByRole("status")).toContainText("บันทึกการตั้งค่าแล้ว")
})
