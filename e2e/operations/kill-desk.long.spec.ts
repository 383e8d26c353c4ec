import { type APIRequestContext, expect, request, test } from "@playwright/test"
import { caseStanding } from "../../db/testing/case-standing"
import { countMails } from "../../db/testing/half-done"
import { cast, isWelcome } from "../support/cast"
import { mailTo } from "../support/mailbox"
import { makeRequests } from "../support/requests"
import { leadsTo, post, signInByHttp } from "../support/sign-in"
import { dropHome, expectAllMailSent, expectWhole, makeHome, ownerUrl } from "./own-home"
import { type Blow, OwnProduct } from "./own-product"

test.describe.configure({ mode: "serial" })

let home = ""
let product: OwnProduct
let reviewer: APIRequestContext

test.beforeAll(async () => {
  test.setTimeout(180_000)
  home = makeHome()
  product = await OwnProduct.ready(home)
  const visit = await request.newContext({ baseURL: product.origin })
  const officer = (await cast(visit)).filter(isWelcome).find(({ username }) => username === "dla.officer")
  if (!officer) throw new Error("no officer in the cast")
  expect(leadsTo(await signInByHttp(visit, officer))).toBe("/portal")
  reviewer = visit
})
test.afterAll(async () => {
  await product.stop()
  dropHome(home)
})

/** Starts the killed portal again, with the reviewer's session; jobs that were killed alone, it starts by itself. */
async function again(blow: Blow, killed: number): Promise<void> {
  if (blow === "jobs") {
    await expect.poll(() => product.jobsProcess(), { message: "jobs run again" }).not.toBe(killed)
    return
  }
  product = await OwnProduct.ready(home)
  const { cookies } = await reviewer.storageState()
  reviewer = await request.newContext({ baseURL: product.origin, storageState: { cookies, origins: [] } })
}

/** By a connection of its own: one that was kept from before may be dead by now. */
async function approve(number: string) {
  const { cookies } = await reviewer.storageState()
  const visit = await request.newContext({ baseURL: product.origin, storageState: { cookies, origins: [] } })
  const form = { number, version: "1", outcome: "approve", documents: "", q: number, note: "" }
  return post(visit, "/api/desk/decide", form)
}

/** However it was struck: the approval is carried out once, the person has one account, and one mail has come. */
async function expectOneOutcome(number: string, email: string): Promise<void> {
  const told = { message: "the approval took effect", timeout: 90_000 }
  await expect.poll(async () => (await caseStanding(ownerUrl(home), number)).took, told).toBe(1)
  expect(await caseStanding(ownerUrl(home), number)).toEqual({
    state: "decided",
    decisions: 1,
    took: 1,
    accounts: 1,
  })
  await expectAllMailSent(home, email)
  expect((await countMails(ownerUrl(home), email)).all).toBe(1)
  await expect.poll(async () => (await mailTo(reviewer, email)).length).toBe(1)
  await expectWhole(home)
}

for (const [line, blow] of [
  ['"command":"desk.decide"', "all"],
  ['"command":"desk.decide"', "group"],
] as const) {
  test(`an approval killed (${blow}) at “${line}” is done or undone, and has one outcome`, async () => {
    const [made] = await makeRequests(home, "06360504", 1, "ถูกตัดไฟ")
    if (!made) throw new Error("no request was made")
    const struck = product.strikeAt(new RegExp(line), blow)
    await Promise.all([approve(made.number).catch(() => undefined), struck])
    await again(blow, 0)
    const { decisions, state } = await caseStanding(ownerUrl(home), made.number)
    expect([decisions, state]).toEqual(decisions === 0 ? [0, "waiting"] : [1, "decided"])
    if (decisions === 0) expect((await approve(made.number)).status()).toBe(303)
    await expectOneOutcome(made.number, made.email)
  })
}

for (const [line, blow] of [
  ["desk: carrying out", "all"],
  ["desk: carrying out", "jobs"],
  ["mail: queued", "jobs"],
  ["desk: took effect", "all"],
  ["desk: took effect", "jobs"],
] as const) {
  test(`an approval whose effect is killed (${blow}) at “${line}” has one outcome and one mail`, async () => {
    const [made] = await makeRequests(home, "06360504", 1, "ถูกตัดไฟ")
    if (!made) throw new Error("no request was made")
    const jobs = product.jobsProcess()
    expect((await approve(made.number)).status()).toBe(303)
    await product.strikeAt(new RegExp(line), blow)
    await again(blow, jobs)
    await expectOneOutcome(made.number, made.email)
  })
}
