import { expect, type Page, test } from "@playwright/test"
import { pdf } from "../../db/factories/pdf"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { makeOrder, personForm } from "../support/orders"
import { leadsTo, post, signInByHttp } from "../support/sign-in"

const here = "06360207"

test.use({ javaScriptEnabled: false })

async function enter(page: Page, username: string) {
  await forgetMailedCodes(ownerUrl(String(test.info().config.metadata.home)))
  await signInByHttp(page.request, await persona(page.request, username))
}

/** A day in the three fields of its group. */
async function fillDay(page: Page, legend: string, day: string, month: string, year: string) {
  const group = page.getByRole("group", { name: legend })
  await group.getByLabel("วัน", { exact: true }).fill(day)
  await group.getByLabel("เดือน").selectOption({ label: month })
  await group.getByLabel("ปี พ.ศ.").fill(year)
}

async function scanOf(page: Page, name: string) {
  await page
    .getByLabel("เลือกไฟล์", { exact: false })
    .first()
    .setInputFiles({
      name,
      mimeType: "application/pdf",
      buffer: pdf({ text: name }),
    })
  await page.getByRole("button", { name: "ส่งไฟล์ที่เลือก" }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText("ใช้ได้", { exact: true }).first()).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 40_000 })
}

test("a unit makes an order, prints it, attaches the scan and sends it; without JavaScript", async ({
  page,
}) => {
  test.setTimeout(120_000)
  await enter(page, "somchai.s")
  await page.goto("/portal")
  await page.getByRole("link", { name: "คำสั่งแต่งตั้ง SSO Admin" }).click()
  await page.getByRole("link", { name: "ทำคำสั่งใหม่" }).click()
  await page.getByRole("button", { name: "เริ่มทำคำสั่ง" }).click()
  await page.getByLabel("ชื่อผู้ลงนาม").fill("นายสมศักดิ์ ตัวอย่าง")
  await page.getByLabel("ตำแหน่งผู้ลงนาม").fill("นายกองค์การบริหารส่วนตำบล")
  await fillDay(page, "มีผลตั้งแต่วันที่", "๑", "ธันวาคม", "2026")
  await page.getByRole("button", { name: "บันทึก" }).click()
  await expect(page.locator("main").getByRole("alert")).toContainText("กรอกปีเป็น พ.ศ.")
  // what was typed is still there
  await expect(page.getByLabel("ชื่อผู้ลงนาม")).toHaveValue("นายสมศักดิ์ ตัวอย่าง")
  await fillDay(page, "มีผลตั้งแต่วันที่", "๑", "ธันวาคม", "๒๕๖๙")
  await page.getByRole("button", { name: "บันทึก" }).click()
  await expect(page.getByRole("status")).toContainText("บันทึกแล้ว")

  await page.getByRole("link", { name: "เพิ่มผู้ได้รับแต่งตั้ง" }).click()
  await page.getByLabel("เลขประจำตัวประชาชน").fill(personForm.nationalId)
  await page.getByLabel("คำนำหน้า").fill("นาง")
  await page.getByLabel("ชื่อ", { exact: true }).fill("สมหญิง")
  await page.getByLabel("นามสกุล").fill("ทดลองแต่งตั้ง")
  await page.getByLabel("ตำแหน่ง").fill("นักวิชาการคอมพิวเตอร์")
  await page.getByLabel("ประเภทบุคลากร").selectOption("employee")
  await page.getByLabel("อีเมลของผู้ได้รับแต่งตั้ง").fill("somying@officials.example")
  await page.getByRole("button", { name: "บันทึกรายชื่อ" }).click()
  await expect(page.locator("main").getByRole("alert")).toContainText("บอกเหตุผลที่แต่งตั้ง")
  await page.getByLabel("เหตุผลที่แต่งตั้งบุคคลประเภทนี้").fill("ไม่มีพนักงานประจำตำแหน่งนี้")
  await page.getByRole("button", { name: "บันทึกรายชื่อ" }).click()
  await expect(page.getByRole("cell", { name: "นางสมหญิง ทดลองแต่งตั้ง", exact: true })).toBeVisible()

  const order = new URL(page.url()).pathname
  await page.getByRole("button", { name: "เปิดหน้าพิมพ์" }).click()
  await expect(page.getByRole("article")).toHaveCount(1)
  await expect(page.getByRole("article")).toContainText("๑. นางสมหญิง ทดลองแต่งตั้ง ตำแหน่ง นักวิชาการคอมพิวเตอร์")
  await expect(page.getByRole("article")).toContainText("ตั้งแต่วันที่ ๑ ธันวาคม ๒๕๖๙ เป็นต้นไป")
  await expect(page.getByRole("img", { name: "QR ของหน้า 1" })).toBeVisible()

  await page.goto(order)
  await page.getByRole("button", { name: "ส่งคำสั่ง" }).click()
  await expect(page.locator("main").getByRole("alert")).toContainText("ยังไม่ครบ")
  await page.getByRole("link", { name: "แก้ไขข้อมูลในคำสั่ง" }).click()
  await page.getByLabel("เลขที่คำสั่ง").fill("ที่ ๙๙๑/๒๕๖๙")
  await fillDay(page, "สั่ง ณ วันที่", "๒๐", "พฤศจิกายน", "๒๕๖๙")
  await page.getByRole("button", { name: "บันทึก" }).click()
  await scanOf(page, "คำสั่ง.pdf")
  await page.getByRole("button", { name: "ส่งคำสั่ง" }).click()
  await expect(page.getByRole("status")).toContainText("ส่งคำสั่งให้เจ้าหน้าที่พิจารณาแล้ว")
  await expect(page.getByText("รอเจ้าหน้าที่พิจารณา")).toBeVisible()

  // the same paper again is refused, naming the request that has it
  const again = await makeOrder(page.request, here)
  await post(page.request, "/api/unit/orders/person", { ...personForm, ...again.at(2) })
  await page.goto(`${again.path}/paper`)
  await page.getByLabel("เลขที่คำสั่ง").fill("991")
  await fillDay(page, "สั่ง ณ วันที่", "20", "พฤศจิกายน", "2569")
  await page.getByRole("button", { name: "บันทึก" }).click()
  await scanOf(page, "อีกฉบับ.pdf")
  await page.getByRole("button", { name: "ส่งคำสั่ง" }).click()
  await expect(page.locator("main").getByRole("alert")).toContainText(order.split("/").at(-1) ?? "none")

  // both end here, so that another run finds the number free
  for (const path of [again.path, order]) {
    await page.goto(path)
    await page.getByRole("button", { name: "ถอนคำสั่งนี้" }).click()
    await expect(page.getByRole("status")).toContainText("ถอนคำสั่งแล้ว")
  }
})

test("somebody of another unit finds nothing, and an office above can only look", async ({
  page,
  browser,
  baseURL,
}) => {
  await enter(page, "somchai.s")
  const { path, number } = await makeOrder(page.request, here)
  const other = await browser.newContext({ baseURL: baseURL ?? "" })
  await signInByHttp(other.request, await persona(other.request, "wilai.e"))
  expect((await other.request.get(path)).status()).toBe(404)
  expect((await other.request.get(`${path}/print`)).status()).toBe(404)
  expect((await other.request.get(`/unit/05360204/orders/${number}`)).status()).toBe(404)
  const withdrawn = await post(other.request, "/api/unit/orders/withdraw", {
    unitCode: here,
    number,
    version: "2",
  })
  expect(leadsTo(withdrawn)).toBe(`${path}?refused=not-found`)
  await other.close()

  const above = await browser.newContext({ baseURL: baseURL ?? "" })
  await signInByHttp(above.request, await persona(above.request, "kanda.d"))
  const seen = await above.request.get(path)
  expect(seen.status()).toBe(200)
  expect(await seen.text()).not.toContain("/api/unit/orders/withdraw")
  const tried = await post(above.request, "/api/unit/orders/withdraw", {
    unitCode: here,
    number,
    version: "2",
  })
  expect(leadsTo(tried)).toBe(`${path}?refused=orders.not-yours`)
  await above.close()
})
