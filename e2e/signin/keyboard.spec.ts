import { expect, type Page, test } from "@playwright/test"
import { persona } from "../support/cast"
import { codesSeen, nextCode } from "../support/mailbox"

/** What has the focus, and the thickest ring that a person sees around it. */
function focused(page: Page): Promise<{ tag: string; name: string; ring: number; top: number }> {
  return page.evaluate(() => {
    const at = document.activeElement ?? document.body
    const style = getComputedStyle(at)
    const outline = style.outlineStyle === "none" ? 0 : Number.parseFloat(style.outlineWidth)
    const spreads = [...style.boxShadow.matchAll(/([\d.]+)px/g)].map((found) => Number(found[1]))
    const name = at.getAttribute("name") ?? at.getAttribute("href") ?? at.textContent ?? ""
    const box = at.getBoundingClientRect()
    return { tag: at.tagName, name: name.trim(), ring: Math.max(outline, ...spreads), top: box.top }
  })
}

/** Tabs until the focus is on what is sought; each stop on the way must be seen. Returns the stops. */
async function tabTo(page: Page, selector: string, key = "Tab"): Promise<string[]> {
  const stops: string[] = []
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press(key)
    const stop = await focused(page)
    expect(stop.ring, `a ring around ${stop.tag} ${stop.name} on ${page.url()}`).toBeGreaterThanOrEqual(2)
    stops.push(stop.name)
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return stops
  }
  throw new Error(`forty tabs do not lead to ${selector}: ${stops.join(", ")}`)
}

test("one signs in and out by the keyboard alone, seeing at each stop where one is", async ({ page }) => {
  const card = await persona(page.request, "somchai.s")
  const seen = await codesSeen(page.request, card.email)
  await page.goto("/help")
  await page.keyboard.press("Tab")
  const skip = await focused(page)
  expect(skip).toMatchObject({ tag: "A", name: "#content" })
  expect(skip.top, "the skip link is in sight once it has the focus").toBeGreaterThanOrEqual(0)
  await page.keyboard.press("Enter")
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("content")

  await page.goto("/login")
  await tabTo(page, "input[name=username]")
  await page.keyboard.type(card.username)
  const toPassword = await tabTo(page, "input[name=password]")
  expect(toPassword, "nothing stands between user name and password").toEqual(["password"])
  await tabTo(page, "input[name=username]", "Shift+Tab")
  await tabTo(page, "input[name=password]")
  await page.keyboard.type(card.password)
  await tabTo(page, "form[action='/api/login/password'] button[type=submit]")
  await tabTo(page, "input[name=password]", "Shift+Tab")
  // Enter in a field is the way in by password, although ThaiID's button comes first.
  await page.keyboard.press("Enter")
  await page.waitForURL("**/login/otp")

  if ((await focused(page)).name !== "code") await tabTo(page, "input[name=code]")
  await page.keyboard.type(await nextCode(page.request, card.email, seen))
  await page.keyboard.press("Enter")
  await page.waitForURL("**/portal")

  await tabTo(page, "form[action='/api/logout'] button")
  await page.keyboard.press("Enter")
  await page.waitForURL("**/login?**")
  await expect(page.locator("input[name=username]")).toBeVisible()
})
