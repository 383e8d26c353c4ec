import { expect } from "@playwright/test"
import { testThere as test } from "../operations/own-demo"
import { cast, persona } from "../support/cast"
import { armFault, decideOnPhone, expectSorry, leaveForThaid } from "../support/thaid"

// One stand-in for all, and a demonstration of its own: a fault armed here must strike the sign-in that it is meant for.
test.describe.configure({ mode: "serial" })

test("an official signs in by ThaiID, with a second window as the phone", async ({ page }) => {
  const card = await persona(page.request, "pranee.t")
  await leaveForThaid(page, "/login?returnTo=%2Faccount")
  await decideOnPhone(page, card.nationalId)
  await page.waitForURL("**/account")
  await expect(page.getByText("ปราณี").first()).toBeVisible()
})

test("all of it works without JavaScript", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) })
  const page = await context.newPage()
  const card = await persona(page.request, "malee.n")
  await leaveForThaid(page)
  await decideOnPhone(page, card.nationalId)
  await page.waitForURL("**/portal")
  await expect(page.getByRole("button", { name: "ออกจากระบบ" })).toBeVisible()
  await context.close()
})

test("who declines is told so, and comes in at the next try from that page", async ({ page }) => {
  const card = await persona(page.request, "pranee.t")
  await leaveForThaid(page, "/login?returnTo=%2Faccount")
  await decideOnPhone(page, card.nationalId, "ปฏิเสธ")
  await expectSorry(page, "ไม่ได้ยืนยันในแอป ThaiID")
  await page.getByRole("button", { name: "ลองใหม่ด้วย ThaiID" }).click()
  await page.waitForURL(/\/api\/v2\/oauth2\/auth\//)
  await decideOnPhone(page, card.nationalId)
  await page.waitForURL("**/account")
})

test("two tabs begin side by side, and both come in", async ({ context, page }) => {
  const card = await persona(page.request, "pranee.t")
  const other = await context.newPage()
  await leaveForThaid(page)
  await leaveForThaid(other)
  await decideOnPhone(page, card.nationalId)
  await page.waitForURL("**/portal")
  await decideOnPhone(other, card.nationalId)
  await other.waitForURL("**/portal")
})

test("another browser, a replay, and a state that nobody sent end in plain words", async ({
  browser,
  page,
  baseURL,
}) => {
  const card = await persona(page.request, "pranee.t")
  const home = baseURL ?? ""
  await leaveForThaid(page)
  const seen: string[] = []
  page.on("request", (request) => request.url().includes("/thaid/callback") && seen.push(request.url()))
  await decideOnPhone(page, card.nationalId)
  await page.waitForURL("**/portal")
  const [callback = ""] = seen
  const stranger = await browser.newContext({ baseURL: home })
  const elsewhere = await stranger.newPage()
  await elsewhere.goto(callback)
  await expectSorry(elsewhere, "กลับมาคนละเบราว์เซอร์")
  await elsewhere.goto("/api/login/thaid/callback?state=nobody-sent-this&code=x")
  await expectSorry(elsewhere, "หมดเวลายืนยันตัวตน")
  await stranger.close()
  // The browser itself, once signed out: the address in its history opens nothing.
  await page.getByRole("button", { name: "ออกจากระบบ" }).click()
  await page.goto(callback)
  await expectSorry(page, "การยืนยันครั้งนี้ใช้ไปแล้ว")
})

test("a person whose account is suspended is told who can help", async ({ page }) => {
  const people = [[await numberOf("refused.suspended"), "บัญชีของคุณถูกระงับ"]] as const
  for (const [nationalId, title] of people) {
    await leaveForThaid(page)
    await decideOnPhone(page, nationalId)
    await expectSorry(page, title)
    await expect(page.getByRole("link", { name: "ค้นหา SSO Admin ของหน่วยงาน" })).toHaveAttribute(
      "href",
      "/admins",
    )
  }
  async function numberOf(username: string) {
    return (await cast(page.request)).find((card) => card.username === username)?.nationalId ?? ""
  }
})

test("who works for two units chooses one, and may choose again", async ({ page }) => {
  const card = (await cast(page.request)).find(({ username }) => username === "1360999000042")
  await leaveForThaid(page)
  await decideOnPhone(page, card?.nationalId ?? "")
  await page.waitForURL(/\/portal\/choose/)
  const units = page.locator("button[name=membershipId]")
  await expect(units).toHaveCount(2)
  const name = (await units.first().locator("span").first().innerText()).trim()
  await units.first().click()
  await page.waitForURL("**/portal")
  await expect(page.locator("main")).toContainText(name)
  await page.getByRole("link", { name: "เปลี่ยนหน่วยงาน" }).click()
  await expect(page.locator("button[name=membershipId]").first()).toContainText("เลือกอยู่")
})

const trouble = "ThaiID ขัดข้องชั่วคราว"
const unverified = "ตรวจสอบคำตอบของ ThaiID ไม่ผ่าน"
const ours = "ระบบของเรากับ ThaiID เชื่อมกันไม่ได้"
const faults = [
  ["html-403", trouble],
  ["server-error", trouble],
  ["down", trouble],
  ["truncated-json", trouble],
  ["dropped", trouble],
  ["slow", trouble],
  ["wrong-iss", unverified],
  ["wrong-aud", unverified],
  ["alg-none", unverified],
  ["hs256-public-key", unverified],
  ["hs256-secret", unverified],
  ["unknown-kid", unverified],
  ["bad-signature", unverified],
  ["expired", unverified],
  ["issued-in-future", unverified],
  ["long-lifetime", unverified],
  ["nonce-mismatch", unverified],
  ["nonce-missing", unverified],
  ["wrong-at-hash", unverified],
  ["missing-id-token", ours],
  ["missing-pid", ours],
  ["bad-check-digit", ours],
  ["low-ial", "ระดับการยืนยันตัวตนยังไม่พอ"],
  ["expired-card", "บัตรประจำตัวประชาชนหมดอายุ"],
  ["callback-error", trouble],
  ["wrong-state", "หมดเวลายืนยันตัวตน"],
] as const

for (const [name, title] of faults) {
  test(`the fault ${name} ends on its page`, async ({ page }) => {
    const card = await persona(page.request, "pranee.t")
    const origin = await leaveForThaid(page)
    await armFault(page, origin, { name })
    await decideOnPhone(page, card.nationalId)
    await expectSorry(page, title)
  })
}

for (const fault of [
  { name: "key-rotation" },
  { name: "pid-only-in-sub" },
  { name: "clock-skew", value: -60 },
]) {
  test(`${fault.name} does not keep an official out`, async ({ page }) => {
    const card = await persona(page.request, "pranee.t")
    const origin = await leaveForThaid(page)
    await armFault(page, origin, fault)
    await decideOnPhone(page, card.nationalId)
    await page.waitForURL("**/portal")
  })
}

test("an official changes to ThaiID, another's ThaiID changes nothing, and back again", async ({ page }) => {
  const card = await persona(page.request, "malee.n")
  const other = await persona(page.request, "pranee.t")
  await leaveForThaid(page)
  await decideOnPhone(page, card.nationalId)
  await page.waitForURL("**/portal")
  const change = async (button: string, nationalId: string) => {
    await page.goto("/account/sign-in")
    await page.getByRole("button", { name: button }).click()
    await page.waitForURL(/\/api\/v2\/oauth2\/auth\//)
    await decideOnPhone(page, nationalId)
    await page.waitForURL(/\/account\/sign-in\?/)
  }
  await change("ยืนยันด้วย ThaiID แล้วเปลี่ยน", other.nationalId)
  await expect(page.locator("main").getByRole("alert").first()).toContainText("ไม่ใช่เจ้าของบัญชีนี้")
  await change("ยืนยันด้วย ThaiID แล้วเปลี่ยน", card.nationalId)
  await expect(page.getByRole("status")).toContainText("เปลี่ยนวิธีเข้าสู่ระบบแล้ว")
  await change("ยืนยันด้วย ThaiID แล้วกลับไปใช้รหัสผ่าน", card.nationalId)
  await expect(page.getByRole("status")).toContainText("เปลี่ยนวิธีเข้าสู่ระบบแล้ว")
})
