import { expect, type Page, test } from "@playwright/test"
import { copyOfficial } from "../../db/testing/copy-official"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { ownerAccess, ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { signInByHttp } from "../support/sign-in"

const from = "/unit/06360207"
const to = "/unit/05360204"

test.use({ javaScriptEnabled: false })

async function enter(page: Page, username: string) {
  await forgetMailedCodes(ownerUrl(String(test.info().config.metadata.home)))
  await signInByHttp(page.request, await persona(page.request, username))
}

test("two SSO Admins sign a transfer: the user is gone from the one unit and there in the other; without JavaScript", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const { username } = await copyOfficial(ownerAccess(String(test.info().config.metadata.home)), "pranee.t")
  await enter(page, "somchai.s")
  await page.goto(`${from}/users?q=${username}`)
  await expect(page.locator("tbody tr")).toHaveCount(1)
  const user = (await page.locator("tbody a").first().getAttribute("href"))?.split("/").at(-1) ?? ""
  await page.goto(`${from}/transfers/new?user=${user}`)
  await page.getByLabel("รหัสหน่วยงานปลายทาง").fill("๙๙๙๙๙๙๙๙")
  await page.getByLabel("ตำแหน่งในหน่วยงานใหม่").fill(`ผู้โอนย้าย ${username}`)
  await page.getByLabel("เลขที่คำสั่งหรือหนังสือ").fill("คำสั่งที่ ๘๘/๒๕๖๙")
  const today = new Date(Date.now() + 7 * 3_600_000)
  const group = page.getByRole("group", { name: "วันที่มีผล" })
  await group.getByLabel("วัน", { exact: true }).fill(`${today.getUTCDate()}`)
  await group.getByLabel("เดือน").selectOption(`${today.getUTCMonth() + 1}`)
  await group.getByLabel("ปี พ.ศ.").fill(`${today.getUTCFullYear() + 543}`)
  await page.getByRole("button", { name: "ลงนามและส่ง" }).click()
  await expect(page.locator("main").getByRole("alert")).toContainText("ไม่พบหน่วยงานปลายทาง")
  await expect(page.getByLabel("ตำแหน่งในหน่วยงานใหม่")).toHaveValue(`ผู้โอนย้าย ${username}`)
  await page.getByLabel("รหัสหน่วยงานปลายทาง").fill("๐๕๓๖๐๒๐๔")
  await page.getByRole("button", { name: "ลงนามและส่ง" }).click()
  await expect(page.getByRole("status")).toContainText("ส่งให้หน่วยงานปลายทางลงนามแล้ว")

  const theirs = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false })
  const receiver = await theirs.newPage()
  await enter(receiver, "wilai.e")
  await receiver.goto(`${to}/transfers`)
  const line = receiver.locator("main li").filter({ hasText: username })
  await expect(line).toContainText("รอหน่วยงานปลายทางลงนาม")
  await line
    .getByRole("checkbox", { name: /INFO|ระบบข้อมูลกลาง/ })
    .first()
    .check()
  await line.getByRole("button", { name: "ลงนามรับโอน" }).click()
  await expect(receiver.getByRole("status")).toContainText("โอนย้ายมีผลแล้ว")
  await receiver.goto(`${to}/users?q=${username}`)
  await expect(receiver.locator("tbody tr")).toContainText(`ผู้โอนย้าย ${username}`)
  await theirs.close()

  await page.goto(`${from}/users?q=${username}`)
  await expect(page.getByText("ไม่มีผู้ใช้งานตรงตามตัวกรอง")).toBeVisible()
  await page.goto(`${from}/transfers`)
  await expect(page.locator("main li").filter({ hasText: username })).toContainText("โอนย้ายแล้ว")
})
