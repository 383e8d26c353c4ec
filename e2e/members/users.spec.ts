import { expect, type Page, test } from "@playwright/test"
import { inventedNationalId } from "../../db/factories/account"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { codesSeen, nextCode } from "../support/mailbox"
import { mailedLink } from "../support/recovery"
import { leadsTo, post, signInByHttp } from "../support/sign-in"

const list = "/unit/06360207/users"
const words = "สายลมพัดผ่านทุ่งนาหน้าหนาวปีนี้"

test.use({ javaScriptEnabled: false })

async function enter(page: Page, username: string) {
  await forgetMailedCodes(ownerUrl(String(test.info().config.metadata.home)))
  await signInByHttp(page.request, await persona(page.request, username))
}

test("a unit adds a user, who comes in by the invitation and is listed; suspended, he is out; without JavaScript", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000)
  const nationalId = inventedNationalId()
  const family = `ทดลอง${nationalId.slice(-5)}`
  const email = `new.${nationalId.slice(-6)}@officials.example`
  await enter(page, "somchai.s")
  await page.goto("/portal")
  await page.getByRole("link", { name: "ผู้ใช้งานของหน่วยงาน" }).first().click()
  await page.getByRole("link", { name: "เพิ่มผู้ใช้งาน" }).click()
  await page.getByLabel("เลขประจำตัวประชาชน").fill(nationalId)
  await page.getByLabel("คำนำหน้า").fill("นาง")
  await page.getByLabel("ชื่อ", { exact: true }).fill("มาใหม่")
  await page.getByLabel("นามสกุล").fill(family)
  await page.getByLabel("ตำแหน่ง").fill("นักวิชาการคลัง")
  await page.getByLabel("ประเภทบุคลากร").selectOption("local-government")
  await page.getByLabel("อีเมลของผู้ใช้งาน").fill(email)
  await page.getByRole("button", { name: "ส่งคำเชิญ" }).click()
  await expect(page.locator("main").getByRole("alert")).toContainText("กรอกเลขที่คำสั่ง")
  // what was typed is still there
  await expect(page.getByLabel("นามสกุล")).toHaveValue(family)
  await page.getByLabel("เลขที่คำสั่งหรือหนังสือ").fill("คำสั่งที่ ๑๒๓/๒๕๖๙")
  await page.getByRole("button", { name: "ส่งคำเชิญ" }).click()
  await expect(page.getByRole("status")).toContainText("ส่งคำเชิญแล้ว")
  const waiting = page.getByRole("listitem").filter({ hasText: family })
  await expect(waiting).toContainText("รอเจ้าตัวตอบรับ")

  const theirs = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false })
  const newcomer = await theirs.newPage()
  await expect.poll(() => mailedLink(theirs.request, email, "invitation").catch(() => "")).not.toBe("")
  const seen = await codesSeen(theirs.request, email)
  await newcomer.goto(await mailedLink(theirs.request, email, "invitation"))
  await newcomer.getByRole("button", { name: "ขอรหัส" }).click()
  await newcomer.waitForURL("**/invitation/code")
  await newcomer.getByLabel("รหัส ๖ หลัก").fill(await nextCode(theirs.request, email, seen))
  await newcomer.getByRole("button", { name: "ยืนยันรหัส" }).click()
  await newcomer.waitForURL("**/invitation/choose")
  await newcomer.getByLabel("เลขประจำตัวประชาชน").fill(nationalId)
  await newcomer.getByLabel("รหัสผ่านใหม่", { exact: true }).fill(words)
  await newcomer.getByLabel("รหัสผ่านใหม่อีกครั้ง").fill(words)
  await newcomer.getByRole("button", { name: "ตั้งรหัสผ่านและเปิดใช้บัญชี" }).click()
  await newcomer.waitForURL("**/portal")
  await newcomer.getByRole("button", { name: "รับทราบและใช้งานต่อ" }).click()

  // the 13-digit number leads to him, and stands in no address on the way
  await page.goto(list)
  await expect(page.getByText("รอเจ้าตัวตอบรับ").and(page.getByText(family))).toHaveCount(0)
  await page.getByLabel("ค้นหา").fill(nationalId)
  await page.getByRole("button", { name: "ค้นหา" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`นางมาใหม่ ${family}`)
  expect(page.url()).not.toContain(nationalId)

  await page.getByRole("link", { name: "ระงับ", exact: true }).click()
  await page.getByLabel("เหตุผล").fill("ทดสอบการระงับ")
  await page.getByRole("button", { name: "ระงับ", exact: true }).click()
  await expect(page.getByRole("status")).toContainText("ระงับแล้ว")
  await expect(page.getByText("เหตุผล: ทดสอบการระงับ")).toBeVisible()
  await expect(page.getByRole("list").filter({ hasText: "ระงับการสังกัดหน่วยงาน" })).toBeVisible()
  await newcomer.goto("/portal")
  await newcomer.waitForURL(/\/login/)

  await page.getByRole("button", { name: "ยกเลิกการระงับ" }).click()
  await expect(page.getByRole("status")).toContainText("ยกเลิกการระงับแล้ว")
  await page.getByRole("link", { name: "ให้ออกจากหน่วยงาน" }).click()
  await page.getByLabel("เหตุผล").fill("จบการทดสอบ")
  await page.getByRole("button", { name: "ให้ออกจากหน่วยงาน" }).click()
  await expect(page.getByText("ออกจากหน่วยงานแล้ว").first()).toBeVisible()
  await theirs.close()
})

test("somebody known is asked at his own portal, and declines; offices above can only look", async ({
  page,
  browser,
  baseURL,
}) => {
  await enter(page, "somchai.s")
  const known = await persona(page.request, "wilai.e")
  const form = {
    unitCode: "06360207",
    nationalId: known.nationalId,
    titleTh: "นาง",
    givenNameTh: "ตามที่พิมพ์",
    familyNameTh: "เองนั้น",
    post: "ที่ปรึกษา",
    staffKind: "local-government",
    orderText: "คำสั่งที่ ๑/๒๕๖๙",
    email: "typed.elsewhere@officials.example",
  }
  const offered = await post(page.request, "/api/unit/users/offers", form)
  expect(leadsTo(offered)).toBe(`${list}?done=offered`)
  await page.goto(list)
  await expect(page.getByText("นางตามที่พิมพ์ เองนั้น")).toBeVisible()
  await expect(page.getByText("ใกล้ครบวาระ")).toHaveCount(0)

  const theirs = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false })
  await signInByHttp(theirs.request, known)
  const own = await theirs.newPage()
  await own.goto("/portal")
  await own.getByRole("link", { name: "ดูคำเชิญและตอบ" }).click()
  await own.getByRole("button", { name: "ปฏิเสธ" }).click()
  await expect(own.getByRole("status")).toContainText("ปฏิเสธคำเชิญแล้ว")
  expect((await theirs.request.get(list)).status()).toBe(404)
  await theirs.close()

  const above = await browser.newContext({ ...(baseURL ? { baseURL } : {}) })
  await signInByHttp(above.request, await persona(above.request, "kanda.d"))
  const shown = await (await above.request.get(list)).text()
  expect(shown).not.toContain(`${list}/new`)
  const tried = await post(above.request, "/api/unit/users/offers", form)
  expect(leadsTo(tried)).toBe(`${list}/new?refused=access.not-yours`)
  await above.close()
})
