import { existsSync } from "node:fs"
import { mkdir, stat } from "node:fs/promises"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "@playwright/test"
import { cast, isWelcome } from "./cast"
import { codesSeen, nextCode } from "./mailbox"

/*
 * Pictures of the main screens for README, taken from the running demonstration: `npm run screenshots`, with BASE_URL
 * and CHROMIUM_PATH where they differ from the usual ones.
 */
const [base = "http://127.0.0.1:3000", namedChromium = ""] = process.argv.slice(2)
const folder = "docs/screens"
const largest = 150 * 1024

type Look = { wide?: boolean; dark?: boolean; english?: boolean }

function contextOptions({ wide = true, dark = false }: Look): BrowserContextOptions {
  return {
    baseURL: base,
    colorScheme: dark ? "dark" : "light",
    viewport: wide ? { width: 1280, height: 800 } : { width: 360, height: 640 },
    deviceScaleFactor: wide ? 1 : 2,
    timezoneId: "Asia/Bangkok",
  }
}

async function open(browser: Browser, path: string, look: Look): Promise<Page> {
  const context = await browser.newContext(contextOptions(look))
  const page = await context.newPage()
  const answer = await page.goto(look.english ? `${path}?lang=en` : path, { waitUntil: "networkidle" })
  if (!answer?.ok()) throw new Error(`${path} answers ${answer?.status()}`)
  return page
}

async function picture(page: Page, name: string): Promise<void> {
  const path = `${folder}/${name}.png`
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path, animations: "disabled", caret: "hide" })
  const { size } = await stat(path)
  if (size > largest) throw new Error(`${path} has ${size} bytes, more than ${largest}`)
  process.stdout.write(`${path} ${Math.round(size / 1024)} KiB\n`)
}

/** Signs in as the ordinary official of the cast, taking a picture of the code page on the way. */
async function signIn(browser: Browser, codePicture: string): Promise<Page> {
  const page = await open(browser, "/login", {})
  const official = (await cast(page.request)).filter(isWelcome).find((card) => card.power === "official")
  if (!official) throw new Error("the cast has no official who may come in")
  const seen = await codesSeen(page.request, official.email)
  await page.locator("input[name=username]").fill(official.username)
  await page.locator("input[name=password]").fill(official.password)
  await page.locator("form[action='/api/login/password'] button").click()
  await page.waitForURL("**/login/otp")
  await picture(page, codePicture)
  await page.locator("input[name=code]").fill(await nextCode(page.request, official.email, seen))
  await page.locator("form[action='/api/login/otp'] button").click()
  await page.waitForURL("**/portal")
  return page
}

async function publicScreens(browser: Browser): Promise<void> {
  await picture(await open(browser, "/login", {}), "login")
  await picture(await open(browser, "/login", { dark: true, english: true }), "login-dark-en")
  await picture(await open(browser, "/login", { wide: false }), "login-phone")
  await picture(await open(browser, "/admins?province=36", {}), "admins")
  await picture(await open(browser, "/manuals", {}), "manuals")
  await picture(await open(browser, "/help", {}), "help")
}

async function ownScreens(browser: Browser): Promise<void> {
  const page = await signIn(browser, "otp")
  await page.waitForLoadState("networkidle")
  await picture(page, "portal")
  await page.goto("/account", { waitUntil: "networkidle" })
  await picture(page, "account")
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto("/portal", { waitUntil: "networkidle" })
  await picture(page, "portal-phone")
}

const candidates = [namedChromium, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
const executablePath = candidates.find((path) => path !== "" && existsSync(path))
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
})
try {
  await mkdir(folder, { recursive: true })
  await publicScreens(browser)
  await ownScreens(browser)
} finally {
  await browser.close()
}
