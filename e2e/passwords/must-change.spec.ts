import { expect, type Page } from "@playwright/test"
import { ageStepUps } from "../../db/testing/age-step-ups"
import { type OwnDemo, testThere as test } from "../operations/own-demo"
import { ownerUrl } from "../operations/own-home"
import { persona, type Welcome } from "../support/cast"
import { codesSeen, nextCode } from "../support/mailbox"
import { leadsTo, post } from "../support/sign-in"
import { decideOnPhone, leaveForThaid } from "../support/thaid"

// A demonstration of its own: the cast's passwords are other journeys' as well.
test.use({ javaScriptEnabled: false })

let former: readonly { readonly id: string; readonly password_hash: string }[] = []

/** Other journeys of this demonstration sign in by the passwords of the cast. */
test.afterEach(async ({ demo }) => {
  for (const { id, password_hash } of former)
    await demo.owner`update accounts set password_hash = ${password_hash}, password_must_change = false where id = ${id}`
})

async function mustChange({ owner }: OwnDemo, { username }: Welcome): Promise<void> {
  former = await owner`update accounts set password_must_change = true where username = ${username}
    returning id, password_hash`
}

const fresh = "แมวสามสีกินปลาทูบนหลังคา"
const mustPage = "/account/password?must=1"

async function comeIn(page: Page, card: Welcome, password = card.password): Promise<void> {
  const seen = await codesSeen(page.request, card.email)
  await page.goto("/login")
  await page.getByLabel("รหัสผู้ใช้งาน (Username)").fill(card.username)
  await page.getByLabel("รหัสผ่าน (Password)").fill(password)
  await page.getByRole("button", { name: "เข้าสู่ระบบ", exact: true }).click()
  await page.getByLabel("รหัส OTP").fill(await nextCode(page.request, card.email, seen))
  await page.getByRole("button", { name: "ยืนยันรหัส" }).click()
}

test("a password from an older system opens its own change and nothing else; then the portal opens", async ({
  page,
  demo,
}) => {
  const card = await persona(page.request, "kanda.d")
  await mustChange(demo, card)
  await comeIn(page, card)
  await expect(page).toHaveURL(mustPage)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ตั้งรหัสผ่านใหม่ก่อนใช้งาน")
  for (const path of ["/portal", "/account", "/account/sign-in", "/account/email", "/step-up"]) {
    await page.goto(path)
    await expect(page, path).toHaveURL(mustPage)
  }
  for (const path of ["/api/account/sign-in", "/api/account/sessions/end-others", "/api/duties"])
    expect(leadsTo(await post(page.request, path, { to: "thaid", version: "1" })), path).toMatch(
      /must-change|^\/login\?/,
    )
  // late, too: nobody is sent round in circles
  await ageStepUps(ownerUrl(demo.home), card.username)
  await page.goto(mustPage)
  const change = async (next: string) => {
    await page.getByLabel("รหัสผ่านปัจจุบัน").fill(card.password)
    await page.getByLabel("รหัสผ่านใหม่", { exact: true }).fill(next)
    await page.getByLabel("รหัสผ่านใหม่อีกครั้ง").fill(next)
    await page.getByRole("button", { name: "เปลี่ยนรหัสผ่าน" }).click()
  }
  await change(card.password)
  await expect(page.locator("main").getByRole("alert")).toContainText("เหมือนรหัสผ่านปัจจุบัน")
  await change(fresh)
  await expect(page.getByRole("status")).toContainText("เปลี่ยนรหัสผ่านแล้ว")
  await page.getByRole("link", { name: "ไปหน้าระบบงานของฉัน" }).click()
  await expect(page).toHaveURL("/portal")
  await page.getByRole("button", { name: "ออกจากระบบ" }).click()
  await comeIn(page, card, fresh)
  await expect(page).toHaveURL("/portal")
})

test("who comes in by ThaiID is not held up by such a password", async ({ page, demo }) => {
  const card = await persona(page.request, "malee.n")
  await mustChange(demo, card)
  await leaveForThaid(page)
  await decideOnPhone(page, card.nationalId)
  await expect(page).toHaveURL("/portal")
})
