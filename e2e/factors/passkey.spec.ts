import { expect, type Page, test } from "@playwright/test"
import { ageStepUps } from "../../db/testing/age-step-ups"
import { copyOfficial } from "../../db/testing/copy-official"
import { ownerAccess } from "../operations/own-home"
import { persona, type Welcome } from "../support/cast"
import { signIn } from "../support/sign-in"

// Browsers make no passkeys for a bare network address: the portal is opened by name.
test.use({ baseURL: async ({ baseURL }, use) => use(baseURL?.replace("127.0.0.1", "localhost")) })

const owner = () => ownerAccess(String(test.info().config.metadata.home))

async function official(page: Page): Promise<Welcome> {
  const card = await persona(page.request, "malee.n")
  return { ...card, ...(await copyOfficial(owner(), "malee.n")) }
}

/** A device of Chromium's own making, whose owner confirms whatever it asks. */
async function device(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send("WebAuthn.enable")
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    /** Whether the owner shows finger or face when asked. */
    isOwnerThere: (isUserVerified: boolean) =>
      devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  }
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "ออกจากระบบ" }).click()
  await page.waitForURL(/\/login/)
}

async function givePassword(page: Page, card: Welcome): Promise<void> {
  await page.goto("/login")
  await page.getByLabel("รหัสผู้ใช้งาน (Username)").fill(card.username)
  await page.getByLabel("รหัสผ่าน (Password)").fill(card.password)
  await page.getByRole("button", { name: "เข้าสู่ระบบ", exact: true }).click()
  await page.waitForURL("**/login/factor")
}

test("a passkey is added, signs in by itself and after the password, steps up, and is removed", async ({
  page,
}) => {
  const card = await official(page)
  const { isOwnerThere } = await device(page)
  await signIn(page, card)
  await page.goto("/account/factors")
  await page.getByLabel("ชื่อพาสคีย์").fill("คอมพิวเตอร์ที่ทำงาน")
  await page.getByRole("button", { name: "เพิ่มพาสคีย์" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("รหัสกู้คืน")
  const codes = await page.locator("ol.codes code").allInnerTexts()
  await page.getByRole("link", { name: "เก็บรหัสแล้ว" }).click()
  await expect(page.getByText("คอมพิวเตอร์ที่ทำงาน", { exact: true })).toBeVisible()
  // the device itself knows that it has one already
  await page.getByRole("button", { name: "เพิ่มพาสคีย์" }).click()
  await expect(page.getByText("เครื่องนี้มีพาสคีย์ของบัญชีนี้แล้ว")).toBeVisible()
  await signOut(page)

  await page.goto("/login?returnTo=%2Faccount")
  await page.getByRole("link", { name: "เข้าสู่ระบบด้วยพาสคีย์" }).click()
  await isOwnerThere(false)
  await page.getByRole("button", { name: "ใช้พาสคีย์" }).click()
  await expect(page.getByText("ยังไม่ได้ยืนยันด้วยพาสคีย์")).toBeVisible()
  await isOwnerThere(true)
  await page.getByRole("button", { name: "ใช้พาสคีย์" }).click()
  await page.waitForURL("**/account")

  await ageStepUps(owner().url, card.username)
  await page.goto("/account/factors")
  await page.getByRole("button", { name: "ลบพาสคีย์นี้" }).click()
  await page.waitForURL("**/step-up?**")
  await page.getByRole("button", { name: "ใช้พาสคีย์" }).click()
  await page.waitForURL("**/account/factors")
  await expect(page.getByText("คอมพิวเตอร์ที่ทำงาน", { exact: true })).toBeVisible()
  await signOut(page)

  await givePassword(page, card)
  await page.getByRole("button", { name: "ใช้พาสคีย์" }).click()
  await page.waitForURL("**/portal")
  await signOut(page)
  await givePassword(page, card)
  await page.getByLabel("รหัสกู้คืน").fill(codes[0] ?? "")
  await page.getByRole("button", { name: "ยืนยันรหัส" }).click()
  await page.waitForURL("**/portal")
  await page.goto("/account/factors")
  await page.getByRole("button", { name: "ลบพาสคีย์นี้" }).click()
  await expect(page.getByRole("status").first()).toContainText("ลบพาสคีย์แล้ว")
})

test("without JavaScript the page says so, and leads to the other ways", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) })
  const page = await context.newPage()
  await page.goto("/login/passkey")
  // a locator finds no text within noscript
  expect(await page.locator("noscript").innerHTML()).toContain("พาสคีย์ต้องใช้ JavaScript")
  await page.getByRole("link", { name: "เข้าสู่ระบบด้วยวิธีอื่น" }).click()
  await expect(page.getByLabel("รหัสผู้ใช้งาน (Username)")).toBeVisible()
  await context.close()
})
