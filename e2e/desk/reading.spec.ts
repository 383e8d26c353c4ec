import { expect, type Page, test } from "@playwright/test"
import { orderNumberOf } from "../../db/testing/case-standing"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { leadsTo, signInByHttp } from "../support/sign-in"

const home = () => String(test.info().config.metadata.home)

async function atCase(page: Page, paper: string): Promise<void> {
  await forgetMailedCodes(ownerUrl(home()))
  expect(
    leadsTo(await signInByHttp(page.context().request, await persona(page.request, "dla.officer"))),
  ).toBe("/portal")
  const number = await orderNumberOf(ownerUrl(home()), paper)
  await expect(async () => {
    await page.goto(`/desk/${number}`)
    await expect(page.getByText(/^ระบบอ่านข้อความในเอกสารเทียบกับที่กรอก/)).toBeVisible({ timeout: 500 })
  }).toPass()
}

/** The line of a fact, by its name. */
const fact = (page: Page, name: string) =>
  page.locator("dl > div").filter({ has: page.locator("dt", { hasText: new RegExp(`^${name}$`) }) })

/** Where a mark is on its page, in parts of it: left, top, right and bottom. */
async function placeOf(page: Page, mark: string) {
  const [box, image] = await Promise.all([
    page.locator(mark).boundingBox(),
    page.locator(".page-image").first().boundingBox(),
  ])
  if (!box || !image) throw new Error("no mark")
  return {
    top: (box.y - image.y) / image.height,
    bottom: (box.y + box.height - image.y) / image.height,
    left: (box.x - image.x) / image.width,
    right: (box.x + box.width - image.x) / image.width,
    seen: box.y > 0 && box.y + box.height < (page.viewportSize()?.height ?? 0),
  }
}

test("an officer sees what was read of an order, is led to each place, and decides", async ({ page }) => {
  await atCase(page, "214")
  for (const name of ["เลขที่คำสั่ง", "ลงวันที่", "ผู้ลงนาม", "หน่วยงาน", "หน่วยงานที่ออกคำสั่ง"])
    await expect(fact(page, name).getByText("อ่านได้ตรงกัน")).toBeVisible()
  await expect(page.locator("[data-reading]")).toHaveCount(6)
  await expect(page.locator(".page-mark:visible")).toHaveCount(0)

  await fact(page, "เลขที่คำสั่ง")
    .getByRole("link", { name: /อ่านได้ตรงกัน/ })
    .click()
  await expect(page.locator(".page-mark:visible")).toHaveCount(1)
  const number = await placeOf(page, "#mark-orderNumber")
  // in the middle of the second line
  expect([
    number.seen,
    number.top > 0.11,
    number.bottom < 0.17,
    number.left > 0.35,
    number.right < 0.65,
  ]).toEqual(Array(5).fill(true))
  await page
    .locator("li", { hasText: "กาญจนา" })
    .getByRole("link", { name: /อ่านได้ตรงกัน/ })
    .click()
  await expect(page.locator(".page-mark:visible")).toHaveCount(1)
  await expect(page.locator("#mark-orderNumber")).toBeHidden()

  await page.getByRole("button", { name: /^อนุมัติ/ }).click()
  await expect(page.getByText(/^อนุมัติ O-/)).toBeVisible()
  await page.getByRole("button", { name: /เลิกทำ/ }).click()
  await expect(page.getByText("เลิกทำแล้ว")).toBeVisible()
})

test("what differs is said with what stands on the paper, and marked without JavaScript", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false })
  const page = await context.newPage()
  await atCase(page, "87")
  const number = fact(page, "เลขที่คำสั่ง")
  await expect(number.getByText("อ่านได้ต่างกัน")).toBeVisible()
  await expect(number.locator("bdi")).toHaveText(/^๗๘\/๒๕/)
  const person = page.locator("li", { hasText: "ธนพล" })
  await expect(person.getByText("อ่านได้ไม่แน่ชัด")).toBeVisible()
  await person.getByRole("link", { name: /อ่านได้ไม่แน่ชัด/ }).click()
  await expect(page.locator(".page-mark:visible")).toHaveCount(1)
  // nothing of it is green, nor of any other colour than that of information
  const colours = await page
    .locator("[data-reading] > :first-child")
    .evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).color))])
  expect(colours).toHaveLength(1)
})
