import { expect, type Page, test } from "@playwright/test"
import { generateSync } from "otplib"
import { copyOfficial } from "../../db/testing/copy-official"
import { ownerAccess } from "../operations/own-home"
import { persona, type Welcome } from "../support/cast"
import { mailTo } from "../support/mailbox"
import { signIn } from "../support/sign-in"

/** A person of the journey's own, so that no other journey meets his factor. */
async function official(page: Page, like: string): Promise<Welcome> {
  const home = String(test.info().config.metadata.home)
  const [card, copy] = [await persona(page.request, like), await copyOfficial(ownerAccess(home), like)]
  return { ...card, ...copy }
}

/** The code that an app shows `steps` of 30 seconds from now: the one after a used one comes without waiting. */
const codeOf = (secret: string, steps = 0) =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 })

/** Adds an app by the words on the screen; its secret, and the recovery codes as they were shown. */
async function addApp(page: Page) {
  await page.goto("/account")
  await page.getByRole("link", { name: "พาสคีย์ แอปยืนยันตัวตน และรหัสกู้คืน" }).click()
  await page.getByRole("button", { name: "เพิ่มแอปยืนยันตัวตน" }).click()
  await expect(page.getByRole("img", { name: "QR Code สำหรับเพิ่มแอปยืนยันตัวตน" })).toBeVisible()
  const secret = (await page.locator("p.font-mono").innerText()).replaceAll(/\s/g, "")
  await page.getByLabel("ชื่อที่จำได้").fill("โทรศัพท์เครื่องทดสอบ")
  await page.getByLabel("รหัสจากแอป").fill("12345")
  await page.getByRole("button", { name: "ยืนยันและเพิ่มแอป" }).click()
  await expect(page.getByLabel("ชื่อที่จำได้")).toHaveValue("โทรศัพท์เครื่องทดสอบ")
  const used = codeOf(secret, -1)
  await page.getByLabel("รหัสจากแอป").fill(used)
  await page.getByRole("button", { name: "ยืนยันและเพิ่มแอป" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("รหัสกู้คืน")
  const codes = await page.locator("ol.codes code").allInnerTexts()
  expect(codes).toHaveLength(10)
  return { secret, codes, used }
}

async function toSecondStep(page: Page, card: Welcome): Promise<void> {
  await page.getByRole("button", { name: "ออกจากระบบ" }).click()
  await page.goto("/login")
  await page.getByLabel("รหัสผู้ใช้งาน (Username)").fill(card.username)
  await page.getByLabel("รหัสผ่าน (Password)").fill(card.password)
  await page.getByRole("button", { name: "เข้าสู่ระบบ", exact: true }).click()
  await page.waitForURL("**/login/factor")
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "in a browser" : "without JavaScript", () => {
    test.use({ javaScriptEnabled })

    test("an authenticator app is added, asked for at sign-in, and replaced by a recovery code when lost", async ({
      page,
    }) => {
      const card = await official(page, "malee.n")
      await signIn(page, card)
      const { secret, codes, used } = await addApp(page)
      // shown in the answer to the form alone: no cookie, no address, no second look holds them
      const kept = JSON.stringify(await page.context().cookies()) + page.url()
      for (const code of codes) expect(kept).not.toContain(code.replaceAll(" ", ""))
      await page.getByRole("link", { name: "เก็บรหัสแล้ว" }).click()
      await expect(page.getByRole("status")).toContainText("เก็บรหัสกู้คืนแล้ว")
      await expect(page.getByText("โทรศัพท์เครื่องทดสอบ")).toBeVisible()
      expect(await page.content()).not.toContain(codes[0] ?? "")
      await expect
        .poll(async () => (await mailTo(page.request, card.email)).map(({ subject }) => subject))
        .toContain("วิธียืนยันตัวตนของบัญชี DLA SSO เปลี่ยนแปลง")

      await toSecondStep(page, card)
      await page.getByLabel("รหัสจากแอป หรือรหัสกู้คืน").fill(used)
      await page.getByRole("button", { name: "ยืนยันรหัส" }).click()
      await expect(page.getByText("รหัสไม่ถูกต้องหรือใช้ไปแล้ว").first()).toBeVisible()
      await page.getByLabel("รหัสจากแอป หรือรหัสกู้คืน").fill(codeOf(secret))
      await page.getByRole("button", { name: "ยืนยันรหัส" }).click()
      await page.waitForURL("**/portal")

      await toSecondStep(page, card)
      await page.getByLabel("รหัสจากแอป หรือรหัสกู้คืน").fill(codes[3] ?? "")
      await page.getByRole("button", { name: "ยืนยันรหัส" }).click()
      await page.waitForURL("**/portal")
      await page.goto("/account/factors")
      await expect(page.getByText("เหลือใช้ได้ ๙ รหัส")).toBeVisible()
      await page.getByRole("button", { name: "ลบแอปนี้" }).click()
      await expect(page.getByRole("status")).toContainText("ลบแอปแล้ว")
    })
  })
}
