import { expect, test } from "@playwright/test"
import { cast } from "../support/cast"
import { fillPerson, startTyping } from "../support/registration"
import { decideOnPhone, leaveForThaid } from "../support/thaid"

const nobodyHere = "8999999000018"

test("a person of no account comes from the front door with what ThaiID vouches for, and types none of it", async ({
  page,
}) => {
  await leaveForThaid(page)
  await decideOnPhone(page, nobodyHere)
  await page.waitForURL(/\/register/)
  await expect(page.getByText("ThaiID ยืนยันตัวตนของคุณแล้ว")).toBeVisible()
  expect(page.url()).not.toContain(nobodyHere)
  await page.getByLabel("อ่านประกาศความเป็นส่วนตัวนี้แล้ว").check()
  await page.getByRole("button", { name: "ลงทะเบียนต่อด้วยข้อมูลจาก ThaiID" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ข้อมูลจาก ThaiID")
  await expect(page.locator("main")).toContainText("8-9999-99000-01-8")
  await expect(page.getByLabel("เลขประจำตัวประชาชน")).toHaveCount(0)
})

test("who begins by ThaiID is proved on the way, and who has an account is sent to the front door", async ({
  page,
}) => {
  const card = (await cast(page.request)).find(({ username }) => username === "pranee.t")
  await page.goto("/register")
  await page.getByLabel("อ่านประกาศความเป็นส่วนตัวนี้แล้ว").check()
  await page.getByRole("button", { name: "ลงทะเบียนด้วย ThaiID" }).click()
  await page.waitForURL(/\/api\/v2\/oauth2\/auth\//)
  await decideOnPhone(page, card?.nationalId ?? "")
  await page.waitForURL(/\/register\/person/)
  await expect(page.locator("main").getByRole("alert")).toContainText("คุณมีบัญชีอยู่แล้ว")
  await expect(page.locator("main")).not.toContainText(card?.nationalId ?? "-")
})

test("a typed number that has an account is answered like any other", async ({ page, browser, baseURL }) => {
  const card = (await cast(page.request)).find(({ username }) => username === "pranee.t")
  await startTyping(page)
  await fillPerson(page, card?.nationalId)
  const known = await page.locator("main").innerText()
  const stranger = await browser.newContext(baseURL ? { baseURL } : {})
  const other = await stranger.newPage()
  await startTyping(other)
  await fillPerson(other)
  expect(await other.locator("main").innerText()).toBe(known)
  await stranger.close()
})
