import { expect, type Page, test } from "@playwright/test"
import { copyOfficial } from "../../db/testing/copy-official"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { renewStepUps } from "../../db/testing/renew-step-ups"
import { ownerAccess, ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { post, signInByHttp } from "../support/sign-in"
import { infoProcess } from "./info-process"
import { asOwner, infoOrigin } from "./own-info"

test.use({ javaScriptEnabled: false })
test.describe.configure({ mode: "serial" })

const home = () => String(test.info().config.metadata.home)
const report = "/reports/2570-1/06360207"

/** A recorder of his own, whom no other journey misses, signed in at the portal and at INFO out of one session. */
async function recorder(page: Page): Promise<{ readonly info: string; readonly nationalId: string }> {
  const info = await infoOrigin(home())
  const like = await persona(page.request, "pranee.t")
  const copy = await copyOfficial(ownerAccess(home()), like.username)
  await asOwner(
    home(),
    (sql) => sql`insert into grants (membership_id, system_role_id, state, granted_at, state_changed_at)
      select m.id, r.id, 'active', now(), now() from memberships m join accounts a on a.id = m.account_id,
        system_roles r where a.username = ${copy.username} and r.system_code = 'INFO' and r.key = 'recorder'`,
  )
  await signInByHttp(page.request, { ...like, ...copy })
  await page.goto(`${info}/sign-in`)
  await page.waitForURL(`${info}/**`)
  await expect(page.getByRole("button", { name: "ออกจากระบบ" })).toBeVisible()
  expect((await page.request.get(`${info}${report}`, { maxRedirects: 0 })).status()).toBe(200)
  return { info, nationalId: copy.nationalId }
}

/** His SSO Admin on his page in the list of users, with a fresh proof. */
async function admin(page: Page, nationalId: string): Promise<void> {
  await forgetMailedCodes(ownerUrl(home()))
  await signInByHttp(page.request, await persona(page.request, "somchai.s"))
  await renewStepUps(ownerUrl(home()), "somchai.s")
  await page.goto("/unit/06360207/users")
  await page.getByLabel("ค้นหา").fill(nationalId)
  await page.getByRole("button", { name: "ค้นหา" }).click()
}

async function suspend(page: Page): Promise<void> {
  await page.getByRole("link", { name: "ระงับ", exact: true }).click()
  await page.getByLabel("เหตุผล").fill("ทดสอบการระงับ")
  await page.getByRole("button", { name: "ระงับ", exact: true }).click()
  await expect(page.getByRole("status")).toContainText("ระงับแล้ว")
}

/** What the portal noted of telling INFO about the newest sign-in that has ended. */
const newest = () =>
  asOwner(home(), async (sql) => {
    const [row] = await sql`select state, attempts, last_answer from oidc_sign_outs where client_id = 'info'
      order by ended_at desc limit 1`
    return row as { state: string; attempts: number; last_answer: string | null }
  })

test("who is suspended while signed in at INFO is gone there within ten seconds", async ({
  page,
  browser,
}) => {
  const { info, nationalId } = await recorder(page)
  const office = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await admin(office, nationalId)
  await suspend(office)
  const since = Date.now()
  try {
    await expect(async () => {
      const answer = await page.request.get(`${info}${report}`, { maxRedirects: 0 })
      expect(answer.status()).not.toBe(200)
    }).toPass({ timeout: 10_000, intervals: [200] })
    const took = `gone at INFO ${Date.now() - since} ms after the suspension was answered`
    test.info().annotations.push({ type: "figure", description: took })
    await expect.poll(async () => (await newest()).state).toBe("confirmed")
  } finally {
    await office.context().close()
  }
})

test("INFO that does not answer is told again until it does, and that is reported", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  const { info, nationalId } = await recorder(page)
  const office = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await admin(office, nationalId)
  const pid = infoProcess(new URL(info).port)
  process.kill(pid, "SIGSTOP")
  try {
    await suspend(office)
    await expect.poll(async () => (await newest()).attempts, { timeout: 30_000 }).toBeGreaterThan(1)
    expect(await newest()).toMatchObject({ state: "waiting", last_answer: expect.stringMatching(/.+/) })
  } finally {
    process.kill(pid, "SIGCONT")
    await office.context().close()
  }
  await expect.poll(async () => (await newest()).state, { timeout: 60_000 }).toBe("confirmed")
  expect((await page.request.get(`${info}${report}`, { maxRedirects: 0 })).status()).not.toBe(200)
  await post(page.request, "/api/logout", {})
})
