import { expect, type Page, test } from "@playwright/test"
import { findApache } from "../../bin/apache.mjs"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { plantClient, takeRightsAway } from "../../db/testing/plant-client"
import { ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { aClient, keeper } from "../support/clients"
import { codesSeen, nextCode } from "../support/mailbox"
import { post, signInByHttp } from "../support/sign-in"
import { OwnApache } from "./own-apache"

test.describe.configure({ mode: "serial", timeout: 60_000 })
test.use({ javaScriptEnabled: false })

const system = "T-APACHE"
const debian = findApache()
const owner = () => ownerUrl(String(test.info().config.metadata.home))
let apache: OwnApache

test.beforeAll(async ({ playwright, baseURL }) => {
  test.skip(debian === null, "Apache with mod_auth_openidc is not installed here")
  if (!debian) return
  apache = await OwnApache.make(debian)
  const callback = `${apache.origin}/app/callback`
  // the system, with a role that one official holds; its client is made in the console
  await plantClient(owner(), { system, redirectUri: callback, holders: ["ปราณี"] })
  await forgetMailedCodes(owner())
  const admin = await playwright.request.newContext(baseURL ? { baseURL } : {})
  await signInByHttp(admin, await persona(admin, keeper))
  const client = await aClient(admin, owner(), system, {
    redirectUris: callback,
    postLogoutRedirectUris: `${apache.origin}/bye`,
    backchannelLogoutUri: `${callback}?logout=backchannel`,
    startUri: "",
  })
  const clientId = client.split("/").at(-1) ?? ""
  const secret = await post(admin, "/api/admin/systems/client/secret", {
    systemCode: system,
    clientId,
    older: "now",
  })
  const shown = /<code translate="no">([^<]+)</.exec(await secret.text())?.[1] ?? ""
  const page = await (await admin.get(`${client}/settings`)).text()
  const ready =
    /<pre class="copied" translate="no"><code>(# \/etc\/apache2[^<]*(?:<[^/][^<]*)*)<\/code>/.exec(page)
  await apache.serve(unescaped(ready?.[1] ?? ""), shown)
  await admin.dispose()
})
test.afterAll(async () => {
  await apache?.stop()
  if (debian) await takeRightsAway(owner(), system)
})

const unescaped = (html: string) =>
  html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&")

/** Goes to the protected page, and by the portal's sign-in back to it. @returns what Apache knows of the person there */
async function enter(page: Page): Promise<Record<string, string>> {
  await forgetMailedCodes(owner())
  const card = await persona(page.request, "pranee.t")
  const seen = await codesSeen(page.request, card.email)
  await page.goto(`${apache.origin}/app/page`)
  await page.getByLabel("รหัสผู้ใช้งาน (Username)").fill(card.username)
  await page.getByLabel("รหัสผ่าน (Password)").fill(card.password)
  await page.getByRole("button", { name: "เข้าสู่ระบบ", exact: true }).click()
  await page.getByLabel("รหัส OTP").fill(await nextCode(page.request, card.email, seen))
  await page.getByRole("button", { name: "ยืนยันรหัส" }).click()
  await page.waitForURL(`${apache.origin}/app/page`)
  await expect(page.getByRole("heading", { name: "Inside" })).toBeVisible()
  return (await page.request.get(`${apache.origin}/app/page`, { maxRedirects: 0 })).headers()
}

const inside = async (page: Page) =>
  (await page.request.get(`${apache.origin}/app/page`, { maxRedirects: 0 })).status()

test("the console's settings as they stand let an official in at Apache, and out by its own address", async ({
  page,
  baseURL,
}) => {
  expect(await inside(page)).toBe(302)
  const known = await enter(page)
  expect(known).toMatchObject({ "x-person": expect.stringMatching(/^[0-9a-f-]{36}/), "x-roles": "tester" })
  expect(Buffer.from(known["x-name"] ?? "", "latin1").toString()).toContain("ปราณี")

  await page.goto(`${apache.origin}/app/callback?logout=${encodeURIComponent(`${apache.origin}/bye`)}`)
  expect(new URL(page.url()).origin).toBe(baseURL)
  await page.getByRole("button", { name: "ออกจากระบบ" }).click()
  await expect(page.getByRole("heading", { name: "Outside" })).toBeVisible()
  expect(await inside(page)).toBe(302)
  await page.goto("/portal")
  await expect(page).toHaveURL(/\/login/)
})

test("who signs out at the portal is out at Apache, told by the back channel", async ({ page }) => {
  await enter(page)
  await page.goto("/portal")
  await page.getByRole("button", { name: "ออกจากระบบ" }).first().click()
  await page.waitForURL("**/login**")
  await expect.poll(() => inside(page), { timeout: 10_000 }).toBe(302)
})
