import { expect, type Page, test } from "@playwright/test"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { renewStepUps } from "../../db/testing/renew-step-ups"
import { ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { keeper } from "../support/clients"
import { signInByHttp } from "../support/sign-in"

test.use({ javaScriptEnabled: false })

async function enter(page: Page, username: string) {
  await forgetMailedCodes(ownerUrl(String(test.info().config.metadata.home)))
  await signInByHttp(page.request, await persona(page.request, username))
}

const proved = () => renewStepUps(ownerUrl(String(test.info().config.metadata.home)), keeper)

test("a client is registered, gets a secret shown once, and its settings are ready to copy; without JavaScript", async ({
  page,
}) => {
  await enter(page, keeper)
  await proved()
  await page.goto("/admin/systems/E-LAAS")
  await page.getByRole("link", { name: "การเชื่อมต่อเข้าสู่ระบบ (OpenID Connect)" }).click()
  await page.getByRole("link", { name: "ลงทะเบียนการเชื่อมต่อ" }).click()
  await page.getByLabel("ชื่อโปรแกรม").fill("e-LAAS หน้าเว็บ")
  const redirect = page.getByLabel("ที่อยู่ส่งกลับหลังเข้าสู่ระบบ (redirect URI)")
  await redirect.fill("https://*.laas.example/callback")
  await page.getByRole("button", { name: "ลงทะเบียน", exact: true }).click()
  await expect(page.locator("main").getByRole("alert")).toContainText("ใช้ * แทนไม่ได้")
  await expect(page.getByLabel("ชื่อโปรแกรม")).toHaveValue("e-LAAS หน้าเว็บ")
  await redirect.fill("https://laas.example/app/callback")
  await page.getByRole("button", { name: "ลงทะเบียน", exact: true }).click()
  await expect(page.getByRole("status")).toContainText("ลงทะเบียนแล้ว")
  const here = page.url().replace(/\?.*$/, "")
  const clientId = here.split("/").at(-1) ?? ""
  expect(clientId).toMatch(/^e-laas-[a-z0-9]{8}$/)

  await page.getByRole("button", { name: "สร้างรหัสลับ" }).click()
  const secret = (await page.locator(".codes code").textContent()) ?? ""
  expect(Buffer.from(secret, "base64url")).toHaveLength(32)
  await page.getByRole("link", { name: "คัดลอกแล้ว กลับไปการเชื่อมต่อ" }).click()
  expect(page.url()).toBe(here)
  expect(await page.content()).not.toContain(secret)
  // what made it is a form: its address answers no look
  expect((await page.request.get("/api/admin/systems/client/secret")).status()).toBe(405)

  await page.getByRole("link", { name: "การตั้งค่าสำเร็จรูป" }).click()
  for (const name of ["PHP", "Java", ".NET", "Apache"])
    await expect(page.getByRole("region", { name })).toContainText(clientId)
  await expect(page.getByRole("region", { name: "Apache" })).toContainText("callback?logout=backchannel")
  expect(await page.content()).not.toContain(secret)
})

test("an auditor sees a system's clients and changes nothing; for others there is no such page", async ({
  page,
  browser,
}) => {
  await enter(page, "dla.auditor")
  await page.goto("/admin/systems/E-LAAS/client")
  await expect(page.locator("main")).toContainText("คุณดูได้อย่างเดียว")
  await expect(page.getByRole("link", { name: "ลงทะเบียนการเชื่อมต่อ" })).toHaveCount(0)
  expect((await page.request.get("/admin/systems/E-LAAS/client/new")).status()).toBe(404)
  const context = await browser.newContext()
  const other = await context.newPage()
  await enter(other, "pranee.t")
  expect((await other.request.get("/admin/systems/E-LAAS/client")).status()).toBe(404)
  await context.close()
})
