import { type APIRequestContext, expect, request, test } from "@playwright/test"
import { countMails, countSealsWhileLocked, countSessions } from "../../db/testing/half-done"
import { cast, isWelcome, type Welcome } from "../support/cast"
import { codesSeen, mailTo, nextCode } from "../support/mailbox"
import { leadsTo, post, signInByHttp } from "../support/sign-in"
import { dropHome, expectAllMailSent, expectWhole, makeHome, ownerUrl } from "./own-home"
import { OwnProduct } from "./own-product"

test.describe.configure({ mode: "serial" })

let home = ""
let a: OwnProduct
let b: OwnProduct
let people: Welcome[] = []

test.beforeAll(async () => {
  test.setTimeout(180_000)
  home = makeHome()
  a = await OwnProduct.ready(home)
  b = await OwnProduct.ready(home)
  people = (await cast(await at(a))).filter(isWelcome)
})
test.afterAll(async () => {
  await a.stop()
  await b.stop()
  a.killLeftovers()
  dropHome(home)
})

/** A browser at one of the two, with the cookies that another browser has. */
async function at(product: OwnProduct, from?: APIRequestContext): Promise<APIRequestContext> {
  const state = from ? { storageState: await from.storageState() } : {}
  return await request.newContext({ baseURL: product.origin, ...state })
}

/** Someone of the cast; each test has people of its own. */
function nextPerson(): Welcome {
  const person = people.shift()
  if (!person) throw new Error("the cast has too few people for these tests")
  return person
}

const password = (visit: APIRequestContext, { username }: Welcome, secret: string) =>
  post(visit, "/api/login/password", { username, password: secret })
const redeem = async (visit: APIRequestContext, code: string) =>
  leadsTo(await post(visit, "/api/login/otp", { code })) ?? ""
const portal = async (visit: APIRequestContext) => (await visit.get("/portal", { maxRedirects: 0 })).status()

/** The password step, and the code that it mails. */
async function begin(visit: APIRequestContext, person: Welcome): Promise<string> {
  const seen = await codesSeen(visit, person.email)
  expect(leadsTo(await password(visit, person, person.password))).toBe("/login/otp")
  return await nextCode(visit, person.email, seen)
}

test("a sign-in begun on one ends on the other, and its session is good on both", async () => {
  const onA = await at(a)
  const code = await begin(onA, nextPerson())
  const onB = await at(b, onA)
  expect(await redeem(onB, code)).toBe("/portal")
  expect([await portal(onB), await portal(await at(a, onB))]).toEqual([200, 200])
})

test("a session ended on one is out on the other at the next request", async () => {
  const onA = await at(a)
  expect(leadsTo(await signInByHttp(onA, nextPerson()))).toBe("/portal")
  const onB = await at(b, onA)
  expect(await portal(onB)).toBe(200)
  await post(onA, "/api/logout", {})
  expect(await portal(onB)).not.toBe(200)
  expect(await (await onB.get("/api/auth/session")).json()).toEqual({})
})

test("of redemptions of one code at the same moment on both, exactly one wins", async () => {
  const person = nextPerson()
  for (let round = 1; round <= 4; round += 1) {
    const onA = await at(a)
    const code = await begin(onA, person)
    const racers = await Promise.all([a, b, a, b, a, b].map((product) => at(product, onA)))
    const ways = await Promise.all(racers.map((racer) => redeem(racer, code)))
    expect(ways.filter((way) => way === "/portal")).toHaveLength(1)
    expect(await countSessions(ownerUrl(home), person.email)).toBe(round)
  }
})

test("guesses of a code count across both", async () => {
  const onA = await at(a)
  const code = await begin(onA, nextPerson())
  const onB = await at(b, onA)
  const wrong = code === "111111" ? "222222" : "111111"
  const ways: string[] = []
  for (const visit of [onA, onB, onA, onB, onA]) ways.push(await redeem(visit, wrong))
  expect(ways.map((way) => way.includes("otp.guesses-used"))).toEqual([false, false, false, false, true])
  expect([await redeem(onA, code), await redeem(onB, code)].map((way) => way === "/portal")).toEqual([
    false,
    false,
  ])
})

test("wrong passwords of an account count across both, and its wait holds on both", async () => {
  const person = nextPerson()
  const ways: string[] = []
  for (const product of [a, b, a, b, a])
    ways.push(leadsTo(await password(await at(product), person, "wrong")) ?? "")
  expect(ways.map((way) => way.includes("signin.wait"))).toEqual([false, false, false, false, true])
  for (const product of [a, b])
    expect(leadsTo(await password(await at(product), person, person.password))).toContain("signin.wait")
})

test("codes mailed to an account count across both", async () => {
  const person = nextPerson()
  const ways: string[] = []
  for (const product of [a, b, a, b, a, b])
    ways.push(leadsTo(await password(await at(product), person, person.password)) ?? "")
  expect(ways.slice(0, 5)).toEqual(Array(5).fill("/login/otp"))
  expect(ways[5]).toContain("otp.too-many-sent")
})

/** How many mails a portal's jobs have settled as sent. */
const settled = ({ log }: OwnProduct) => log.match(/mail: settled/g)?.length ?? 0

test("while one seals the audit, no other does", async () => {
  const person = nextPerson()
  const sealed = await countSealsWhileLocked(ownerUrl(home), async () => {
    expect(leadsTo(await signInByHttp(await at(a), person))).toBe("/portal")
    await new Promise((done) => setTimeout(done, 3000))
  })
  expect(sealed).toBe(0)
})

test("both send, and each mail goes out once", async () => {
  const crowd = people.slice(0, 5)
  const counts = () =>
    Promise.all(crowd.map(async ({ email }) => (await countMails(ownerUrl(home), email)).all))
  // who is SSO Admin has been told of his unit by now
  const told = await counts()
  const before = [settled(a), settled(b)]
  for (let round = 0; round < 4; round += 1)
    await Promise.all(
      crowd.map(async (person) => password(await at(round % 2 === 0 ? a : b), person, person.password)),
    )
  for (const person of crowd) await expectAllMailSent(home, person.email)
  const all = await counts()
  expect(all).toEqual(told.map((count) => count + 4))
  for (const [index, person] of crowd.entries())
    expect(await mailTo(await at(b), person.email)).toHaveLength(all[index] ?? 0)
  const sent = [settled(a), settled(b)].map((count, index) => count - (before[index] ?? 0))
  expect(Math.min(...sent), "both took part").toBeGreaterThan(0)
  expect(sent).toEqual([sent[0], 4 * crowd.length - (sent[0] ?? 0)])
  for (const { log } of [a, b]) expect(log).not.toMatch(/a turn failed/)
  await expectWhole(home)
})

test("when one is killed in the middle of a mail, the other goes on and sends it", async () => {
  const person = nextPerson()
  const onB = await at(b)
  const seen = await codesSeen(onB, person.email)
  const [jobsOfA, jobsOfB] = [a.jobsProcess(), b.jobsProcess()]
  for (const jobs of [jobsOfA, jobsOfB]) process.kill(jobs, "SIGSTOP")
  expect(leadsTo(await password(onB, person, person.password))).toBe("/login/otp")
  const struck = a.strikeAt(/mail: leased/, "group")
  process.kill(jobsOfA, "SIGCONT")
  await struck
  process.kill(jobsOfB, "SIGCONT")
  const code = await nextCode(onB, person.email, seen, 40)
  await expectAllMailSent(home, person.email)
  expect(await redeem(onB, code)).toBe("/portal")
  expect(leadsTo(await signInByHttp(await at(b), nextPerson()))).toBe("/portal")
  await expectWhole(home)
})
