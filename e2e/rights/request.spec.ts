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

test("who has no right asks for one, is granted it, and finds the tile; without JavaScript", async ({
  browser,
  page,
}) => {
  test.setTimeout(120_000)
  const system = "ระบบสารสนเทศทางการศึกษาท้องถิ่น"
  await enter(page, "malee.n")
  await page.goto("/portal")
  await expect(page.locator("main")).not.toContainText(system)
  await page.getByRole("link", { name: "ขอสิทธิ์", exact: true }).click()
  await page.getByRole("link", { name: new RegExp(`ขอสิทธิ์.*${system}`) }).click()
  await page.getByRole("radio", { name: "ผู้ดู" }).check()
  await page.getByRole("button", { name: "ส่งคำขอ" }).click()
  await expect(page.locator("main").getByRole("alert")).toContainText("กรอกเหตุผล")
  await expect(page.getByRole("radio", { name: "ผู้ดู" })).toBeChecked()
  await page.getByLabel("เหตุผลที่ขอ").fill("ได้รับมอบหมายให้ติดตามข้อมูลศูนย์พัฒนาเด็กเล็ก")
  await page.getByRole("button", { name: "ส่งคำขอ" }).click()
  await expect(page.getByRole("status")).toContainText("ส่งคำขอแล้ว")

  const office = await browser.newContext({ javaScriptEnabled: false })
  const admin = await office.newPage()
  await enter(admin, "somchai.s")
  await admin.goto("/unit/06360207")
  await expect(admin.locator("main")).toContainText("รอตอบ")
  await admin.getByRole("link", { name: "สิทธิ์ใช้ระบบ" }).click()
  const line = admin.getByRole("listitem").filter({ hasText: system })
  await expect(line).toContainText("ศูนย์พัฒนาเด็กเล็ก")
  await line.getByRole("link", { name: /ตอบคำขอของ/ }).click()
  await admin.getByLabel("คำสั่งหรือหนังสือที่อ้างถึง").fill("คำสั่งที่ ๑๒๓/๒๕๖๙")
  await admin.getByRole("button", { name: "ส่งคำตอบ" }).click()
  await expect(admin.getByRole("status")).toContainText("ให้สิทธิ์ตามคำขอแล้ว")

  await page.goto("/portal")
  const tile = page.getByRole("listitem").filter({ hasText: system }).first()
  await expect(tile).toContainText("ผู้ดู")

  // in the grid the right can be taken away and given back
  const ofMalee = "ผู้ดู ของ นางมาลี ยังไม่มีสิทธิ์"
  await admin.goto("/unit/06360207/rights?system=LEC")
  await admin.getByLabel(ofMalee).selectOption({ label: "ระงับสิทธิ์" })
  await admin.getByRole("button", { name: "ตรวจสิ่งที่เลือก" }).click()
  await admin.getByRole("button", { name: "บันทึกทุกรายการ" }).click()
  await expect(admin.locator("main").getByRole("alert")).toContainText("กรอกเหตุผล")
  await admin.getByLabel("เหตุผล").fill("ย้ายงาน")
  await admin.getByRole("button", { name: "บันทึกทุกรายการ" }).click()
  await expect(admin.getByRole("status")).toContainText("บันทึกแล้ว ๑ รายการ")
  await page.goto("/portal")
  await expect(page.locator("main")).not.toContainText(system)
  await admin.goto("/unit/06360207/rights?system=LEC")
  await admin.getByLabel(ofMalee).selectOption({ label: "คืนสิทธิ์" })
  await admin.getByRole("button", { name: "ตรวจสิ่งที่เลือก" }).click()
  await admin.getByRole("button", { name: "บันทึกทุกรายการ" }).click()
  await expect(admin.getByRole("status")).toContainText("บันทึกแล้ว ๑ รายการ")
  await page.goto("/portal")
  await expect(page.locator("main")).toContainText(system)
  await office.close()
})
