import { expect } from "@playwright/test"
import { crawlFaults } from "../support/crawl"
import { expectSound } from "../support/expect-sound"
import { isUnstored } from "../support/header-rules"
import type { RawAnswer } from "../support/raw-http"
import { routeTable } from "../support/route-table"
import { test } from "./own-demo"

test.describe.configure({ mode: "serial" })
test.setTimeout(120_000)

/** What a reader without JavaScript sees of a page. */
function visible({ text }: RawAnswer): string {
  return text.replace(/<(script|style|title)\b[\s\S]*?<\/\1>|<[^>]*>/g, " ").replace(/\s+/g, " ")
}

/** The reference of a failure's page, or nothing where the page is not whole. */
function referenceIn(answer: RawAnswer): string | undefined {
  const seen = visible(answer)
  const isWhole = ["ระบบขัดข้องชั่วคราว", "รอสักครู่แล้วลองอีกครั้ง", "Something went wrong on our side", "Try again"]
  if (!isWhole.every((words) => seen.includes(words)) || !answer.text.includes('href="/help"'))
    return undefined
  const [thai, english] = [/รหัสอ้างอิง ([0-9A-F]{8})\b/, /Reference ([0-9A-F]{8})\b/].map(
    (word) => word.exec(seen)?.[1],
  )
  return thai === english ? thai : undefined
}

test("while the database is away, every page and form answers with a page, and a failure with a reference that the log knows", async ({
  demo,
}) => {
  const official = demo.browser({ referer: `${demo.product.origin}/login` })
  await demo.signIn(official, "pranee.t")
  const answers: { name: string; at: string; answer: RawAnswer }[] = []
  await demo.withoutDatabase(async () => {
    for (const { at, form } of Object.values(routeTable)) {
      if (at.startsWith("/api/health")) continue
      const browser = at === "/login" ? demo.browser() : official
      const answer = form ? await browser.post(at, form) : await browser.get(at)
      answers.push({ name: `${form ? "POST" : "GET"} ${at}`, at, answer })
    }
    const ready = await official.get("/api/health/ready")
    expect([ready.status, JSON.parse(ready.text)]).toEqual([503, { ready: false, database: "unreachable" }])
  })
  const failed = answers.filter(({ answer }) => answer.status === 500)
  for (const { name, answer } of answers.filter((one) => !failed.includes(one))) {
    // 401: programs of connected systems without a token
    expect([200, 303, 307, 401, 404, 415], name).toContain(answer.status)
  }
  expect(failed.length, "the outage was felt").toBeGreaterThan(8)
  for (const { name, answer } of failed) {
    const reference = referenceIn(answer)
    expect(reference, `${name}:\n${visible(answer).slice(0, 300)}`).toBeDefined()
    expect(demo.product.log, name).toContain(`"reference":"${reference}"`)
    expect(isUnstored(answer), name).toBe(true)
  }
  expect(crawlFaults(failed, true)).toEqual([])
  const statusOf = (at: string) => answers.find((one) => one.at === at)?.answer.status
  expect([statusOf("/login"), statusOf("/help"), statusOf("/portal")]).toEqual([200, 200, 500])
  const post = answers.find((one) => one.at === "/api/login/password")
  expect(post?.answer.text, "a second try begins at the form").toContain('<a href="/login">')
})

test("afterwards the portal goes on, its sessions too", async ({ demo }) => {
  await expect.poll(async () => (await demo.browser().get("/api/health/ready")).status).toBe(200)
  const official = demo.browser()
  await demo.signIn(official, "pranee.t")
  expect((await official.get("/portal")).status).toBe(200)
})

test("a client cannot choose the id under which its request stands in log and audit", async ({ demo }) => {
  const chosen = "chosen-by-the-client-0001"
  await demo.browser({ "x-request-id": chosen }).post("/api/login/password", { username: "x", password: "y" })
  const [row] = await demo.owner`select count(*)::int as found from audit_events where request_id = ${chosen}`
  expect(row).toEqual({ found: 0 })
  expect(demo.product.log).not.toContain(chosen)
})

test("without JavaScript the page can be seen, in a browser too", async ({ demo, browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL: demo.product.origin })
  await demo.withoutDatabase(async () => {
    await page.goto("/manuals")
    await expect(page.getByRole("heading", { name: "ระบบขัดข้องชั่วคราว" })).toBeVisible()
    await page.getByRole("link", { name: "ขอความช่วยเหลือ" }).click()
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
    // the same page as React never made it, looked at as every screen is (e2e/ui/look.spec.ts)
    const looked = await browser.newPage({ baseURL: demo.product.origin })
    expect((await looked.goto("/manuals"))?.status()).toBe(500)
    await expectSound(looked, "the page of a failure")
    await looked.close()
  })
  await page.close()
})
