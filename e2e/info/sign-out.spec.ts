import { expect, type Page, test } from "@playwright/test"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { signInByHttp } from "../support/sign-in"
import { infoOrigin } from "./own-info"

test.use({ javaScriptEnabled: false })

const home = () => String(test.info().config.metadata.home)

/** Signs in at the portal and at INFO, out of one session. */
async function enter(page: Page, username: string): Promise<string> {
  const info = await infoOrigin(home())
  await forgetMailedCodes(ownerUrl(home()))
  await signInByHttp(page.request, await persona(page.request, username))
  await page.goto(`${info}/sign-in`)
  await page.waitForURL(`${info}/**`)
  await expect(page.getByRole("button", { name: "ออกจากระบบ" })).toBeVisible()
  return info
}

test("who signs out at the portal is gone at INFO within ten seconds", async ({ page }) => {
  const info = await enter(page, "dla.helpdesk")
  await page.goto("/portal")
  await page.getByRole("button", { name: "ออกจากระบบ" }).first().click()
  await page.waitForURL("**/login**")
  await expect(async () => {
    await page.goto(`${info}/country/2570-1`)
    expect(page.url()).toContain("/login")
  }).toPass({ timeout: 10_000, intervals: [500] })
})

test("who signs out at INFO is out at the portal too, in its other window, and arrives at INFO signed out", async ({
  page,
  baseURL,
}) => {
  const info = await enter(page, "dla.helpdesk")
  const other = await page.context().newPage()
  await other.goto("/portal")
  await expect(other).toHaveURL(/\/portal$/)
  const ofPortal = async () => (await page.context().cookies(baseURL)).map(({ name }) => name)
  expect(await ofPortal()).toContain("dla-sso-session")

  await page.getByRole("button", { name: "ออกจากระบบ" }).click()
  await expect(page).toHaveURL(/\/oidc\/session\/end\?/)
  await page.getByRole("button", { name: "ออกจากระบบ" }).click()
  await expect(page).toHaveURL(`${info}/signed-out`)
  await expect(page.locator("main")).toContainText("ออกจากระบบแล้ว")
  expect(await ofPortal()).not.toContain("dla-sso-session")
  await other.reload()
  await expect(other).toHaveURL(/\/login/)
  // the way in again asks who it is
  await page.goto(`${info}/sign-in`)
  await expect(page.getByLabel("รหัสผู้ใช้งาน (Username)")).toBeVisible()
})
