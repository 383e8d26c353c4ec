import { expect, type Page, test } from "@playwright/test"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { signInByHttp } from "../support/sign-in"

test.use({ javaScriptEnabled: false })

// real units that no other journey knows
const upgraded = { was: "06360406", is: "05360406", name: "เทศบาลตำบลกุดเลาะ" }
const merged = { was: "06360405", into: "06360404", name: "องค์การบริหารส่วนตำบลบ้านเป้า" }

async function fillPapers(page: Page, at: number): Promise<void> {
  await page.getByLabel("คำสั่งหรือประกาศ").nth(at).fill("ประกาศกระทรวงมหาดไทย ลงวันที่ ๑ ตุลาคม ๒๕๖๙")
  await page.getByLabel("เหตุผล").nth(at).fill("ตามมติสภา")
  await page.getByRole("button", { name: "ดูผลก่อนยืนยัน" }).nth(at).click()
}

test("the Department upgrades a unit and merges two: their former codes still lead to them; without JavaScript", async ({
  page,
}) => {
  await forgetMailedCodes(ownerUrl(String(test.info().config.metadata.home)))
  await signInByHttp(page.request, await persona(page.request, "dla.officer"))

  await page.goto(`/admin/units/${upgraded.was}/change`)
  await page.getByLabel("ประเภทใหม่").selectOption("subdistrict_municipality")
  await page.getByLabel("รหัสใหม่").fill("๐๕๓๖๐๔๐๖")
  await page.getByLabel("ชื่อภาษาไทย").fill(upgraded.name)
  await fillPapers(page, 0)
  const effects = page.getByRole("main")
  await expect(effects).toContainText(upgraded.was)
  await page.getByRole("button", { name: "ยืนยันการเปลี่ยนแปลง" }).click()
  // nothing was ticked
  await expect(effects.getByRole("alert")).toBeVisible()
  await page.getByLabel("ตรวจผลข้างต้นแล้ว").check()
  await page.getByRole("button", { name: "ยืนยันการเปลี่ยนแปลง" }).click()
  await expect(page).toHaveURL(new RegExp(`/admin/units/${upgraded.is}/change`))
  await expect(page.getByRole("status")).toContainText("มีผลทันที")
  await expect(page.getByRole("main")).toContainText("จาก องค์การบริหารส่วนตำบลกุดเลาะ")

  await page.goto(`/admin/units/${merged.was}/change`)
  await page.getByLabel("รหัส อปท. ที่รับรวม").fill(merged.into)
  await fillPapers(page, 1)
  await page.getByLabel("ตรวจผลข้างต้นแล้ว").check()
  await page.getByRole("button", { name: "ยืนยันการเปลี่ยนแปลง" }).click()
  await expect(page).toHaveURL(new RegExp(`/admin/units/${merged.into}/change`))

  await page.context().clearCookies()
  await page.goto(`/admins/${upgraded.was}`)
  await expect(page).toHaveURL(new RegExp(`/admins/${upgraded.is}$`))
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(upgraded.name)
  await page.goto(`/admins/${merged.was}`)
  await expect(page).toHaveURL(new RegExp(`/admins/${merged.into}$`))
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(merged.name)
})
