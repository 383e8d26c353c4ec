import { type Browser, expect, type Page, test } from "@playwright/test"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { ownerAccess, ownerUrl } from "../operations/own-home"
import { appRoutes } from "../support/app-routes"
import { persona } from "../support/cast"
import { expectSound } from "../support/expect-sound"
import { routeTable } from "../support/route-table"
import { signInByHttp } from "../support/sign-in"
import { type Face, faces, official } from "./faces"

const languages = ["th", "en"] as const
const pathOf = (address: string) => new URL(address, "http://here").pathname

/** One window for each reader, opened and signed in when first wanted, and kept: that is what makes this quick. */
const windows = new Map<string, Page>()

test.afterAll(async () => {
  for (const page of windows.values()) await page.context().close()
  windows.clear()
})

async function windowOf(reader: string | undefined, browser: Browser, baseURL: string): Promise<Page> {
  const open = windows.get(reader ?? "")
  if (open) return open
  const context = await browser.newContext({ baseURL })
  if (reader) {
    await forgetMailedCodes(ownerUrl(String(test.info().config.metadata.home)))
    await signInByHttp(context.request, await persona(context.request, reader))
  }
  const page = await context.newPage()
  windows.set(reader ?? "", page)
  return page
}

/** The face in both languages; that it is the very screen, and not what its reader was led to instead. */
async function expectFace(face: Face, reader: string | undefined, browser: Browser, home: string) {
  const page = await windowOf(reader, browser, home)
  const context = page.context()
  const owner = ownerAccess(String(test.info().config.metadata.home))
  const at = (await face.before?.({ context, home, ownerUrl: owner.url, owner })) ?? face.at
  for (const lang of languages) {
    await context.addCookies([{ name: "lang", value: lang, url: home }])
    await page.goto(at)
    const where = `${at} ${lang}${reader ? ` ${reader}` : ""}`
    expect(new URL(page.url()).pathname, where).toBe(face.leadsTo ?? pathOf(at))
    await expect(page.locator("html"), where).toHaveAttribute("lang", lang)
    const frame = page.locator("header form[action='/api/logout']")
    if (reader && !face.isPaper && !face.isOutside) await expect(frame, where).toBeVisible()
    await expectSound(page, where)
  }
}

// Every screen of the tree, so that a new one is looked at without being named here.
for (const { pattern, isScreen } of appRoutes()) {
  if (!isScreen) continue
  test(`axe finds nothing and nothing scrolls sideways: ${pattern}`, async ({ browser, baseURL }) => {
    const line = routeTable[pattern]
    const shown = faces[pattern] ?? (line ? [{ at: line.at }] : [])
    expect(shown.length, `${pattern} has a line in the table of routes`).toBeGreaterThan(0)
    for (const face of shown) {
      const reader = face.reader ?? (line?.isSignedIn ? official : undefined)
      await expectFace(face, reader, browser, baseURL ?? "")
    }
  })
}

test("axe finds nothing and nothing scrolls sideways where there is no screen", async ({ page }) => {
  await page.goto("/no-such-page")
  await expectSound(page, "a page that is not there")
  await page.goto("/help")
  // a form of a wrong make, as no page of ours sends it
  await page.evaluate(() => {
    const form = document.createElement("form")
    Object.assign(form, { method: "post", enctype: "text/plain", action: "/api/login/password" })
    document.body.append(form)
    form.submit()
  })
  await page.waitForURL("**/api/login/password")
  await expect(page.locator("main").getByRole("alert")).toBeVisible()
  await expectSound(page, "a form that cannot be read")
})
