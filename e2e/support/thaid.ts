import { expect, type Page } from "@playwright/test"

/** Leaves the front door for ThaiID; ends on the page that shows the QR. Gives the stand-in's origin. */
export async function leaveForThaid(page: Page, path = "/login"): Promise<string> {
  await page.goto(path)
  await page.getByRole("button", { name: "เข้าสู่ระบบด้วย ThaiID" }).click()
  await page.waitForURL(/\/api\/v2\/oauth2\/auth\//)
  return new URL(page.url()).origin
}

/** Decides on the phone, a second window, as the person with this number. */
export async function decideOnPhone(page: Page, nationalId: string, decision = "ยืนยัน"): Promise<void> {
  const refCode = await page.locator(".ref strong").innerText()
  const phone = await page.context().browser()?.newPage()
  if (!phone) throw new Error("no browser")
  await phone.goto(`${new URL(page.url()).origin}/sandbox/phone/${refCode}`)
  await phone.locator(`input[name=person][value="${nationalId}"]`).check()
  await phone.getByRole("button", { name: decision, exact: true }).click()
  await expect(phone.getByRole("heading", { level: 1 })).toBeVisible()
  await phone.close()
}

/** Arms a fault of the stand-in for the next request that it can strike. */
export async function armFault(page: Page, origin: string, fault: Record<string, unknown>): Promise<void> {
  const answer = await page.request.post(`${origin}/sandbox/faults`, { data: fault })
  if (!answer.ok()) throw new Error(await answer.text())
}

/** The page on which a sign-in by ThaiID ends that did not come through, with the ways on. */
export async function expectSorry(page: Page, title: string): Promise<void> {
  await page.waitForURL(/\/login\/thaid\?/, { timeout: 25_000 })
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title)
  await expect(page).toHaveTitle(/^ข้อผิดพลาด: /)
  await expect(page.getByText("ลองใหม่ด้วย ThaiID")).toBeVisible()
  await expect(page.getByRole("link", { name: "ใช้รหัสผู้ใช้งานและรหัสผ่าน" })).toBeVisible()
}

/**
 * What the app and the waiting page do, without a browser: decides the sign-in of an authorize address as the person with
 * this number. @returns the way back to the portal, with state and code
 */
export async function agreeAt(
  authorize: string,
  nationalId: string,
  decision: "approve" | "decline" = "approve",
): Promise<URL> {
  const { origin } = new URL(authorize)
  const page = await fetch(authorize)
  const watched = /data-poll="([^"]+)\/state"/.exec(await page.text())?.[1] ?? ""
  const refCode = page.headers.get("x-sandbox-ref-code")
  const body = JSON.stringify({ refCode, decision, person: { nationalId, givenName: "-" } })
  const headers = { "content-type": "application/json" }
  const decided = await fetch(`${origin}/sandbox/approve`, { method: "POST", headers, body })
  if (!decided.ok) throw new Error(await decided.text())
  const back = await fetch(new URL(watched, origin), { redirect: "manual" })
  return new URL(back.headers.get("location") ?? "about:blank")
}
