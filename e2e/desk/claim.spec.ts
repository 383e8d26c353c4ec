import { expect, test } from "@playwright/test"
import { ageStepUps } from "../../db/testing/age-step-ups"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { makeRequests } from "../support/requests"
import { signInByHttp } from "../support/sign-in"

const home = () => String(test.info().config.metadata.home)

test("a case stays in the hands of who works on it, says when it is in them no more, and asks for a proof first", async ({
  page,
}) => {
  const q = `ถือเรื่อง${Date.now() % 10_000}`
  const [first] = (await makeRequests(home(), "06360504", 1, q)).map(({ number }) => number)
  await forgetMailedCodes(ownerUrl(home()))
  await signInByHttp(page.context().request, await persona(page.request, "dla.officer"))
  await page.clock.install()
  await page.goto(`/desk/${first}`)
  await page.locator("html[data-keys=heard]").waitFor()
  await expect(page.getByText(/^ถือเรื่องนี้ไว้ให้คุณถึง/)).toBeVisible()

  // reasons are found by typing; those that are ticked stay
  await page.locator("summary", { hasText: "ส่งคืนให้แก้" }).click()
  await page.getByLabel("ตำแหน่งไม่ตรงกับเอกสาร").first().check()
  await page.getByLabel("พิมพ์เพื่อหาเหตุผล").first().fill("บัตร")
  await expect(page.getByLabel("ตำแหน่งไม่ตรงกับเอกสาร").first()).toBeVisible()
  await expect(page.locator("#reasons-return [data-reason]:visible")).not.toHaveCount(9)
  await page.getByLabel("พิมพ์เพื่อหาเหตุผล").first().fill("ไม่มีคำนี้แน่นอน")
  await expect(page.locator("#reasons-return [data-reason]:visible")).toHaveCount(1)
  await page.getByLabel("พิมพ์เพื่อหาเหตุผล").first().fill("")

  // whoever works on it keeps it
  await page.clock.fastForward(61_000)
  const renewed = page.waitForResponse("**/api/desk/claim/options")
  await page.getByLabel("ข้อความถึงผู้ยื่น").first().fill("โปรดแนบคำสั่งฉบับล่าสุด")
  expect(await (await renewed).json()).toMatchObject({ seconds: 600 })
  // and who goes away is told
  await page.clock.fastForward(601_000)
  await expect(page.getByText("เวลาที่ถือเรื่องนี้หมดแล้ว")).toBeVisible()

  // what was typed comes back when the proof has grown old meanwhile, and the next time it is asked for first
  await ageStepUps(ownerUrl(home()), "dla.officer")
  await page.locator("#field-documents").check()
  await page.getByRole("button", { name: "ส่งคืน", exact: true }).click()
  await expect(page).toHaveURL(/\/step-up\?returnTo=/)
  await page.goto(`/desk/${first}`)
  const prove = page.getByRole("link", { name: /ยืนยันตัวตนก่อนตัดสิน/ })
  await expect(prove).toHaveAttribute("href", /^\/step-up\?returnTo=%2Fdesk%2FR-/)
  await expect(page.getByRole("button", { name: /^อนุมัติ/ })).toHaveCount(0)
})
