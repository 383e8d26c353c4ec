import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { persona } from "../support/cast"
import { signIn } from "../support/sign-in"
import { dropCheckout, makeCheckout } from "./own-checkout"
import { dropHome, makeHome } from "./own-home"
import { OwnProduct } from "./own-product"

test("npm run dev: one signs in, an edited file shows by itself, and Ctrl-C ends all of it", async ({
  browser,
}) => {
  const [home, checkout] = [makeHome(), makeCheckout("node_modules")]
  const product = await OwnProduct.start(home, {}, checkout, ["--dev"])
  try {
    await product.isReady()
    const page = await (await browser.newContext({ baseURL: product.origin })).newPage()
    const faults: string[] = []
    page.on("pageerror", (error) => faults.push(error.message))
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()))
    await signIn(page, await persona(page.request, "pranee.t"))
    const words = join(checkout, "lib", "i18n", "th", "systems.ts")
    const [before, after] = ["ระบบที่คุณใช้ได้", "ระบบที่แก้ชื่อแล้ว"]
    await expect(page.getByRole("heading", { name: before })).toBeVisible()
    writeFileSync(words, readFileSync(words, "utf8").replace(before, after))
    await expect(page.getByRole("heading", { name: after })).toBeVisible({ timeout: 20_000 })
    expect(faults).toEqual([])
    await product.interrupt()
    expect(product.leftovers()).toEqual([])
  } finally {
    product.killLeftovers()
    dropHome(home)
    dropCheckout(checkout)
  }
})
