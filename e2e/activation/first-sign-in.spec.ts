import { type BrowserContext, expect, type Page, test } from "@playwright/test"
import { inventedNationalId } from "../../db/factories/account"
import { pdf } from "../../db/factories/pdf"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { ownerUrl } from "../operations/own-home"
import { issueCode } from "../support/activation"
import { appRoutes } from "../support/app-routes"
import { persona } from "../support/cast"
import { codesSeen, nextCode } from "../support/mailbox"
import { mailedLink } from "../support/recovery"
import { routeTable } from "../support/route-table"
import { leadsTo, post, signInByHttp } from "../support/sign-in"

// the beginning of the codes of real units in which nobody is, and which no other journey knows; and one of them
const nobodyThere = "063612"
const other = "06361303"
const words = "สายน้ำไหลผ่านทุ่งนาหน้าหนาว"

async function enter(page: Page, username: string) {
  await forgetMailedCodes(ownerUrl(String(test.info().config.metadata.home)))
  await signInByHttp(page.request, await persona(page.request, username))
}

async function fillDay(page: Page, legend: string, day: string, month: string, year: string) {
  const group = page.getByRole("group", { name: legend })
  await group.getByLabel("วัน", { exact: true }).fill(day)
  await group.getByLabel("เดือน").selectOption({ label: month })
  await group.getByLabel("ปี พ.ศ.").fill(year)
}

/** The office issues a code for a unit and prints its letter; what comes back is what the letter says. */
async function printedLetter(office: Page) {
  await enter(office, "prasit.p")
  await office.goto("/oversight/activation")
  await office.getByRole("link", { name: "ออกรหัสให้หน่วยงาน" }).click()
  await office.getByLabel("ชื่อหรือรหัสหน่วยงาน").fill(nobodyThere)
  await office.getByRole("button", { name: "กรอง" }).click()
  await office.getByRole("checkbox").first().check()
  await office.getByRole("button", { name: "ออกรหัสให้หน่วยงานที่เลือก" }).click()
  await office.waitForURL("**/oversight/activation/runs/*")
  const letter = office.getByRole("article")
  await expect(letter).toHaveCount(1)
  await expect(letter.getByRole("img")).toBeVisible()
  const [unitCode, code] = await letter.locator("code").allTextContents()
  await office.getByRole("button", { name: "พิมพ์ครบแล้ว ลบรหัสออกจากระบบ" }).click()
  await expect(office.getByRole("status")).toContainText("ระบบลบรหัสออกแล้ว")
  // gone for good: not even who issued it sees it again
  await office.goBack()
  await office.reload()
  await expect(office.locator("code")).toHaveCount(0)
  return { unitCode: unitCode ?? "", code: code ?? "" }
}

/** The holder of the letter fills the form in. */
async function fillIn(page: Page, nationalId: string, email: string) {
  await page.getByLabel("เลขประจำตัวประชาชน").fill(nationalId)
  await page.getByLabel("คำนำหน้า").fill("นาง")
  await page.getByLabel("ชื่อ", { exact: true }).fill("แรกมา")
  await page.getByLabel("นามสกุล").fill("ตัวอย่างดี")
  await page.getByLabel("ตำแหน่ง").fill("ปลัดองค์การบริหารส่วนตำบล")
  await page.getByLabel("ประเภทบุคลากร").selectOption("local-government")
  await page.getByLabel("อีเมลของผู้ได้รับแต่งตั้ง").fill(email)
  await page.getByRole("button", { name: "บันทึกรายชื่อ" }).click()
  await page.waitForURL("**/activate/form/paper")
  await page.getByLabel("เลขที่คำสั่ง").fill(`ที่ ${Date.now() % 100_000}/๒๕๖๙`)
  await fillDay(page, "สั่ง ณ วันที่", "๒๐", "พฤศจิกายน", "๒๕๖๙")
  await page.getByLabel("ชื่อผู้ลงนาม").fill("นายสมศักดิ์ ตัวอย่าง")
  await page.getByLabel("ตำแหน่งผู้ลงนาม").fill("นายกองค์การบริหารส่วนตำบล")
  await fillDay(page, "มีผลตั้งแต่วันที่", "๒๐", "พฤศจิกายน", "๒๕๖๙")
  await page.getByRole("button", { name: "บันทึก" }).click()
  await expect(page.getByRole("status")).toContainText("บันทึกแล้ว")
  await page
    .getByLabel("เลือกไฟล์", { exact: false })
    .first()
    .setInputFiles({ name: "คำสั่ง.pdf", mimeType: "application/pdf", buffer: pdf({ text: nationalId }) })
  await page.getByRole("button", { name: "ส่งไฟล์ที่เลือก" }).click()
  await expect(async () => {
    await page.goto("/activate/form")
    await expect(page.getByText("ใช้ได้", { exact: true }).first()).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 40_000 })
}

/** The mailed invitation opens the account, with a password of one's own. */
async function acceptInvitation(page: Page, email: string, nationalId: string) {
  await expect
    .poll(() => mailedLink(page.request, email, "invitation").catch(() => ""), { timeout: 60_000 })
    .not.toBe("")
  const seen = await codesSeen(page.request, email)
  await page.goto(await mailedLink(page.request, email, "invitation"))
  await page.getByRole("button", { name: "ขอรหัส" }).click()
  await page.getByLabel("รหัส ๖ หลัก").fill(await nextCode(page.request, email, seen))
  await page.getByRole("button", { name: "ยืนยันรหัส" }).click()
  await page.getByLabel("เลขประจำตัวประชาชน").fill(nationalId)
  await page.getByLabel("รหัสผ่านใหม่", { exact: true }).fill(words)
  await page.getByLabel("รหัสผ่านใหม่อีกครั้ง").fill(words)
  await page.getByRole("button", { name: "ตั้งรหัสผ่านและเปิดใช้บัญชี" }).click()
  await page.waitForURL("**/portal")
}

test("a unit without anybody comes in by a printed letter, and its first SSO Admin signs in himself; without JavaScript", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000)
  const opened: BrowserContext[] = []
  const newPage = async () => {
    const context = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled: false })
    opened.push(context)
    return context.newPage()
  }
  const nationalId = inventedNationalId()
  const email = `first-${Date.now()}@officials.example`
  const office = await newPage()
  const letter = await printedLetter(office)
  const unit = letter.unitCode
  expect(unit).toMatch(new RegExp(`^${nobodyThere}`))

  // the unit: looks itself up, then types what the letter says, in small letters and without hyphens
  const holder = await newPage()
  await holder.goto("/activate")
  await holder.getByLabel("ชื่อหรือรหัสหน่วยงาน").fill(unit)
  await holder.getByRole("button", { name: "ค้นหา" }).click()
  await expect(holder.getByText("ไม่พบผู้ลงทะเบียน")).toBeVisible()
  await holder.getByRole("link", { name: /ใช้รหัสหน่วยงานของ/ }).click()
  await expect(holder.getByLabel("รหัสหน่วยงาน", { exact: true })).toHaveValue(unit)
  await holder.getByLabel("รหัสเปิดใช้งาน").fill("ACEF-GHJK-MNPR-TWXY-ACEF-GHJK")
  await holder.getByRole("button", { name: "เข้าใช้งาน" }).click()
  await expect(holder.locator("main").getByRole("alert")).toContainText("เข้าใช้งานด้วยรหัสนี้ไม่ได้")
  // nothing is echoed
  await expect(holder.getByLabel("รหัสหน่วยงาน", { exact: true })).toHaveValue("")
  await expect(holder.getByLabel("รหัสเปิดใช้งาน")).toHaveValue("")
  const typed = letter.code.replaceAll("-", "").toLowerCase()
  await holder.getByLabel("รหัสหน่วยงาน", { exact: true }).fill(unit)
  await holder.getByLabel("รหัสเปิดใช้งาน").fill(typed)
  await holder.getByRole("button", { name: "เข้าใช้งาน" }).click()
  await holder.waitForURL("**/activate/form/person")
  await fillIn(holder, nationalId, email)
  await holder.getByRole("button", { name: "ส่งคำขอ" }).click()
  await expect(holder.getByRole("heading", { name: "ส่งคำขอแล้ว" })).toBeVisible()
  const slip = (await holder.locator("code").allTextContents()).join(" ")
  const number = /O-\d{4}-\d{4}/.exec(slip)?.[0] ?? ""
  const secret = /รหัสลับ (\S+)/.exec(slip)?.[1] ?? ""
  expect(leadsTo(await post(holder.request, "/api/activate", { unitCode: unit, code: typed }))).toBe(
    "/activate?refused=activation.wrong",
  )
  await holder.getByRole("link", { name: "ดูสถานะคำขอ" }).click()
  await holder.getByLabel("หมายเลขคำขอ").fill(number)
  await holder.getByLabel("รหัสลับ").fill(secret)
  await holder.getByRole("button", { name: "ดูสถานะ" }).click()
  await expect(holder.getByText("รอเจ้าหน้าที่ของสำนักงานที่กำกับดูแลตรวจ")).toBeVisible()
  await expect(holder.getByRole("button", { name: /ส่งคำขอ/ })).toHaveCount(0)

  // who issued the code sees the case, and no way to decide on it
  await office.goto(`/desk/${number}`)
  await expect(office.getByText("หน่วยงานส่งมาด้วยรหัสเปิดใช้งานครั้งแรก")).toBeVisible()
  await expect(office.getByRole("button", { name: /^อนุมัติ/ })).toHaveCount(0)
  const officer = await newPage()
  await enter(officer, "dla.officer")
  await officer.goto(`/desk/${number}`)
  await officer.getByRole("button", { name: /^อนุมัติ/ }).click()
  await expect(officer.getByText("เลิกทำได้ถึง")).toBeVisible()

  const own = await newPage()
  await acceptInvitation(own, email, nationalId)
  await expect(own.getByRole("button", { name: "รับทราบและใช้งานต่อ" })).toBeVisible()
  await own.getByRole("button", { name: "รับทราบและใช้งานต่อ" }).click()
  await own.goto(`/unit/${unit}`)
  await expect(own.getByRole("link", { name: "คำสั่งแต่งตั้ง SSO Admin" })).toBeVisible()

  // from then on somebody is there
  const anyone = await newPage()
  await anyone.goto(`/activate?q=${unit}`)
  await expect(anyone.getByText("มี SSO Admin แล้ว")).toBeVisible()
  await office.goto("/oversight/activation?state=used")
  await expect(office.getByRole("link", { name: number })).toBeVisible()
  for (const context of opened) await context.close()
})

test("what a code opens is the form and nothing else: every route answers as it does to anybody", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000)
  const [office, holder, anybody] = await Promise.all(
    [1, 2, 3].map(() => browser.newContext({ baseURL: baseURL ?? "" })),
  )
  if (!office || !holder || !anybody) throw new Error("no browser")
  await enter(await office.newPage(), "prasit.p")
  const { code } = await issueCode(office.request, other)
  const come = await post(holder.request, "/api/activate", { unitCode: other, code })
  expect(leadsTo(come)).toBe("/activate/form/person")

  type Asked = { readonly at: string; readonly form?: Readonly<Record<string, string>> }
  const answer = async (context: BrowserContext, { at, form }: Asked) => {
    const got = form
      ? await context.request.post(at, { form, maxRedirects: 0 })
      : await context.request.get(at, { maxRedirects: 0 })
    return `${got.status()} ${got.headers().location ?? ""}`
  }
  const routes = appRoutes().filter(({ pattern }) => !/^\/(?:api\/)?activate/.test(pattern))
  const lines = routes.flatMap(({ pattern }) => (routeTable[pattern] ? [routeTable[pattern]] : []))
  expect(lines.length).toBeGreaterThan(100)
  const differing: string[] = []
  for (const { at, form } of lines) {
    // what takes a state of its own (a passkey's challenge, a try that is counted) is asked of both alike
    for (const asked of form ? [{ at, form }] : [{ at }]) {
      const [mine, theirs] = [await answer(holder, asked), await answer(anybody, asked)]
      const bare = (text: string) => text.replace(/(?:state|nonce|code_challenge)=[^&]*/g, "")
      if (bare(mine) !== bare(theirs)) differing.push(`${at}: ${mine}, to anybody ${theirs}`)
    }
  }
  expect(differing).toEqual([])
  // it is no session: the portal asks to sign in
  expect(await answer(holder, { at: "/portal" })).toContain("/login?returnTo=%2Fportal")
  // and still the form is open to it, and to nobody else
  expect(await answer(holder, { at: "/activate/form" })).toMatch(/^200/)
  expect(await answer(anybody, { at: "/activate/form" })).toContain("/activate?refused=activation.gone")
  for (const context of [office, holder, anybody]) await context.close()
})
