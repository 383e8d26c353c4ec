import { expect, test } from "@playwright/test"
import { persona } from "../support/cast"
import { leadsTo, post, signIn, signInByHttp } from "../support/sign-in"

test.use({ javaScriptEnabled: false })

test("the administrator sets the helpdesk's telephone without JavaScript, and everyone sees it", async ({
  page,
}) => {
  await signIn(page, await persona(page.request, "dla.administrator"))
  await page.getByRole("link", { name: "ตั้งค่าระบบ" }).click()
  const telephone = page.getByLabel("โทรศัพท์")
  await telephone.fill("0 2000 0123")
  await page.getByLabel("เวลาทำการ (ภาษาไทย)").fill("จันทร์–ศุกร์ ๐๘.๓๐–๑๖.๓๐ น.")
  await page.getByRole("button", { name: "บันทึก" }).last().click()
  // refused beside the field, and nothing typed is lost
  await expect(page.locator("main").getByRole("alert")).toContainText("กรอกเวลาทำการให้ครบทั้งสองภาษา")
  await expect(telephone).toHaveValue("0 2000 0123")
  await expect(page.getByLabel("เวลาทำการ (ภาษาไทย)")).toHaveValue("จันทร์–ศุกร์ ๐๘.๓๐–๑๖.๓๐ น.")
  expect(page.url()).not.toContain("0123")
  await page.getByLabel("เวลาทำการ (ภาษาอังกฤษ)").fill("Monday to Friday, 08:30–16:30")
  await page.getByRole("button", { name: "บันทึก" }).last().click()
  await expect(page.getByRole("status")).toContainText("บันทึกการตั้งค่าแล้ว")
  await expect(page.getByRole("table").last()).toContainText("อำนวย ดูแลระบบ")
  await page.goto("/help")
  await expect(page.getByText("0 2000 0123")).toBeVisible()

  // a second tab that still shows the version before
  const late = await post(page.request, "/api/admin/settings/contact", { version: "0", telephone: "1567" })
  expect(leadsTo(late)).toBe("/admin/settings?refused=settings.stale&setting=contact")
  await page.goto("/admin/settings?refused=settings.stale&setting=contact")
  await expect(page.locator("main").getByRole("alert")).toContainText("มีผู้เปลี่ยนการตั้งค่านี้ไปก่อนแล้ว")
  await expect(telephone).toHaveValue("1567")

  // lifting the second factor needs a tick; nothing is changed here, since other journeys sign in meanwhile
  await page.goto("/admin/settings")
  const otp = page.getByRole("region", { name: "วันที่เริ่มใช้รหัส OTP" })
  await otp.getByLabel("วันที่", { exact: true }).fill("๓๑")
  await otp.getByLabel("เดือน").selectOption({ label: "ธันวาคม" })
  await otp.getByLabel("ปี พ.ศ.").fill("๒๕๖๙")
  await otp.getByRole("button", { name: "บันทึก" }).click()
  await expect(page.locator("main").getByRole("alert")).toContainText("ทำเครื่องหมายยืนยัน")
  await expect(otp.getByLabel("วันที่", { exact: true })).toHaveValue("๓๑")
  await expect(page.getByText("ขณะนี้ขอรหัส OTP จากทุกคน")).toBeVisible()
})

test("an auditor sees the settings and cannot change them; for others there is no such page", async ({
  request,
  playwright,
  baseURL,
}) => {
  await signInByHttp(request, await persona(request, "dla.auditor"))
  const page = await (await request.get("/admin/settings")).text()
  expect(page).toContain("คุณดูได้อย่างเดียว")
  expect(page).not.toContain("/api/admin/settings/contact")
  expect(leadsTo(await post(request, "/api/admin/settings/contact", { version: "0" }))).toBe(
    "/admin/settings?refused=forbidden&setting=contact",
  )
  const officer = await playwright.request.newContext(baseURL ? { baseURL } : {})
  await signInByHttp(officer, await persona(officer, "dla.officer"))
  expect((await officer.get("/admin/settings")).status()).toBe(404)
})
