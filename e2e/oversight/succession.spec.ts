import { type Browser, expect, type Page, test } from "@playwright/test"
import { pdf } from "../../db/factories/pdf"
import { copyOfficial } from "../../db/testing/copy-official"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { seatIn } from "../../db/testing/seat-in"
import { ownerAccess, ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { mailTo } from "../support/mailbox"
import { makeOrder, personForm } from "../support/orders"
import { post, signInByHttp } from "../support/sign-in"

// a real unit below the office of kanda.d, which no other journey knows
const here = "06360206"
const home = () => String(test.info().config.metadata.home)

/** Somebody like one of the cast, in this unit too, signed in by a mailed code; his browser runs no scripts. */
async function enters(browser: Browser, baseURL: string | undefined, like: string, order?: string) {
  const page = await opens(browser, baseURL, false)
  const card = { ...(await persona(page.request, like)), ...(await copyOfficial(ownerAccess(home()), like)) }
  await seatIn(ownerUrl(home()), { username: card.username, unitCode: here, ...(order ? { order } : {}) })
  await signInByHttp(page.request, card)
  return { page, card }
}

async function opens(
  browser: Browser,
  baseURL: string | undefined,
  javaScriptEnabled: boolean,
): Promise<Page> {
  return (await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled })).newPage()
}

async function fillToday(page: Page, legend: string): Promise<void> {
  const today = new Date(Date.now() + 7 * 3_600_000)
  const group = page.getByRole("group", { name: legend })
  await group.getByLabel("วัน", { exact: true }).fill(`${today.getUTCDate()}`)
  await group.getByLabel("เดือน").selectOption(`${today.getUTCMonth() + 1}`)
  await group.getByLabel("ปี พ.ศ.").fill(`${today.getUTCFullYear() + 543}`)
}

/** The order that appoints somebody from today on, with its scan, handed in to the office above. */
async function sendsOrder(page: Page, of: { readonly nationalId: string; readonly email: string }) {
  const order = await makeOrder(page.request, here)
  const { nationalId, email } = of
  await post(page.request, "/api/unit/orders/person", { ...personForm, ...order.at(2), nationalId, email })
  await page.goto(`${order.path}/paper`)
  await page.getByLabel("เลขที่คำสั่ง").fill(`ที่ ${Date.now() % 100_000}/๒๕๖๙`)
  await fillToday(page, "สั่ง ณ วันที่")
  await fillToday(page, "มีผลตั้งแต่วันที่")
  await page.getByRole("button", { name: "บันทึก" }).click()
  await page.goto(order.path)
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "คำสั่ง.pdf", mimeType: "application/pdf", buffer: pdf({ text: order.number }) })
  await page.getByRole("button", { name: "ส่งไฟล์ที่เลือก" }).click()
  await expect(async () => {
    await page.goto(order.path)
    await expect(page.getByText("ใช้ได้", { exact: true }).first()).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 60_000 })
  await page.getByRole("button", { name: "ส่งคำสั่ง" }).click()
  await expect(page.getByRole("status")).toContainText("ส่งคำสั่งให้เจ้าหน้าที่พิจารณาแล้ว")
  return order
}

const opensUsers = async (page: Page) => (await page.request.get(`/unit/${here}/users`)).status()

test("an SSO Admin names a successor, the office above approves his order, and the unit goes from hand to hand; without JavaScript", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000)
  const [one, next] = [
    await enters(browser, baseURL, "pranee.t", "33"),
    await enters(browser, baseURL, "malee.n"),
  ]
  const leaves = one.page
  await leaves.goto(`/unit/${here}`)
  await leaves.getByRole("link", { name: "ความต่อเนื่องของ SSO Admin" }).click()
  const successor = leaves.getByLabel("เลือกผู้ใช้งานของหน่วยงาน")
  await successor.selectOption({
    index: (await successor.locator("option").allTextContents()).findIndex((text) => text.includes("มาลี")),
  })
  await leaves.getByRole("button", { name: "บันทึกผู้สืบทอด" }).click()
  await expect(leaves.getByRole("status")).toContainText("บันทึกผู้สืบทอดแล้ว")
  await expect(leaves.locator("main")).toContainText("มาลี ยังไม่มีสิทธิ์ ตำแหน่งนักวิชาการคอมพิวเตอร์")
  // being named gives no power
  expect(await opensUsers(next.page)).toBe(404)
  await expect(leaves.getByRole("link", { name: "ทำคำสั่งแต่งตั้ง" })).toBeVisible()
  const order = await sendsOrder(leaves, next.card)

  const office = await opens(browser, baseURL, true)
  await forgetMailedCodes(ownerUrl(home()))
  await signInByHttp(office.request, await persona(office.request, "kanda.d"))
  await office.goto(`/unit/${here}/succession`)
  await expect(office.locator("main")).toContainText("มาลี ยังไม่มีสิทธิ์")
  await office.goto(`/desk/${order.number}`)
  await office.getByRole("button", { name: /^อนุมัติ/ }).click()
  await expect(office.getByText(/^อนุมัติ O-/)).toBeVisible()
  expect(await opensUsers(next.page)).toBe(404)

  // the decision takes effect by itself, in the very session in which he was nobody before
  await expect.poll(() => opensUsers(next.page), { timeout: 90_000, intervals: [500] }).toBe(200)
  const told = async () =>
    (await mailTo(leaves.request, one.card.email)).some(({ text }) => text.includes(order.number))
  await expect.poll(told, { timeout: 30_000, intervals: [500] }).toBe(true)

  // he leaves; the unit has somebody, so nothing stands against it, and at that moment it is no longer his
  await leaves.goto(`/unit/${here}/users?q=${one.card.username}`)
  await leaves.locator("tbody a").first().click()
  await leaves.getByRole("link", { name: "ออกจากหน่วยงาน" }).click()
  await expect(leaves.getByText("เป็น SSO Admin คนเดียวที่ทำงานได้")).toHaveCount(0)
  await leaves.getByLabel("ยืนยันว่าต้องการออกจากหน่วยงานนี้").check()
  await leaves.getByRole("button", { name: "ออกจากหน่วยงาน" }).click()
  await leaves.waitForURL((url) => !url.pathname.endsWith("/leave"))
  expect(await opensUsers(leaves)).toBe(404)
  await leaves.goto("/portal")
  await expect(leaves.locator(`a[href^="/unit/${here}"]`)).toHaveCount(0)

  await next.page.goto(`/unit/${here}/succession`)
  const admins = next.page.getByRole("table").locator("tbody tr")
  await expect(admins).toHaveCount(1)
  await expect(admins).toContainText("มาลี")
  await next.page.goto(`/unit/${here}/users?q=${one.card.username}`)
  await expect(next.page.getByText("ไม่มีผู้ใช้งานตรงตามตัวกรอง")).toBeVisible()
  for (const page of [leaves, office, next.page]) await page.context().close()
})
