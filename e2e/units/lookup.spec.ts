import { expect, test } from "@playwright/test"

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  test("anyone finds a unit's SSO Admin from the front door, spelling it as it sounds", async ({ page }) => {
    await page.goto("/login")
    await page.locator('a[href="/admins"]').first().click()
    await page.getByRole("searchbox").fill("ตลาดแล้ง")
    await page.getByRole("button", { name: "ค้นหา" }).click()
    await page.getByRole("link", { name: "เทศบาลตำบลตลาดแร้ง" }).click()
    await expect(page).toHaveURL("/admins/05360204")
    await expect(page.getByText("นางสาววิไล ใกล้ครบวาระ")).toBeVisible()
    await expect(page.getByText("โทร. ๐ ๔๔๐๐ ๐๑๐๒")).toBeVisible()
    await expect(page.getByText("ข้อมูล ณ วันที่")).toBeVisible()
  })

  test("a unit without an SSO Admin names the offices that help, nearest first", async ({ page }) => {
    await page.goto("/admins/05360901")
    await expect(page.getByText("ไม่พบผู้ลงทะเบียน").first()).toBeVisible()
    const offices = page.getByRole("region", { name: "สำนักงานที่กำกับดูแล" }).getByRole("link")
    await expect(offices.first()).toHaveAttribute("href", "/admins/3609")
    await offices.nth(1).click()
    await expect(page.getByText("นายประสิทธิ์ จังหวัดสมมุติ")).toBeVisible()
  })

  test("a province narrows the districts, and a district leads to its sheet", async ({ page }) => {
    await page.goto("/admins")
    await page.getByLabel("จังหวัด", { exact: true }).selectOption("36")
    await page.getByRole("button", { name: "ค้นหา" }).click()
    await page.getByLabel("อำเภอ", { exact: true }).selectOption("3602")
    await page.getByRole("button", { name: "ค้นหา" }).click()
    await page.getByRole("link", { name: "พิมพ์รายชื่อของอำเภอนี้" }).click()
    await expect(page).toHaveURL("/admins/print?district=3602")
    await expect(page.getByRole("row")).not.toHaveCount(1)
    await expect(page.getByRole("img")).toHaveAttribute("src", /^data:image\/svg/)
  })
})

for (const path of ["/admins", "/admins?q=x", "/admins/05360204", "/admins/print?district=3602"]) {
  test(`${path} stays out of search engines and shows no address or number of a person`, async ({
    request,
  }) => {
    const answer = await request.get(path)
    expect(answer.headers()["x-robots-tag"]).toBe("noindex")
    const html = await answer.text()
    expect(html).toMatch(/<meta name="robots" content="noindex/)
    expect(html).not.toMatch(/@officials\.example|1360999/)
  })
}

const odd = [
  "/admins?q=%00%1b&province=%27&page=-1",
  `/admins?q=${"%E0%B8%81".repeat(1_000)}`,
  "/admins?q=a&q=b&province[]=1&kind=%3Cscript%3E&page=99999999999",
  "/admins?q=%3Cimg%20src%3Dx%3E%27%3B--&page=%E0%B9%92",
  "/admins/%27%20or%201%3D1",
  "/admins/%3Cscript%3E",
  "/admins/print",
  "/admins/print?district=3602&district=3603",
  "/admins/wait?returnTo=//evil.example",
]

for (const path of odd) {
  test(`${path.slice(0, 60)} is answered without a fault`, async ({ request }) => {
    const answer = await request.get(path)
    expect([200, 400, 404]).toContain(answer.status())
    expect(new URL(answer.url()).pathname).toMatch(/^\/admins/)
  })
}

test("a code in Thai digits or seven digits leads to the unit's own address", async ({ request }) => {
  for (const code of ["๐๕๓๖๐๒๐๔", "5360204"]) {
    const answer = await request.get(`/admins/${encodeURIComponent(code)}`)
    expect([answer.status(), new URL(answer.url()).pathname]).toEqual([200, "/admins/05360204"])
  }
})
