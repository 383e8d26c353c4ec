import { expect, test } from "@playwright/test"
import { cast, isWelcome } from "../support/cast"
import { signIn } from "../support/sign-in"

test.use({ javaScriptEnabled: false })

test("each member of the cast signs in without JavaScript", async ({ browser, request, baseURL }) => {
  test.setTimeout(180_000)
  for (const card of (await cast(request)).filter(isWelcome)) {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) })
    const page = await context.newPage()
    await signIn(page, card)
    await expect(page.getByRole("heading", { level: 1 }), card.username).toBeVisible()
    await context.close()
  }
})
