import { gzipSync } from "node:zlib"
import { expect, type Page, test } from "@playwright/test"
import { persona } from "../support/cast"
import { signIn, signInByHttp } from "../support/sign-in"

const fresh = "แมวสามสีกินปลาทูบนหลังคา"

async function change(page: Page, typed: { current: string; next: string; again?: string }): Promise<void> {
  await page.getByLabel("รหัสผ่านปัจจุบัน").fill(typed.current)
  await page.getByLabel("รหัสผ่านใหม่", { exact: true }).fill(typed.next)
  await page.getByLabel("รหัสผ่านใหม่อีกครั้ง").fill(typed.again ?? typed.next)
  await page.getByRole("button", { name: "เปลี่ยนรหัสผ่าน" }).click()
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  test("an official changes the password, is told what is wrong on the way, and sees it among what happened", async ({
    page,
  }) => {
    const card = await persona(page.request, "kanda.d")
    await signIn(page, card)
    await page.goto("/account")
    await page.getByRole("link", { name: "เปลี่ยนรหัสผ่าน" }).click()
    await change(page, { current: card.password, next: "สั้นไป" })
    await expect(page.locator("main").getByRole("alert")).toContainText("สั้นเกินไป")
    await change(page, { current: card.password, next: fresh, again: `${fresh}ๆ` })
    await expect(page.locator("main").getByRole("alert")).toContainText("ไม่ตรงกัน")
    await change(page, { current: card.password, next: "dla-sso-thaid-2569" })
    await expect(page.locator("main").getByRole("alert")).toContainText("ชื่อหน่วยงาน สถานที่ พ.ศ.")
    await change(page, { current: "ไม่ใช่รหัสผ่านนี้แน่นอน", next: fresh })
    await expect(page.locator("main").getByRole("alert")).toContainText("รหัสผ่านปัจจุบันไม่ถูกต้อง")
    for (const label of ["รหัสผ่านปัจจุบัน", "รหัสผ่านใหม่อีกครั้ง"])
      await expect(page.getByLabel(label)).toHaveValue("")
    await change(page, { current: card.password, next: fresh })
    await expect(page.getByRole("status")).toContainText("เปลี่ยนรหัสผ่านแล้ว")
    // back again: the other journeys sign in by the password of the cast
    await change(page, { current: fresh, next: card.password })
    await expect(page.getByRole("status")).toContainText("เปลี่ยนรหัสผ่านแล้ว")

    await page.goto("/account")
    await page.getByRole("link", { name: "ดูความเคลื่อนไหวของบัญชี" }).click()
    const lines = page.getByRole("main").getByRole("listitem")
    await expect(lines.nth(0)).toContainText("เปลี่ยนรหัสผ่าน")
    await expect(lines.nth(0)).toContainText("หมายเลขเครือข่าย")
    await expect(lines.filter({ hasText: "เข้าสู่ระบบด้วยรหัสผ่านและรหัส OTP" }).first()).toBeVisible()
    await expect(lines.filter({ hasText: "กรอกรหัสผ่านปัจจุบันผิด" }).first()).toBeVisible()
    // neither ids nor numbers of persons
    expect(await page.getByRole("main").innerText()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|\d{13}/)
  })
})

test("strength is told while one types, by what comes only then", async ({ page, request, baseURL }) => {
  await signInByHttp(request, await persona(request, "dla.systems"))
  await page.context().addCookies((await request.storageState()).cookies)
  const loaded: string[] = []
  page.on("request", (asked) => loaded.push(asked.url()))
  await page.goto(`${baseURL}/account/password`, { waitUntil: "networkidle" })
  const atFirst = loaded.filter((url) => url.endsWith(".js"))
  const bytes = async (urls: readonly string[]) => {
    let sum = 0
    for (const url of urls) sum += gzipSync(await (await request.get(url)).body(), { level: 9 }).length
    return sum
  }
  expect(await bytes(atFirst)).toBeLessThanOrEqual(140 * 1000)

  const field = page.getByLabel("รหัสผ่านใหม่", { exact: true })
  const told = page.locator("p[role=status]")
  await field.fill("ภูแลนคา")
  await expect(told).toContainText("ขาดอีก ๘ ตัวอักษร")
  await field.fill("passwordpassword123")
  await expect(told).toContainText("เดาได้ง่าย")
  await field.fill(fresh)
  await expect(told).toContainText("แข็งแรง")
  const later = loaded.filter((url) => url.endsWith(".js") && !atFirst.includes(url))
  expect(later.length).toBeGreaterThan(0)
  expect(await bytes(later)).toBeLessThanOrEqual(45 * 1000)
})
