import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { type APIRequestContext, expect, request, test } from "@playwright/test"
import { freePort } from "../../bin/port.mjs"
import { countSessions } from "../../db/testing/half-done"
import { cast, isWelcome, type Welcome } from "../support/cast"
import { codesSeen, nextCode } from "../support/mailbox"
import { OwnThaid } from "../support/own-thaid"
import { leadsTo, post } from "../support/sign-in"
import { dropHome, expectWhole, makeHome, ownerUrl } from "./own-home"
import { OwnProduct } from "./own-product"

test.describe.configure({ mode: "serial" })

let home = ""
let thaid: OwnThaid
let settings: Record<string, string> = {}
let a: OwnProduct
let b: OwnProduct
let people: Welcome[] = []

test.beforeAll(async () => {
  test.setTimeout(180_000)
  home = makeHome()
  const port = String(await freePort())
  // Both stand behind one public address, as behind one gateway; here it is the first one's own.
  const origin = `http://127.0.0.1:${port}`
  thaid = await OwnThaid.start(origin)
  settings = { ...thaid.settings, ORIGIN: origin }
  a = await instance({ PORT: port })
  b = await instance()
  people = (await cast(await at(a))).filter(isWelcome)
})
test.afterAll(async () => {
  await a.stop()
  await b.stop()
  await thaid.stop()
  a.killLeftovers()
  dropHome(home)
})

async function instance(own: Record<string, string> = {}): Promise<OwnProduct> {
  const product = await OwnProduct.start(home, { ...settings, ...own })
  await product.says(/\bready\n[\s\S]*\n {2}The portal/)
  return product
}

/** A browser at one of the instances, with the cookies that another browser has. */
async function at(product: OwnProduct, from?: APIRequestContext): Promise<APIRequestContext> {
  const state = from ? { storageState: await from.storageState() } : {}
  return await request.newContext({ baseURL: product.origin, ...state })
}

/** Someone of the cast; people take turns. */
function nextPerson(): Welcome {
  const person = people.shift()
  if (!person) throw new Error("there is nobody in the cast")
  people.push(person)
  return person
}

const comeBack = async (visit: APIRequestContext, callback: string) =>
  leadsTo(await visit.get(callback, { maxRedirects: 0 })) ?? ""
const isIn = (way: string) => /^\/portal(?:\/choose)?(?:\?|$)/.test(way)
const portal = async (visit: APIRequestContext) => (await visit.get("/portal", { maxRedirects: 0 })).status()
const opened = ({ email }: Welcome) => countSessions(ownerUrl(home), email)

/** By how much a portal's clock is off, to ten seconds, as its log shows. */
async function clockOf(product: OwnProduct): Promise<number> {
  const from = product.log.length
  await post(await at(product), "/api/login/thaid", {})
  await expect.poll(() => product.log.slice(from)).toMatch(/"time":"/)
  const [, time = ""] = /"time":"([^"]+)"/.exec(product.log.slice(from)) ?? []
  return Math.round((Date.parse(time) - Date.now()) / 10_000) * 10
}

test("a sign-in by ThaiID begun on one returns to the other, and its session is good on both", async () => {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const began = await at(from)
    const callback = await thaid.agreed(began, nextPerson().nationalId)
    const returned = await at(to, began)
    expect(isIn(await comeBack(returned, callback))).toBe(true)
    expect([await portal(returned), await portal(await at(from, returned))]).toEqual([200, 200])
  }
})

test("of returns with one state at the same moment on both, exactly one comes in, and one asks ThaiID", async () => {
  const person = nextPerson()
  for (let round = 1; round <= 4; round += 1) {
    const began = await at(a)
    const callback = await thaid.agreed(began, person.nationalId)
    await thaid.exchanges()
    const racers = await Promise.all([a, b, a, b, a, b].map((product) => at(product, began)))
    const ways = await Promise.all(racers.map((racer) => comeBack(racer, callback)))
    expect(ways.filter(isIn)).toHaveLength(1)
    expect(ways.filter((way) => way.startsWith("/login/thaid?refused=signin.thaid-used"))).toHaveLength(5)
    expect(await thaid.exchanges()).toBe(1)
    expect(await opened(person)).toBe(round)
  }
})

test("a state used on one is spent on the other, and one of another browser is refused on both", async () => {
  const began = await at(a)
  const callback = await thaid.agreed(began, nextPerson().nationalId)
  for (const product of [a, b])
    expect(await comeBack(await at(product), callback)).toContain("signin.thaid-other-browser")
  const before = await at(b, began)
  expect(isIn(await comeBack(began, callback))).toBe(true)
  expect(await comeBack(before, callback)).toContain("signin.thaid-used")
})

for (const seconds of [-60, 60]) {
  test(`ThaiID's clock ${seconds} s off keeps nobody out, on either`, async () => {
    for (const product of [a, b]) {
      await thaid.ask("faults", { name: "clock-skew", value: seconds })
      const visit = await at(product)
      expect(isIn(await comeBack(visit, await thaid.agreed(visit, nextPerson().nationalId)))).toBe(true)
    }
  })

  test(`an instance whose own clock is ${seconds} s off goes on with what another began, and back`, async () => {
    test.setTimeout(180_000)
    const clock = pathToFileURL(join(import.meta.dirname, "skewed-clock.mjs"))
    const skewed = await instance({ NODE_OPTIONS: `--import ${clock.href}?seconds=${seconds}` })
    try {
      expect(await clockOf(skewed)).toBe(seconds)
      for (const [from, to] of [
        [a, skewed],
        [skewed, a],
      ] as const) {
        const began = await at(from)
        const callback = await thaid.agreed(began, nextPerson().nationalId)
        const returned = await at(to, began)
        expect(isIn(await comeBack(returned, callback))).toBe(true)
        expect([await portal(returned), await portal(await at(from, returned))]).toEqual([200, 200])
        // and with the password and a mailed code
        const person = nextPerson()
        const seen = await codesSeen(began, person.email)
        const { username, password } = person
        const other = await at(from)
        expect(leadsTo(await post(other, "/api/login/password", { username, password }))).toBe("/login/otp")
        const code = await nextCode(other, person.email, seen)
        expect(leadsTo(await post(await at(to, other), "/api/login/otp", { code }))).toBe("/portal")
      }
    } finally {
      await skewed.stop()
    }
  })
}

for (const blow of ["group", "all"] as const) {
  test(`a portal killed (${blow}) and started again takes back whom it had sent to ThaiID`, async () => {
    test.setTimeout(180_000)
    await b.stop()
    const person = nextPerson()
    const began = await at(a)
    const callback = await thaid.agreed(began, person.nationalId)
    const before = await opened(person)
    await a.kill(blow)
    a = await instance({ PORT: new URL(settings.ORIGIN ?? "").port })
    expect(isIn(await comeBack(began, callback))).toBe(true)
    expect((await opened(person)) - before).toBe(1)
    await expectWhole(home)
  })
}

for (const line of [
  '"command":"signin.thaid-return"',
  "sessions: session made",
  '"command":"signin.thaid"',
]) {
  test(`killed at “${line}”, a sign-in by ThaiID has opened one session or none, and opens no second`, async () => {
    test.setTimeout(180_000)
    const person = nextPerson()
    const began = await at(a)
    const callback = await thaid.agreed(began, person.nationalId)
    const before = await opened(person)
    const state = await at(a, began)
    await Promise.all([a.strikeAt(new RegExp(line), "all"), comeBack(began, callback).catch(() => "")])
    a = await instance({ PORT: new URL(settings.ORIGIN ?? "").port })
    await expectWhole(home)
    const made = (await opened(person)) - before
    expect(made).toBeLessThanOrEqual(1)
    for (let n = 0; n < 2; n += 1)
      expect(isIn(await comeBack(await at(a, state), callback)), "the state is spent").toBe(false)
    expect((await opened(person)) - before).toBe(made)
    const again = await at(a)
    expect(isIn(await comeBack(again, await thaid.agreed(again, person.nationalId)))).toBe(true)
    await expectWhole(home)
  })
}
