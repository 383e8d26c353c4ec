import { type BrowserContext, expect, type Page, test } from "@playwright/test"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { signInByHttp } from "../support/sign-in"
import { asOwner, infoOn, infoOrigin } from "./own-info"

test.describe.configure({ mode: "default" })
test.use({ javaScriptEnabled: false })

const home = () => String(test.info().config.metadata.home)
const unit = "06360207"
let info: string

test.beforeAll(async () => {
  info = await infoOrigin(home())
  await asOwner(home(), async (sql) => {
    await sql`delete from info.report_events where unit_code = ${unit}`
    await sql`delete from info.reports where unit_code = ${unit}`
  })
})

/** Signs in at the portal, and from there at INFO. */
async function enter(page: Page, username: string): Promise<void> {
  await forgetMailedCodes(ownerUrl(home()))
  await signInByHttp(page.request, await persona(page.request, username))
  await page.goto("/portal")
  const tile = page.getByRole("listitem").filter({ hasText: "ระบบข้อมูลกลางองค์กรปกครองส่วนท้องถิ่น" })
  await tile.getByRole("link", { name: "เข้าใช้" }).first().click()
  await page.waitForURL(`${info}/**`)
}

const main = (page: Page) => page.locator("main")

async function fill(page: Page): Promise<void> {
  for (const cell of await page.locator("table.figures input").all()) await cell.fill("๒")
  await page.getByLabel("บริการอื่น คืออะไร").fill("งานสาธารณภัย")
  await page.getByLabel("จำนวนคำขอทั้งไตรมาสตามทะเบียนคุม").fill("๔๘")
  await page.getByLabel("แล้วเสร็จภายในระยะเวลาที่กำหนด").fill("40")
  await page.getByLabel("จำนวนผู้ตอบแบบสำรวจ").fill("๑๐")
  for (const [at, value] of [6, 4, 0, 0, 0].entries())
    await page.locator(`#level-${5 - at}`).fill(String(value))
}

async function another(context: BrowserContext): Promise<Page> {
  const browser = context.browser()
  if (!browser) throw new Error("no browser")
  return await (await browser.newContext({ javaScriptEnabled: false })).newPage()
}

test("a unit records, the province returns, the unit mends, the province certifies", async ({
  page,
  context,
}) => {
  await enter(page, "pranee.t")
  await expect(main(page)).toContainText("ยังไม่เริ่ม")
  await fill(page)
  await page.getByLabel("จำนวนคำขอทั้งไตรมาสตามทะเบียนคุม").fill("๔๗")
  await page.getByRole("button", { name: "บันทึกและตรวจก่อนส่ง" }).click()
  await expect(main(page).getByRole("alert")).toContainText("รวมได้ ๔๘ เรื่อง")
  await expect(page.getByLabel("จำนวนคำขอทั้งไตรมาสตามทะเบียนคุม")).toHaveValue("๔๗")
  await main(page).getByRole("alert").getByRole("link").first().click()
  await page.getByLabel("จำนวนคำขอทั้งไตรมาสตามทะเบียนคุม").fill("๔๘")
  await page.getByRole("button", { name: "บันทึกและตรวจก่อนส่ง" }).click()
  await expect(main(page)).toContainText("ตรวจคำตอบก่อนส่ง")
  await expect(main(page)).toContainText("๙๒.๐")
  await page.getByRole("button", { name: "ส่งรายงานให้จังหวัด" }).click()
  await expect(page.getByRole("status")).toContainText("ส่งรายงานให้จังหวัดแล้ว")

  const province = await another(context)
  await enter(province, "prasit.p")
  await province.locator("#state").selectOption("submitted")
  await province.getByRole("button", { name: "แสดงเฉพาะ" }).click()
  await province.locator("table.list a").first().click()
  const returning = () => province.getByRole("button", { name: "ส่งกลับให้หน่วยงานแก้ไข" }).click()
  await returning()
  await expect(main(province).getByRole("alert")).toContainText("กรอกเหตุผล")
  await province.getByLabel("เหตุผลที่ส่งกลับ").fill("จำนวนเรื่องร้องเรียนไม่ตรงกับทะเบียน")
  await returning()
  await expect(main(province)).toContainText("ส่งกลับให้แก้ไข")

  await page.goto(info)
  await expect(main(page)).toContainText("จำนวนเรื่องร้องเรียนไม่ตรงกับทะเบียน")
  const tab = await context.newPage()
  await tab.goto(page.url())
  await page.locator("#complaint-1").fill("3")
  await page.getByLabel("จำนวนคำขอทั้งไตรมาสตามทะเบียนคุม").fill("49")
  await page.getByRole("button", { name: "บันทึกและตรวจก่อนส่ง" }).click()
  await page.getByRole("button", { name: "ส่งรายงานให้จังหวัด" }).click()
  // the second tab is behind
  await tab.getByRole("button", { name: "บันทึกร่าง" }).click()
  await expect(main(tab).getByRole("alert")).toContainText("มีผู้แก้ไขรายงานนี้")

  await province.reload()
  await province.goto(province.url().split("?")[0] ?? "")
  await province.getByRole("button", { name: "รับรองรายงานนี้" }).click()
  await expect(province.getByRole("status")).toContainText("รับรองรายงานแล้ว")
  await page.goto(info)
  await expect(main(page)).toContainText("รับรองแล้ว")
  await expect(page.getByRole("button", { name: "บันทึกร่าง" })).toHaveCount(0)
  await province.context().close()
})

test("what is out of its period is refused with the dates, by INFO and at the portal's door", async ({
  page,
  context,
  baseURL,
}) => {
  await enter(page, "wilai.e")
  const late = await infoOn(home(), baseURL ?? "", "2027-02-20")
  try {
    await page.goto(`${late.origin}/reports/2570-2/05360204`)
    await expect(main(page).getByRole("alert")).toContainText("ยังไม่ถึงเวลา")
    await expect(main(page)).toContainText("เปิดวันที่ ๑ มีนาคม ๒๕๗๐ หน่วยงานบันทึกได้ถึงวันที่ ๓๐ มีนาคม ๒๕๗๐")
    await page.goto(late.origin)
    await expect(main(page)).toContainText("รอบถัดไป")
  } finally {
    await late.stop()
  }
  // the periods of certifying alone: whose ground is gone is signed out at INFO, and other journeys record there meanwhile
  const shift = (days: number) =>
    asOwner(
      home(),
      (sql) => sql`update opening_periods set opens_on = opens_on + ${days}::int,
      closes_on = closes_on + ${days}::int where system_code = 'INFO' and scope = 'certify'`,
    )
  const province = await another(context)
  await forgetMailedCodes(ownerUrl(home()))
  await signInByHttp(province.request, await persona(province.request, "prasit.p"))
  await shift(3650)
  try {
    await province.goto(`${info}/sign-in`)
    await province.waitForURL(/\/why\?/)
    await expect(main(province)).toContainText("ยังไม่ถึงช่วงเวลาเปิด")
    await expect(main(province)).toContainText(/[๐-๙]+ \S+ ๒๕[๗-๙][๐-๙] ถึง/)
  } finally {
    await shift(-3650)
    await province.context().close()
  }
})

test("who has no right is told why, not shown an error", async ({ page }) => {
  await forgetMailedCodes(ownerUrl(home()))
  await signInByHttp(page.request, await persona(page.request, "malee.n"))
  await page.goto(`${info}/sign-in`)
  await page.waitForURL(/\/why\?/)
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  await expect(main(page)).toContainText("ระบบข้อมูลกลางองค์กรปกครองส่วนท้องถิ่น")
})
