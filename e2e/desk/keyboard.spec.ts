import { expect, type Page, test } from "@playwright/test"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { makeRequests } from "../support/requests"
import { leadsTo, signInByHttp } from "../support/sign-in"

const home = () => String(test.info().config.metadata.home)

async function atDesk(page: Page, username: string): Promise<void> {
  await forgetMailedCodes(ownerUrl(home()))
  expect(leadsTo(await signInByHttp(page.context().request, await persona(page.request, username)))).toBe(
    "/portal",
  )
}

/** Counts the keys that are pressed and the documents that the server answers with. */
function counted(page: Page) {
  const count = { keys: 0, answers: 0 }
  page.on("response", (response) => {
    const isWithin = response.request().isNavigationRequest() && response.url().includes("/desk")
    if (isWithin) count.answers += 1
  })
  return {
    count,
    async press(key: string) {
      count.keys += 1
      await page.locator("html[data-keys=heard]").waitFor()
      await page.keyboard.press(key)
    },
  }
}

test("a clean case is decided by keyboard alone, in few keys and answers, and the next one comes at once", async ({
  page,
}) => {
  const q = `แป้นพิมพ์${Date.now() % 10_000}`
  const [first, second] = (await makeRequests(home(), "06360504", 2, q)).map(({ number }) => number)
  await atDesk(page, "dla.officer")
  await page.goto(`/desk?${new URLSearchParams({ q })}`)
  await expect(page.locator("[data-row]")).toHaveCount(2)
  const { count, press } = counted(page)
  await press("j")
  await press("Enter")
  await expect(page).toHaveURL(new RegExp(`/desk/${first}`))
  await expect(page.getByRole("button", { name: /^อนุมัติ/ })).toBeVisible()
  await press("a")
  await expect(page).toHaveURL(new RegExp(`/desk/${second}`))
  await expect(page.getByText(/^อนุมัติ R-/)).toBeVisible()
  // from opening the case to the next one on the screen
  expect(count.keys).toBeLessThanOrEqual(12)
  expect(count.answers).toBeLessThanOrEqual(3)

  // undo by key: the case is in one's hands again
  await press("u")
  await expect(page).toHaveURL(new RegExp(`/desk/${first}`))
  await expect(page.getByText("เลิกทำแล้ว")).toBeVisible()

  // return by keys: the panel, a reason by its number, the field, and off
  await press("r")
  await press("6")
  await expect(page.getByLabel("ตำแหน่งไม่ตรงกับเอกสาร")).toBeChecked()
  await page.getByRole("button", { name: "ส่งคืน", exact: true }).press("Enter")
  await expect(page.locator("main").getByRole("alert")).toContainText("เลือกสิ่งที่ต้องแก้ไข")
  await expect(page.getByLabel("ตำแหน่งไม่ตรงกับเอกสาร")).toBeChecked()
  await page.getByLabel("ตำแหน่ง", { exact: true }).press("Space")
  await page.getByRole("button", { name: "ส่งคืน", exact: true }).press("Enter")
  await expect(page).toHaveURL(new RegExp(`/desk/${second}`))
  await page.locator("html[data-keys=heard]").waitFor()
  await page.keyboard.press("Shift+Slash")
  await expect(page.getByRole("dialog")).toContainText("ปุ่มลัด")
  await page.keyboard.press("Escape")
  await press("h")
  await expect(page).toHaveURL(/done=released/)
})

test("works without JavaScript, and who only looks sees no way to decide", async ({ browser, baseURL }) => {
  const q = `ไม่มีสคริปต์${Date.now() % 10_000}`
  const [first] = (await makeRequests(home(), "06360504", 1, q)).map(({ number }) => number)
  const windowOf = async (username: string) => {
    const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false })
    const page = await context.newPage()
    await atDesk(page, username)
    return page
  }
  const auditor = await windowOf("dla.auditor")
  await auditor.goto(`/desk/${first}`)
  await expect(auditor.getByRole("heading", { level: 1 })).toContainText(q)
  await expect(auditor.getByRole("button", { name: /อนุมัติ|ส่งคืน|พักเรื่อง/ })).toHaveCount(0)
  const form = { number: first ?? "", version: "1", outcome: "approve", documents: "", q: "", note: "" }
  const forced = await auditor.request.post("/api/desk/decide", { form, maxRedirects: 0 })
  expect(forced.headers().location).toContain("refused=forbidden")

  const officer = await windowOf("dla.officer")
  await officer.goto("/desk")
  await officer.getByLabel("กรองเรื่อง").fill(q)
  await officer.getByRole("button", { name: "กรอง", exact: true }).click()
  await officer.getByRole("button", { name: "รับเรื่องถัดไป" }).click()
  await expect(officer).toHaveURL(new RegExp(`/desk/${first}`))
  await auditor.goto(`/desk?${new URLSearchParams({ q })}`)
  await expect(auditor.getByText(/^อยู่กับ/)).toBeVisible()
  await officer.locator("summary", { hasText: "ไม่อนุมัติ" }).click()
  await officer.getByLabel("ไม่พบว่าผู้ยื่นสังกัดหน่วยงานที่เลือก").check()
  await officer.getByRole("button", { name: "ยืนยันไม่อนุมัติ" }).click()
  await expect(officer.getByText("ไม่มีเรื่องรอคุณพิจารณาแล้ว")).toBeVisible()
  await expect(officer.getByText(/^ไม่อนุมัติ R-/)).toBeVisible()
  await auditor.goto(`/desk/${first}`)
  await expect(auditor.getByText("ตัดสินแล้ว")).toBeVisible()
})
