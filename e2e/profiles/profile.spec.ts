import { expect, type Page, test } from "@playwright/test"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { signInByHttp } from "../support/sign-in"

test.use({ javaScriptEnabled: false })

async function enter(page: Page, username: string) {
  await forgetMailedCodes(ownerUrl(String(test.info().config.metadata.home)))
  await signInByHttp(page.request, await persona(page.request, username))
}

test("a unit tells how it is reached, mends what was wrong, and everybody reads it with the day; without JavaScript", async ({
  page,
}) => {
  const room = `ห้อง ${Date.now() % 100_000}`
  await enter(page, "somchai.s")
  await page.goto("/unit/06360207")
  await page.getByRole("link", { name: "ตั้งค่า อปท." }).click()
  await page.getByLabel("ที่อยู่").fill(`๙๙ หมู่ ๑ ตำบลภูแลนคา ${room}`)
  await page.getByLabel("โทรศัพท์").fill("๐ ๔๔๐๐ ๐๑๐๑ ต่อ ๑๒")
  await page.getByLabel("อีเมลกลาง").fill("saraban@phulaenkha.example")
  await page.getByLabel("ตำแหน่ง คนที่ ๑").fill("นายกองค์การบริหารส่วนตำบล")
  await page.getByLabel("ชื่อ คนที่ ๑").fill("")
  await page.getByLabel("ละติจูด").fill("๑๕.๙๒")
  await page.getByLabel("ลองจิจูด").fill("15.92")
  await page.getByRole("button", { name: "บันทึกข้อมูลหน่วยงาน" }).click()
  const alert = page.locator("main").getByRole("alert")
  await expect(alert).toContainText("ผู้บริหารแต่ละคนต้องมีทั้งตำแหน่งและชื่อ")
  await expect(alert).toContainText("ลองจิจูดต้องเป็นองศาทศนิยม")
  // what was typed is still there
  await expect(page.getByLabel("ที่อยู่")).toHaveValue(`๙๙ หมู่ ๑ ตำบลภูแลนคา ${room}`)
  await expect(page.getByLabel("ตำแหน่ง คนที่ ๑")).toHaveValue("นายกองค์การบริหารส่วนตำบล")
  await page.getByLabel("ชื่อ คนที่ ๑").fill("นายสมมุติ บริหารดี")
  await page.getByLabel("ลองจิจูด").fill("102.01")
  await page.getByRole("button", { name: "บันทึกข้อมูลหน่วยงาน" }).click()
  await expect(page.getByRole("status")).toContainText("บันทึกข้อมูลหน่วยงานแล้ว")
  await expect(page.getByRole("region", { name: "ประวัติการแก้ไข" })).toContainText("นายสมชาย สาธิตดี")
  await expect(page.getByRole("img", { name: /แผนที่จุด/ })).toBeVisible()
  await page.getByRole("button", { name: "ข้อมูลยังถูกต้อง" }).click()
  await expect(page.getByRole("status")).toContainText("ข้อมูลยังถูกต้อง")

  await page.context().clearCookies()
  const contact = page.getByRole("region", { name: "ข้อมูลติดต่อของหน่วยงาน" })
  // public pages are remembered for some seconds
  await expect(async () => {
    await page.goto("/admins/06360207")
    await expect(contact).toContainText(room, { timeout: 500 })
  }).toPass()
  await expect(contact).toContainText("๐ ๔๔๐๐ ๐๑๐๑ ต่อ ๑๒")
  await expect(contact).toContainText("นายกองค์การบริหารส่วนตำบล: นายสมมุติ บริหารดี")
  await expect(contact).toContainText("ข้อมูลเมื่อ")
})

test("the office above reads a unit's data and can't change it; a page of an older version is refused with all that was typed", async ({
  page,
  browser,
  baseURL,
}) => {
  await enter(page, "kanda.d")
  await page.goto("/unit/06360207/profile")
  await expect(page.getByText("ผู้แก้ไขคือ SSO Admin ของหน่วยงาน")).toBeVisible()
  await expect(page.getByRole("button", { name: "บันทึกข้อมูลหน่วยงาน" })).toHaveCount(0)

  const own = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false })
  const [first, second] = [await own.newPage(), await own.newPage()]
  await enter(first, "wilai.e")
  for (const one of [first, second]) await one.goto("/unit/05360204/profile")
  for (const [one, hours] of [
    [first, "๐๘.๓๐–๑๖.๓๐ น."],
    [second, "๐๘.๐๐–๑๖.๐๐ น."],
  ] as const) {
    await one.getByLabel("เวลาทำการ").fill(`${hours} ห้อง ${Date.now() % 10_000}`)
    await one.getByRole("button", { name: "บันทึกข้อมูลหน่วยงาน" }).click()
    await one.waitForURL(/done=saved|refused=/)
  }
  await expect(first.getByRole("status")).toContainText("บันทึกข้อมูลหน่วยงานแล้ว")
  await expect(second.locator("main").getByRole("alert")).toContainText("มีผู้แก้ไขข้อมูลนี้ไปแล้ว")
  await expect(second.getByLabel("เวลาทำการ")).toHaveValue(/๐๘.๐๐/)
  await own.close()
})
