import { expect, test } from "@playwright/test"
import { codesSeen, nextCode } from "../support/mailbox"
import {
  fillEmail,
  fillPerson,
  fillUnit,
  lookUpRequest,
  newAddress,
  sendEvidence,
  sendRequest,
  startTyping,
} from "../support/registration"

test.use({ javaScriptEnabled: false })

test("a person registers on a browser without scripts, follows the request elsewhere, and withdraws it", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const email = newAddress()
  await startTyping(page)
  await expect(page.getByText("ขั้นที่ ๑ จาก ๕")).toBeVisible()
  await expect(page.getByText("หน้า ๒ จาก ๖")).toBeVisible()
  // what is wrong is said on top, at the field, and nothing that was typed is lost
  await fillPerson(page, "1234567890123")
  await expect(page.locator("main").getByRole("alert")).toContainText("เลขประจำตัวประชาชนไม่ถูกต้อง")
  await expect(page.getByLabel("ชื่อ (ภาษาไทย)")).toHaveValue("มาลี")
  await fillPerson(page)
  await fillUnit(page)
  await fillEmail(page, email)
  await sendEvidence(page)
  const { number, secret } = await sendRequest(page)
  expect(number).toMatch(/^R-\d{4}-\d{4}$/)
  await page.goto("/register/check")
  await expect(page).toHaveURL(/\/register\/done/)
  await expect(page.locator("main")).not.toContainText(secret)

  const elsewhere = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false })
  const other = await elsewhere.newPage()
  await lookUpRequest(other, number, "AAAA-AAAA-AAAA")
  await expect(other.locator("main").getByRole("alert")).toContainText("ไม่ถูกต้อง")
  await lookUpRequest(other, number, secret.toLowerCase())
  await expect(other.getByText("ลำดับในคิวของหน่วยงาน")).toBeVisible()
  await expect(other.getByText("ขั้นที่ ๒ จาก ๕")).toBeVisible()
  const told = await other.locator("main").innerText()
  for (const secretThing of ["มาลี", "ขยันยิ่ง", email, "คำสั่งบรรจุ"]) expect(told).not.toContain(secretThing)
  const seen = await codesSeen(other.request, email)
  await other.getByRole("button", { name: "ถอนคำขอ" }).click()
  await other.getByLabel("รหัส ๖ หลัก").fill(await nextCode(other.request, email, seen))
  await other.getByRole("button", { name: "ถอนคำขอ" }).click()
  await expect(other.getByText("ถอนหรือสิ้นสุดแล้ว")).toBeVisible()
  await elsewhere.close()
})

test("a draft goes on in another browser with number, secret and a mailed code; the first one is out", async ({
  page,
  browser,
  baseURL,
}) => {
  const email = newAddress()
  await startTyping(page)
  await fillPerson(page)
  await fillUnit(page)
  await fillEmail(page, email)
  await page.goto("/register/check")
  await page.getByRole("button", { name: "ขอหมายเลขและรหัสลับ" }).click()
  const [number = "", secret = ""] = await page.locator("dl.slip code").allInnerTexts()
  const elsewhere = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false })
  const other = await elsewhere.newPage()
  await lookUpRequest(other, number, secret)
  const seen = await codesSeen(other.request, email)
  await other.getByRole("button", { name: "กรอกคำขอต่อในเครื่องนี้" }).click()
  await other.getByLabel("รหัส ๖ หลัก").fill(await nextCode(other.request, email, seen))
  await other.getByRole("button", { name: "ยืนยันรหัส" }).click()
  await expect(other).toHaveURL(/\/register\/check/)
  await expect(other.locator("main")).toContainText("มาลี")
  await page.goto("/register/check")
  await expect(page).toHaveURL(/\/register\?refused=registration.gone/)
  await elsewhere.close()
})
