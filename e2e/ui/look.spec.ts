import { AxeBuilder } from "@axe-core/playwright"
import { type Browser, expect, type Page, test } from "@playwright/test"
import { cast, isWelcome } from "../support/cast"
import { signInByHttp } from "../support/sign-in"

const publicPages = [
  "/",
  "/login?refused=signin.wrong",
  "/help",
  "/admins",
  "/admins?province=36&district=3602",
  "/admins?q=zzzzzz",
  "/admins/05360901",
  "/admins/print?district=3602",
  "/privacy",
  "/accessibility",
  "/no-such-page",
]
const ownPages = [
  "/portal",
  "/portal?q=zzz",
  "/account",
  "/account/email",
  "/account/password",
  "/account/activity",
]

const looks = (["light", "dark"] as const).flatMap((colorScheme) =>
  (["th", "en"] as const).flatMap((lang) => [360, 1280].map((width) => ({ colorScheme, lang, width }))),
)

type Look = (typeof looks)[number]

async function pageFor(browser: Browser, baseURL: string, look: Look): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    colorScheme: look.colorScheme,
    viewport: { width: look.width, height: 640 },
  })
  await context.addCookies([{ name: "lang", value: look.lang, url: baseURL }])
  return context.newPage()
}

async function expectSound(page: Page, path: string, look: Look): Promise<void> {
  await page.goto(path)
  const where = `${path} ${look.colorScheme} ${look.lang} ${look.width}`
  expect(await page.locator("html").getAttribute("lang"), where).toBe(look.lang)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target.join(" ")).join(", ")}`),
    where,
  ).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth), where).toBeLessThanOrEqual(
    look.width,
  )
}

for (const look of looks) {
  const name = `${look.colorScheme}, ${look.lang}, ${look.width} px`

  test(`axe finds nothing and nothing scrolls sideways on public pages: ${name}`, async ({
    browser,
    baseURL,
  }) => {
    const page = await pageFor(browser, baseURL ?? "", look)
    for (const path of publicPages) await expectSound(page, path, look)
    await page.context().close()
  })
}

test("axe finds nothing and nothing scrolls sideways on signed-in pages", async ({
  browser,
  request,
  baseURL,
}) => {
  test.setTimeout(300_000)
  const official = (await cast(request)).filter(isWelcome).find((card) => card.power === "official")
  if (!official) throw new Error("the cast has no official who may come in")
  await signInByHttp(request, official)
  const { cookies } = await request.storageState()
  for (const look of looks) {
    const page = await pageFor(browser, baseURL ?? "", look)
    await page.context().addCookies(cookies.filter((cookie) => cookie.name !== "lang"))
    for (const path of ownPages) await expectSound(page, path, look)
    await page.context().close()
  }
})
