import { expect, type Page, test } from "@playwright/test"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { signInByHttp } from "../support/sign-in"

// Nothing is published here: other journeys look at the manuals. The refusals of a whole form, and a new version, are
// tried in e2e/operations/live-bad-input.spec.ts on a demonstration of its own.
const megabytes = (count: number) => ({
  name: "new.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.alloc(count * 1024 * 1024, "x"),
})

async function open(page: Page): Promise<void> {
  await forgetMailedCodes(ownerUrl(String(test.info().config.metadata.home)))
  await signInByHttp(page.request, await persona(page.request, "dla.officer"))
  await page.goto("/admin/manuals")
}

/** Lets so many bytes a second leave the page; -1 for all that can. */
async function slowDown(page: Page, uploadThroughput: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send("Network.enable")
  const rest = { offline: false, latency: 0, downloadThroughput: -1 }
  await devtools.send("Network.emulateNetworkConditions", { ...rest, uploadThroughput })
}

test("a file on its way shows how much of it is sent, can be cancelled, and says when the line breaks", async ({
  page,
}) => {
  await open(page)
  const form = page.locator("form[action='/api/admin/manuals']").first()
  const publish = form.getByRole("button", { name: "เผยแพร่ฉบับใหม่" })
  const bar = form.getByRole("progressbar")

  await form.locator("input[type=file]").setInputFiles(megabytes(11))
  await publish.click()
  await expect(form.getByRole("alert")).toContainText("ไฟล์ใหญ่เกิน ๑๐ เมกะไบต์ จึงไม่ได้ส่ง")

  await slowDown(page, 400 * 1024)
  await form.locator("input[type=file]").setInputFiles(megabytes(4))
  await publish.click()
  const share = () =>
    bar.evaluate((found) => (found instanceof HTMLProgressElement ? found.value / found.max : 0))
  await expect.poll(share, { timeout: 20_000 }).toBeGreaterThan(0.1)
  expect(await share()).toBeLessThan(1)
  await expect(form).toContainText(/ส่งแล้ว [๐-๙,]+ จาก ๔,[๐-๙]{3} กิโลไบต์/)
  await form.getByRole("button", { name: "ยกเลิกการส่ง" }).click()
  await expect(form.getByRole("alert")).toContainText("ยกเลิกแล้ว ยังไม่ได้เผยแพร่")
  await expect(bar).toHaveCount(0)
  await expect(publish).toBeFocused()

  // the file is still chosen, but now the line breaks
  await page.route("**/api/admin/manuals", (route) => route.abort("connectionreset"))
  await publish.click()
  await expect(form.getByRole("alert")).toContainText("การเชื่อมต่อขาดช่วง")

  // and now it arrives, and is judged: it is no PDF
  await page.unroute("**/api/admin/manuals")
  await slowDown(page, -1)
  await publish.click()
  await page.waitForURL("**/admin/manuals?refused=manuals.not-a-pdf**")
  await expect(page.locator("main").getByRole("alert").first()).toContainText("PDF")
})

test("without JavaScript the same form arrives whole", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) })
  const page = await context.newPage()
  await open(page)
  const form = page.locator("form[action='/api/admin/manuals']").first()
  await form.getByRole("button", { name: "เผยแพร่ฉบับใหม่" }).click()
  await expect(page.locator("main").getByRole("alert").first()).toContainText("เลือกไฟล์ PDF ก่อนเผยแพร่")
  await form.locator("input[type=file]").setInputFiles(megabytes(1))
  await form.getByRole("button", { name: "เผยแพร่ฉบับใหม่" }).click()
  await page.waitForURL("**/admin/manuals?refused=manuals.not-a-pdf**")
  await context.close()
})
