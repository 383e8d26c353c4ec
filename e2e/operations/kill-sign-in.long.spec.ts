import { type APIRequestContext, expect, request, test } from "@playwright/test"
import { countSessions } from "../../db/testing/half-done"
import { cast, isWelcome, type Welcome } from "../support/cast"
import { codesSeen, nextCode } from "../support/mailbox"
import { leadsTo, post, signInByHttp } from "../support/sign-in"
import { dropHome, expectAllMailSent, expectWhole, makeHome, ownerUrl } from "./own-home"
import { type Blow, OwnProduct } from "./own-product"

test.describe.configure({ mode: "serial" })

let home = ""
let product: OwnProduct
let people: Welcome[] = []

test.beforeAll(async () => {
  test.setTimeout(120_000)
  home = makeHome()
  product = await OwnProduct.ready(home)
  people = (await cast(await visitor())).filter(isWelcome)
})
test.afterAll(async () => {
  await product.stop()
  dropHome(home)
})

type State = Awaited<ReturnType<APIRequestContext["storageState"]>>

function visitor(storageState?: State): Promise<APIRequestContext> {
  return request.newContext({ baseURL: product.origin, ...(storageState ? { storageState } : {}) })
}

/** People take turns: codes by mail are limited for each. */
function nextPerson(): Welcome {
  const person = people.shift()
  if (!person) throw new Error("there is nobody in the cast")
  people.push(person)
  return person
}

/** Does something and is struck meanwhile; what came of it, if anything did. */
async function struckWhile<T>(line: RegExp, blow: Blow, work: () => Promise<T>): Promise<T | undefined> {
  const struck = product.strikeAt(line, blow)
  const [result] = await Promise.all([work().catch(() => undefined), struck])
  return result
}

/** Starts the killed portal again; jobs that were killed alone, it starts by itself. */
async function again(blow: Blow, killed: number): Promise<void> {
  if (blow !== "jobs") product = await OwnProduct.ready(home)
  await expect.poll(() => product.jobsProcess(), { message: "jobs run again" }).not.toBe(killed)
}

const opened = (person: Welcome) => countSessions(ownerUrl(home), person.email)

const password = (visit: APIRequestContext, { username, password: secret }: Welcome) =>
  post(visit, "/api/login/password", { username, password: secret })

/** However often a code is tried and by whom: with what it opened before, it has opened one session in all. */
async function expectOneSession(state: State, person: Welcome, code: string, atFirst: number): Promise<void> {
  const before = await opened(person)
  const ways: (string | undefined)[] = []
  // Each try holds the sign-in's own cookie but no session's: what it is let into, the code alone let it into.
  for (let n = 0; n < 3; n += 1)
    ways.push(leadsTo(await post(await visitor(state), "/api/login/otp", { code })))
  expect((await opened(person)) - atFirst, "one code, one session").toBe(1)
  expect(ways.map((way) => way === "/portal")).toEqual([before === atFirst, false, false])
}

const passwordPoints = [
  ["signin: flow started", "all"],
  ["mail: queued", "all"],
  ["mail: queued", "group"],
  ['"command":"signin.password"', "all"],
] as const

for (const [line, blow] of passwordPoints) {
  test(`a password step killed (${blow}) at “${line}” is done or undone`, async () => {
    const person = nextPerson()
    const visit = await visitor()
    const [seen, atFirst] = [await codesSeen(visit, person.email), await opened(person)]
    const answer = await struckWhile(new RegExp(line), blow, () => password(visit, person))
    await again(blow, 0)
    await expectAllMailSent(home, person.email)
    await expectWhole(home)
    if (answer) {
      const code = await nextCode(await visitor(), person.email, seen)
      await expectOneSession(await visit.storageState(), person, code, atFirst)
    } else expect(leadsTo(await signInByHttp(await visitor(), person))).toBe("/portal")
    await expectWhole(home)
  })
}

const mailPoints = [
  ["mail: leased", "all"],
  ["mail: leased", "jobs"],
  ["mail: accepted by transport", "all"],
  ["mail: accepted by transport", "group"],
  ["mail: accepted by transport", "jobs"],
  ["mail: settled", "all"],
  ["mail: settled", "jobs"],
] as const

for (const [line, blow] of mailPoints) {
  test(`a mail whose sending is killed (${blow}) at “${line}” arrives`, async () => {
    const person = nextPerson()
    const visit = await visitor()
    const [seen, atFirst] = [await codesSeen(visit, person.email), await opened(person)]
    const jobs = product.jobsProcess()
    // The jobs wait until the browser has its answer, and with it the sign-in's cookie.
    process.kill(jobs, "SIGSTOP")
    expect(leadsTo(await password(visit, person))).toBe("/login/otp")
    await struckWhile(new RegExp(line), blow, async () => process.kill(jobs, "SIGCONT"))
    await again(blow, jobs)
    const code = await nextCode(await visitor(), person.email, seen, 40)
    await expectAllMailSent(home, person.email)
    await expectWhole(home)
    await expectOneSession(await visit.storageState(), person, code, atFirst)
    await expectWhole(home)
  })
}

const codePoints = [
  ["otp: code redeemed", "all"],
  ["otp: code redeemed", "group"],
  ["sessions: session made", "all"],
  ["sessions: session made", "group"],
  ['"command":"signin.code"', "all"],
] as const

for (const [line, blow] of codePoints) {
  test(`a code step killed (${blow}) at “${line}” has opened one session or none, and opens no second`, async () => {
    const person = nextPerson()
    const visit = await visitor()
    const [seen, atFirst] = [await codesSeen(visit, person.email), await opened(person)]
    expect(leadsTo(await password(visit, person))).toBe("/login/otp")
    const state = await visit.storageState()
    const code = await nextCode(visit, person.email, seen)
    await struckWhile(new RegExp(line), blow, () => post(visit, "/api/login/otp", { code }))
    await again(blow, 0)
    await expectWhole(home)
    await expectOneSession(state, person, code, atFirst)
    expect(leadsTo(await signInByHttp(await visitor(), person)), "a way in after it").toBe("/portal")
    await expectWhole(home)
  })
}
