import { expect, type Page, test } from "@playwright/test"
import * as openid from "openid-client"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { takeRightsAway } from "../../db/testing/plant-client"
import { ownerUrl } from "../operations/own-home"
import { type Card, cast, persona, type Welcome } from "../support/cast"
import { expectSound } from "../support/expect-sound"
import { codesSeen, nextCode } from "../support/mailbox"
import { rawHttp } from "../support/raw-http"
import { RelyingParty } from "../support/relying-party"
import { signInByHttp } from "../support/sign-in"

test.describe.configure({ mode: "serial" })

const system = "T-DOOR"
const rp = new RelyingParty()
const owner = () => ownerUrl(String(test.info().config.metadata.home))

test.beforeAll(async () => {
  const portal = String(test.info().project.use.baseURL)
  const scopes = ["openid", "profile", "unit", "roles", "nid", "offline_access"]
  await rp.open(portal, owner(), { system, holders: ["ปราณี", "บุญมี"], scopes })
})
test.afterAll(async () => {
  await takeRightsAway(owner(), system)
  await rp.close()
})
test.beforeEach(() => forgetMailedCodes(owner()))

const arrived = (page: Page) =>
  expect(page.getByRole("heading", { name: "Arrived at the system" })).toBeVisible()

test("an official signs in on the way to a system, and is let straight in the next time", async ({
  page,
}) => {
  const card = await persona(page.request, "pranee.t")
  const first = await rp.begin()
  const seen = await codesSeen(page.request, card.email)
  await page.goto(first.address)
  await page.getByLabel("รหัสผู้ใช้งาน (Username)").fill(card.username)
  await page.getByLabel("รหัสผ่าน (Password)").fill(card.password)
  await page.getByRole("button", { name: "เข้าสู่ระบบ", exact: true }).click()
  await page.getByLabel("รหัส OTP").fill(await nextCode(page.request, card.email, seen))
  await page.getByRole("button", { name: "ยืนยันรหัส" }).click()
  await arrived(page)
  const tokens = await rp.redeem(first.checks)
  const facts = await openid.fetchUserInfo(rp.config, tokens.access_token, tokens.claims()?.sub ?? "")
  expect(facts).toMatchObject({ roles: ["tester"], unit: { code: "06360207" } })
  expect(tokens.claims()).toMatchObject({ acr: "urn:dla:email", amr: ["pwd", "email-otp"] })

  const again = await rp.begin({ prompt: "none" })
  await page.goto(again.address)
  await arrived(page)
  expect((await rp.redeem(again.checks)).claims()?.sub).toBe(tokens.claims()?.sub)
})

test("who belongs to several units says for which one, and the token holds that one", async ({ page }) => {
  const card = (await cast(page.request)).find(({ power }) =>
    power.startsWith("official in two units"),
  ) as Card
  await signInByHttp(page.request, { ...card, username: card.nationalId } as Welcome)
  const { address, checks } = await rp.begin()
  await page.goto(address)
  await expectSound(page, page.url())
  await page.getByRole("button", { name: `เข้าใช้ ระบบทดสอบ ${system}` }).click()
  await expect(page.locator("main").getByRole("alert")).toContainText("เลือกหน่วยงาน")
  const [first] = await page.getByRole("radio").all()
  await first?.check()
  await page.getByRole("button", { name: `เข้าใช้ ระบบทดสอบ ${system}` }).click()
  await arrived(page)
  const tokens = await rp.redeem(checks)
  const { unit } = await openid.fetchUserInfo(rp.config, tokens.access_token, tokens.claims()?.sub ?? "")
  expect(["05360901", "05360204"]).toContain((unit as { code: string }).code)

  const other = await rp.begin({ prompt: "select_account" })
  await page.goto(other.address)
  await expect(page.getByRole("radio")).toHaveCount(2)
})

test("the national ID number goes to a system only with consent", async ({ page }) => {
  const card = await persona(page.request, "pranee.t")
  await signInByHttp(page.request, card)
  for (const [button, has] of [
    ["เข้าใช้โดยไม่ส่งเลข", false],
    ["ยินยอม และเข้าใช้", true],
  ] as const) {
    const { address, checks } = await rp.begin({ scope: "openid roles nid", prompt: "consent" })
    await page.context().clearCookies({ name: "dla-sso-op" })
    await page.goto(address)
    await expectSound(page, page.url())
    await page.getByRole("button", { name: button }).click()
    await arrived(page)
    const tokens = await rp.redeem(checks)
    expect(tokens.claims()).not.toHaveProperty("national_id")
    const facts = await openid.fetchUserInfo(rp.config, tokens.access_token, tokens.claims()?.sub ?? "")
    expect(facts.national_id).toBe(has ? card.nationalId.replaceAll("-", "") : undefined)
  }
})

test("who has no right lands at the reasons with a number for those who help, and goes back", async ({
  page,
  browser,
}) => {
  await signInByHttp(page.request, await persona(page.request, "malee.n"))
  const { address } = await rp.begin()
  await page.goto(address)
  await expect(page).toHaveURL(/\/why\?system=T-DOOR&trace=/)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ทำไมเข้าไม่ได้")
  await expect(page.locator("main")).toContainText("ยังไม่มีสิทธิ์ใดในระบบนี้")
  await expectSound(page, page.url())
  const trace = await page.locator("main code").innerText()
  const helper = await (await browser.newContext()).newPage()
  await signInByHttp(helper.request, await persona(helper.request, "dla.helpdesk"))
  await helper.goto("/why")
  await helper.getByLabel("หมายเลขอ้างอิงที่ผู้ใช้งานแจ้ง").fill(trace.toLowerCase())
  await helper.getByRole("button", { name: "ดูเหตุผลตามหมายเลข" }).click()
  await expect(helper.locator("main")).toContainText("ยังไม่มีสิทธิ์ใดในระบบนี้")
  await page.getByRole("button", { name: "กลับไปที่ระบบที่มา" }).click()
  await arrived(page)
  expect(rp.arrivals.at(-1)?.searchParams.get("error")).toBe("access_denied")
})

test("a surer sign-in that is asked for is asked of the person, and told truthfully", async ({ page }) => {
  const card = await persona(page.request, "pranee.t")
  await signInByHttp(page.request, card)
  const { address } = await rp.begin({ acr_values: "urn:dla:thaid" })
  await page.goto(address)
  await expect(page.locator("main")).toContainText("ขอการยืนยันตัวตนที่มั่นใจกว่านี้")
  await expect(page.getByLabel("รหัสผ่านปัจจุบัน")).toHaveCount(0)
  await expect(page.getByRole("button", { name: /ThaiID/ })).toBeVisible()
})

test("a request that names no known system, or a false address, goes nowhere", async ({ page }) => {
  const { address } = await rp.begin({ redirect_uri: "https://elsewhere.example/cb" })
  const answer = await page.goto(address)
  expect(answer?.status()).toBe(400)
  await expect(page.locator("main").getByRole("alert")).toContainText("ไม่ถูกต้อง")
  await expectSound(page, page.url())
  await signInByHttp(page.request, await persona(page.request, "pranee.t"))
  await page.goto("/continue/none")
  await expect(page.locator("main").getByRole("alert")).toContainText("หมดเวลา")
})

test("a forged Host steers nothing: issuer, endpoints and the way on stay at the portal", async ({
  baseURL,
}) => {
  const base = String(baseURL)
  const forged = { host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" }
  const told = await rawHttp(base, "/oidc/.well-known/openid-configuration", { headers: forged })
  expect(JSON.parse(told.text)).toMatchObject({
    issuer: `${base}/oidc`,
    token_endpoint: `${base}/oidc/token`,
  })
  expect(told.text).not.toContain("evil.example")
  const { address } = await rp.begin()
  const asked = await rawHttp(base, address.slice(base.length), { headers: forged })
  expect(asked.status).toBe(303)
  expect(new URL(String(asked.headers.location), base).origin).toBe(base)
  const page = await rawHttp(base, "/oidc/auth?client_id=none", { headers: forged })
  expect(page.text).not.toContain("evil.example")
})
