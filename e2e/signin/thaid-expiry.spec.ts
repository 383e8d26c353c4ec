import { expect } from "@playwright/test"
import { testThere as test } from "../operations/own-demo"
import { persona } from "../support/cast"
import { decideOnPhone, expectSorry, leaveForThaid } from "../support/thaid"

// A demonstration of its own, since time passes for every errand in it.

test("who comes back from ThaiID after a quarter of an hour is told so, and comes in at the next try", async ({
  page,
  demo,
}) => {
  const card = await persona(page.request, "pranee.t")
  await leaveForThaid(page, "/login?returnTo=%2Faccount")
  await demo.owner`update thaid_attempts set created_at = created_at - interval '15 minutes',
    expires_at = expires_at - interval '15 minutes'`
  const sessions = async () => (await demo.owner`select 1 from sessions`).length
  const before = await sessions()
  await decideOnPhone(page, card.nationalId)
  await expectSorry(page, "หมดเวลายืนยันตัวตน")
  expect(await sessions()).toBe(before)
  await page.getByRole("button", { name: "ลองใหม่ด้วย ThaiID" }).click()
  await page.waitForURL(/\/api\/v2\/oauth2\/auth\//)
  await decideOnPhone(page, card.nationalId)
  await page.waitForURL("**/account")
})

test("a QR that ran out at ThaiID leads nowhere by itself, and the front door begins anew", async ({
  page,
}) => {
  const card = await persona(page.request, "pranee.t")
  const origin = await leaveForThaid(page)
  const refCode = await page.locator(".ref strong").innerText()
  await page.request.post(`${origin}/sandbox/approve`, { data: { refCode, decision: "expire" } })
  await expect(page.locator("body")).toContainText("QR นี้หมดอายุแล้ว")
  expect(new URL(page.url()).origin, "no callback comes").toBe(origin)
  await leaveForThaid(page)
  await decideOnPhone(page, card.nationalId)
  await page.waitForURL("**/portal")
})
