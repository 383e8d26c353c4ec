import { expect, test } from "@playwright/test"
import * as openid from "openid-client"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { renewStepUps } from "../../db/testing/renew-step-ups"
import { ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { keeper } from "../support/clients"
import { expectSound } from "../support/expect-sound"
import { RelyingParty } from "../support/relying-party"
import { signInByHttp } from "../support/sign-in"

test.describe.configure({ mode: "serial" })

// of its own in each run: a system has one open client for trying out
const system = `T-SANDBOX-${process.pid}`
const rp = new RelyingParty()
const owner = () => ownerUrl(String(test.info().config.metadata.home))

test.beforeAll(async () => {
  const portal = String(test.info().project.use.baseURL)
  await rp.open(portal, owner(), { system, holders: [], isSandbox: true })
})
test.afterAll(() => rp.close())
test.beforeEach(() => forgetMailedCodes(owner()))

test("a builder comes in as an invented user, without JavaScript, and never as whoever is signed in", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const card = await persona(page.request, "malee.n")
  await signInByHttp(page.request, card)
  const silent = await rp.begin({ prompt: "none" })
  await page.goto(silent.address)
  expect(rp.arrivals.at(-1)?.searchParams.get("error")).toBe("login_required")
  const { address, checks } = await rp.begin()
  await page.goto(address)
  await expect(page).toHaveURL(/\/sandbox\//)
  await expect(page.locator("main")).toContainText("ผู้ใช้และหน่วยงานเป็นข้อมูลสมมุติทั้งหมด")
  await expect(page.locator("body")).not.toContainText("มาลี")
  await page.getByRole("radio", { name: /สำนักงานจังหวัดสมมุติ/ }).check()
  await page.getByRole("button", { name: "เข้าใช้เป็นผู้ใช้สมมุติ" }).click()
  await expect(page.getByRole("heading", { name: "Arrived at the system" })).toBeVisible()
  const tokens = await rp.redeem(checks)
  expect(tokens.claims()).toMatchObject({ sandbox: true })
  const facts = await openid.fetchUserInfo(rp.config, tokens.access_token, tokens.claims()?.sub ?? "")
  expect(facts).toMatchObject({ sandbox: true, roles: ["tester"], unit: { code: "99" } })
  await page.goto("/portal")
  await expect(page).toHaveURL(/\/portal/)
  await context.close()
})

test("who looks after the system closes its client for trying out, makes another and its secret", async ({
  page,
}) => {
  const list = `/admin/systems/${system}/client`
  await signInByHttp(page.request, await persona(page.request, keeper))
  await renewStepUps(owner(), keeper)
  await page.goto(list)
  const part = page.getByRole("region", { name: "การเชื่อมต่อสำหรับทดลอง" })
  await expect(part).toContainText("มีอยู่แล้วและเปิดอยู่")
  await expect(part.getByRole("button")).toHaveCount(0)
  await part.getByRole("link").click()
  await page.getByRole("button", { name: "ปิดการเชื่อมต่อ" }).click()
  await page.goto(list)
  await expect(part).toContainText("ปิดอยู่ เปิดอีกครั้งได้จากหน้าของรายการนี้")
  await part.getByRole("button", { name: "สร้างรายการใหม่สำหรับทดลอง" }).click()
  await expect(page.getByRole("status")).toContainText("สร้างการเชื่อมต่อสำหรับทดลองแล้ว")
  await expectSound(page, page.url())
  const made = page.url().replace(/\?.*$/, "")
  await page.getByRole("button", { name: "สร้างรหัสลับ" }).click()
  const secret = await page.locator("main code").first().innerText()
  await page.goto(`${made}/settings`)
  await expect(page.locator("main")).toContainText("/oidc/sandbox")
  await page.goto(made)
  await expect(page.locator("main")).not.toContainText(secret)
})
