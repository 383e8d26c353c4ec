import { expect, type Page } from "@playwright/test"
import { ageStepUps } from "../../db/testing/age-step-ups"
import { testThere as test } from "../operations/own-demo"
import { ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { leadsTo, post, signIn, signInByHttp } from "../support/sign-in"
import { decideOnPhone } from "../support/thaid"

// A demonstration of its own: other journeys sign in by password meanwhile.

test.afterEach(({ demo }) => demo.owner`delete from settings where key = 'signin.thaid-duty'`)

/** Fills in from when SSO Admins must use ThaiID. */
async function bid(page: Page, daysAhead: number): Promise<void> {
  const form = page.getByRole("region", { name: "ใครต้องเข้าสู่ระบบด้วย ThaiID" })
  const bangkok = new Date(Date.now() + (daysAhead * 24 + 7) * 3_600_000)
  await form.getByLabel("กลุ่มผู้ใช้งาน").selectOption({ label: "SSO Admin ของทุกหน่วยงาน" })
  await form.getByLabel("วันที่", { exact: true }).fill(`${bangkok.getUTCDate()}`)
  await form.getByLabel("เดือน").selectOption(`${bangkok.getUTCMonth() + 1}`)
  await form.getByLabel("ปี พ.ศ.").fill(`${bangkok.getUTCFullYear() + 543}`)
  await form.getByRole("button", { name: "บันทึก" }).click()
}

/** A proof by ThaiID that the session's own person sits here. */
async function proveByThaid(page: Page, nationalId: string, decision?: string): Promise<void> {
  await page.getByRole("button", { name: "ยืนยันด้วย ThaiID แทน" }).click()
  await page.waitForURL(/\/api\/v2\/oauth2\/auth\//)
  await decideOnPhone(page, nationalId, decision)
}

test("the Department bids SSO Admins to use ThaiID: told beforehand, held on the day, helped at the door", async ({
  page,
  browser,
  demo,
  baseURL,
  playwright,
}) => {
  test.setTimeout(120_000)
  const home = baseURL ?? ""
  const [card, admin, official] = [
    await persona(page.request, "dla.administrator"),
    await persona(page.request, "somchai.s"),
    await persona(page.request, "pranee.t"),
  ]
  const office = await (await browser.newContext({ baseURL: home })).newPage()
  await signIn(office, admin)
  await expect(office.getByText("ต้องเข้าสู่ระบบด้วย ThaiID")).toHaveCount(0)

  await signIn(page, card)
  await ageStepUps(ownerUrl(demo.home), card.username)
  await page.goto("/admin/settings")
  await bid(page, 40)
  // a step-up by ThaiID: refused once, agreed to the second time, and what was typed is still there
  await page.waitForURL("**/step-up?returnTo=**")
  await proveByThaid(page, card.nationalId, "ปฏิเสธ")
  await page.waitForURL("**/step-up?refused=signin.thaid-declined**")
  await expect(page.locator("main").getByRole("alert").first()).toContainText("ปฏิเสธหรือยกเลิกในแอป ThaiID")
  await proveByThaid(page, card.nationalId)
  await page.waitForURL("**/admin/settings?setting=thaid-duty")
  const setting = page.getByRole("region", { name: "ใครต้องเข้าสู่ระบบด้วย ThaiID" })
  await expect(setting.getByLabel("กลุ่มผู้ใช้งาน")).toHaveValue("admins")
  await setting.getByRole("button", { name: "บันทึก" }).click()
  await expect(page.getByRole("status")).toContainText("บันทึกการตั้งค่าแล้ว")
  await expect(setting.getByText("SSO Admin ของทุกหน่วยงาน: จะต้องใช้ ThaiID ตั้งแต่วันที่").first()).toBeVisible()

  await office.goto("/portal")
  await expect(office.getByText(/ตั้งแต่วันที่ .* ต้องเข้าสู่ระบบด้วย ThaiID/)).toBeVisible()
  await office.getByRole("link", { name: "เปลี่ยนเป็น ThaiID ตอนนี้" }).click()
  await expect(office.getByRole("button", { name: "ยืนยันด้วย ThaiID แล้วเปลี่ยน" })).toBeVisible()

  await bid(page, 0)
  await expect(page.locator("main").getByRole("alert").first()).toContainText("เหลือเวลาไม่ถึง ๓๐ วัน")
  await setting.getByLabel("ยืนยัน แม้แจ้งล่วงหน้าไม่ถึง").check()
  await setting.getByRole("button", { name: "บันทึก" }).click()
  await expect(page.getByRole("status")).toContainText("บันทึกการตั้งค่าแล้ว")

  // what began by password has ended, and no password begins another
  await office.goto("/portal")
  await expect(office).toHaveURL(/\/login\?/)
  await office.getByLabel("รหัสผู้ใช้งาน (Username)").fill(admin.username)
  await office.getByLabel("รหัสผ่าน (Password)").fill(admin.password)
  await office.getByRole("button", { name: "เข้าสู่ระบบ", exact: true }).click()
  await expect(office.getByRole("heading", { level: 1 })).toHaveText("บัญชีของคุณต้องเข้าด้วย ThaiID")
  await expect(office.getByText("ยังไม่มี ThaiID หรือใช้ไม่ได้")).toBeVisible()
  await expect(office.getByRole("link", { name: "ติดต่อขอความช่วยเหลือ" }).first()).toBeVisible()
  await office.getByRole("button", { name: "เข้าสู่ระบบด้วย ThaiID" }).click()
  await office.waitForURL(/\/api\/v2\/oauth2\/auth\//)
  await decideOnPhone(office, admin.nationalId)
  await office.waitForURL("**/portal**")
  await office.goto("/account/sign-in")
  await expect(office.getByText(/ThaiID เท่านั้น ตั้งแต่วันที่/)).toBeVisible()

  const other = await playwright.request.newContext({ baseURL: home })
  expect(leadsTo(await signInByHttp(other, official)), "who is no SSO Admin chooses still").toBe("/portal")
  const wrong = { username: admin.username, password: "นี่ไม่ใช่รหัสผ่านแน่นอน" }
  expect(leadsTo(await post(other, "/api/login/password", wrong))).toContain("refused=signin.wrong")
})
