import { gzipSync } from "node:zlib"
import { expect, test } from "@playwright/test"

const scriptBudget = 140 * 1000
const pageBudget = 205 * 1024
const styleBudget = 9 * 1000
const fontBudget = 43 * 1024

test("the front door is light: scripts, styles, fonts and the whole page", async ({ page, request }) => {
  const wire = { all: 0, fonts: 0 }
  const kinds = new Map<string, string>()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send("Network.enable")
  devtools.on("Network.responseReceived", (event) => kinds.set(event.requestId, event.type))
  devtools.on("Network.loadingFinished", (event) => {
    wire.all += event.encodedDataLength
    if (kinds.get(event.requestId) === "Font") wire.fonts += event.encodedDataLength
  })
  await page.goto("/login", { waitUntil: "networkidle" })
  expect(wire.all).toBeLessThanOrEqual(pageBudget)
  // The answers' headers travel with the four files.
  expect(wire.fonts).toBeLessThanOrEqual(fontBudget + 4 * 400)

  const gzipped = async (paths: string[]) => {
    let bytes = 0
    for (const path of paths) bytes += gzipSync(await (await request.get(path)).body(), { level: 9 }).length
    return bytes
  }
  const scripts = await page
    .locator("script[src]:not([nomodule])")
    .evaluateAll((found) => found.map((script) => script.getAttribute("src") ?? ""))
  expect(scripts.length).toBeGreaterThan(0)
  expect(await gzipped(scripts)).toBeLessThanOrEqual(scriptBudget)
  const styles = await page
    .locator("link[rel=stylesheet]")
    .evaluateAll((found) => found.map((style) => style.getAttribute("href") ?? ""))
  expect(styles.length).toBeGreaterThan(0)
  expect(await gzipped(styles)).toBeLessThanOrEqual(styleBudget)
})

test("the first button of the front door is seen on a small phone without scrolling", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto("/login")
  await expect(page.getByRole("button", { name: "เข้าสู่ระบบด้วย ThaiID" })).toBeInViewport({ ratio: 1 })
  // The other way is seen to be there.
  await expect(page.getByLabel("รหัสผู้ใช้งาน (Username)")).toBeInViewport({ ratio: 1 })
})

test("an error summary takes the focus without JavaScript, and leads to its field", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) })
  const page = await context.newPage()
  await page.goto("/login?refused=signin.wrong")
  await expect(page.locator("main").getByRole("alert")).toBeFocused()
  await expect(page).toHaveTitle(/^ข้อผิดพลาด: /)
  await page.locator("main").getByRole("alert").getByRole("link").click()
  await expect(page.getByLabel("รหัสผู้ใช้งาน (Username)")).toBeFocused()
  await context.close()
})
