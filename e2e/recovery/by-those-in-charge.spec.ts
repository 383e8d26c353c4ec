import { type Browser, expect, type Page, test } from "@playwright/test"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { mailedLink } from "../support/recovery"
import { leadsTo, post, signInByHttp } from "../support/sign-in"

const page0 = "/unit/06360207/recoveries"

async function windowOf(browser: Browser, baseURL: string | undefined, username: string): Promise<Page> {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false })
  await signInByHttp(context.request, await persona(context.request, username))
  return context.newPage()
}

// Ends before the new password: that would sign out other journeys of the same person.
test("two persons in charge have a link mailed, with which the owner alone goes on; without JavaScript", async ({
  browser,
  page,
  baseURL,
}) => {
  await forgetMailedCodes(ownerUrl(String(test.info().config.metadata.home)))
  const card = await persona(page.request, "malee.n")
  const admin = await windowOf(browser, baseURL, "somchai.s")
  await admin.goto("/portal")
  await admin.getByRole("link", { name: "กู้คืนบัญชีของผู้ใช้งานในหน่วยงาน" }).click()
  await admin.getByLabel("รหัสผู้ใช้งาน หรือเลขประจำตัวประชาชน").fill(card.username)
  await admin.getByRole("button", { name: "เปิดการกู้คืน" }).click()
  await expect(admin.locator("main").getByRole("alert")).toContainText("เลือกเหตุผล")
  // nothing typed comes back
  await expect(admin.getByLabel("รหัสผู้ใช้งาน หรือเลขประจำตัวประชาชน")).toHaveValue("")
  await admin.getByLabel("รหัสผู้ใช้งาน หรือเลขประจำตัวประชาชน").fill(card.username)
  await admin.getByLabel("เหตุผล").selectOption("forgotten")
  await admin.getByLabel("ตรวจตัวผู้ขออย่างไร").fill("มาพบที่สำนักงานพร้อมบัตร")
  await admin.getByRole("button", { name: "เปิดการกู้คืน" }).click()
  await expect(admin.getByRole("status")).toContainText("เปิดการกู้คืนแล้ว")
  await expect(admin.getByRole("button", { name: "อนุมัติ", exact: true })).toHaveCount(0)

  const above = await windowOf(browser, baseURL, "kanda.d")
  await above.goto(page0)
  await above.getByRole("button", { name: "อนุมัติ", exact: true }).click()
  await expect(above.getByRole("status")).toContainText("ส่งลิงก์ไปที่อีเมล")

  await expect.poll(() => mailedLink(page.request, card.email, "recover/link").catch(() => "")).not.toBe("")
  const link = await mailedLink(page.request, card.email, "recover/link")
  // as a scanner of mail does
  await page.request.get(link)
  await page.goto(link)
  await page.getByRole("button", { name: "ตั้งรหัสผ่านใหม่" }).click()
  await page.waitForURL("**/recover/password")
  await page.goto(link)
  await expect(page.getByRole("heading", { name: "ลิงก์นี้ใช้ไม่ได้แล้ว" })).toBeVisible()

  // the owner finds that he did not ask
  await page.goto(await mailedLink(page.request, card.email, "recover/cancel"))
  await page.getByRole("button", { name: "ยกเลิกการกู้คืน" }).click()
  await expect(page.getByRole("heading", { name: "การกู้คืนนี้ไม่มีผลแล้ว" })).toBeVisible()
  await page.goto("/recover/password")
  await expect(page).toHaveURL(/\/recover\?refused=recovery\.gone/)
  await admin.reload()
  await expect(admin.getByText("ยกเลิกแล้ว")).toBeVisible()
})

test("an SSO Admin of another unit, and an official of this one, find nothing there", async ({
  browser,
  baseURL,
}) => {
  await forgetMailedCodes(ownerUrl(String(test.info().config.metadata.home)))
  for (const username of ["wilai.e", "malee.n"]) {
    const page = await windowOf(browser, baseURL, username)
    expect((await page.goto(page0))?.status(), username).toBe(404)
    const forged = await post(page.request, "/api/unit/recoveries", {
      unitCode: "06360207",
      who: "pranee.t",
      reason: "forgotten",
      note: "x",
    })
    expect(leadsTo(forged)).toMatch(/refused=(?:not-found|forbidden)/)
    await page.context().close()
  }
})
