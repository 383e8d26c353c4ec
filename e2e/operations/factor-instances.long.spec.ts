import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { type APIRequestContext, expect, request, test } from "@playwright/test"
import { generateSync } from "otplib"
import { freePort } from "../../bin/port.mjs"
import { copyOfficial } from "../../db/testing/copy-official"
import { softAuthenticator } from "../../db/testing/soft-authenticator"
import { persona, type Welcome } from "../support/cast"
import { askForCode } from "../support/recovery"
import { leadsTo, post, signInByHttp } from "../support/sign-in"
import { dropHome, expectWhole, makeHome, ownerAccess } from "./own-home"
import { OwnProduct } from "./own-product"

test.describe.configure({ mode: "serial" })

let home = ""
let port = ""
let a: OwnProduct
let b: OwnProduct

test.beforeAll(async () => {
  test.setTimeout(180_000)
  home = makeHome()
  port = String(await freePort())
  a = await instance({ PORT: port })
  b = await instance()
})
test.afterAll(async () => {
  await a.stop()
  await b.stop()
  a.killLeftovers()
  dropHome(home)
})

async function instance(own: Record<string, string> = {}): Promise<OwnProduct> {
  const product = await OwnProduct.start(home, own)
  await product.isReady()
  return product
}

/** A browser at one of the instances, with the cookies of another; both stand behind one name, as behind one gateway. */
async function at(product: OwnProduct, from?: APIRequestContext): Promise<APIRequestContext> {
  const state = from ? { storageState: await from.storageState() } : {}
  const extraHTTPHeaders = { host: `localhost:${port}` }
  return await request.newContext({ baseURL: product.origin, extraHTTPHeaders, ...state })
}

/** A person of the test's own, without a second factor yet. */
async function official(): Promise<Welcome> {
  const card = await persona(await at(a), "malee.n")
  return { ...card, ...(await copyOfficial(ownerAccess(home), "malee.n")) }
}

/** The same form sent six times at once by one browser, to both in turn: where each answer leads. */
async function race(from: APIRequestContext, path: string, form: Record<string, string>): Promise<string[]> {
  const racers = await Promise.all([a, b, a, b, a, b].map((product) => at(product, from)))
  return await Promise.all(racers.map(async (racer) => leadsTo(await post(racer, path, form)) ?? ""))
}

const codeOf = (secret: string, steps = 0) =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 })

/** Begins to add an app on one and ends it on the other; its secret, and the recovery codes. */
async function addApp(person: Welcome) {
  const onA = await at(a)
  expect(leadsTo(await signInByHttp(onA, person))).toBe("/portal")
  expect(leadsTo(await post(onA, "/api/account/factors/begin", {}))).toBe("/account/factors")
  const page = await (await onA.get("/account/factors")).text()
  const secret = (/font-mono[^>]*>([A-Z2-7\s]+)</.exec(page)?.[1] ?? "").replaceAll(/\s/g, "")
  const form = { name: "เครื่องทดสอบ", code: codeOf(secret, -1) }
  const told = await (await post(await at(b, onA), "/api/account/factors/confirm", form)).text()
  const codes = [...told.matchAll(/<code[^>]*>([^<]+)<\/code>/g)].map(([, code = ""]) => code)
  expect(codes).toHaveLength(10)
  return { secret, codes }
}

/** The password step at one of them, of who has a stronger factor. */
async function toSecondStep(product: OwnProduct, { username, password }: Welcome) {
  const visit = await at(product)
  expect(leadsTo(await post(visit, "/api/login/password", { username, password }))).toBe("/login/factor")
  return visit
}

const factor = async (visit: APIRequestContext, code: string) =>
  leadsTo(await post(visit, "/api/login/factor", { code })) ?? ""
const onlyOne = (ways: readonly string[], right: string) =>
  expect(ways.filter((way) => way === right)).toHaveLength(1)

test("a code of an app and a recovery code are taken once, whichever portal is asked", async () => {
  const person = await official()
  const { secret, codes } = await addApp(person)
  const code = codeOf(secret)
  onlyOne(await race(await toSecondStep(a, person), "/api/login/factor", { code }), "/portal")
  expect(await factor(await toSecondStep(b, person), code), "in another sign-in").not.toBe("/portal")
  const recovery = { code: codes[0] ?? "" }
  onlyOne(await race(await toSecondStep(b, person), "/api/login/factor", recovery), "/portal")
  expect(await factor(await toSecondStep(a, person), recovery.code)).not.toBe("/portal")
})

test("a passkey made between both signs in once a challenge, whichever portal is asked", async () => {
  const person = await official()
  const device = softAuthenticator({ id: "localhost", origin: `http://localhost:${port}` })
  const onA = await at(a)
  expect(leadsTo(await signInByHttp(onA, person))).toBe("/portal")
  const making = await (await post(onA, "/api/account/passkeys/options", {})).json()
  const made = { name: "เครื่องทดสอบ", response: device.create(making) }
  expect((await post(await at(b, onA), "/api/account/passkeys/add", made)).status()).toBe(200)

  const door = await at(a)
  const asked = await (await post(door, "/api/login/passkey/options", {})).json()
  const response = device.get(asked)
  expect(leadsTo(await post(await at(b), "/api/login/passkey", { response })), "another browser").not.toBe(
    "/portal",
  )
  onlyOne(await race(door, "/api/login/passkey", { response }), "/portal")

  const step = await toSecondStep(b, person)
  const options = await (await post(step, "/api/login/passkey/options", { step: "1" })).json()
  onlyOne(await race(step, "/api/login/passkey/step", { response: device.get(options) }), "/portal")
})

test("a way back begun on one goes on at the other; its code and its new password count once", async () => {
  const person = await official()
  const began = await at(a)
  const code = await askForCode(began, person)
  expect(await race(began, "/api/recover/code", { code })).toContain("/recover/password")
  const newPassword = "ทางกลับเข้าใช้งานจากสองเครื่อง"
  const ways = await race(await at(b, began), "/api/recover/password", { newPassword, again: newPassword })
  onlyOne(ways, "/recover/done")
  expect(leadsTo(await signInByHttp(await at(b), { ...person, password: newPassword }))).toBe("/portal")
})

for (const seconds of [-60, 60]) {
  test(`an instance whose clock is ${seconds} s off takes the codes of an app, and goes on with a way back`, async () => {
    test.setTimeout(180_000)
    const person = await official()
    const { secret } = await addApp(person)
    const clock = pathToFileURL(join(import.meta.dirname, "skewed-clock.mjs"))
    const skewed = await instance({ NODE_OPTIONS: `--import ${clock.href}?seconds=${seconds}` })
    try {
      expect(await factor(await at(skewed, await toSecondStep(a, person)), codeOf(secret))).toBe("/portal")
      const other = await official()
      const began = await at(a)
      const code = await askForCode(began, other)
      expect(leadsTo(await post(await at(skewed, began), "/api/recover/code", { code }))).toBe(
        "/recover/password",
      )
    } finally {
      await skewed.stop()
    }
  })
}

for (const blow of ["group", "all"] as const) {
  test(`portals killed (${blow}) and started again go on with a second step and a way back`, async () => {
    test.setTimeout(180_000)
    const [person, other] = [await official(), await official()]
    const { secret } = await addApp(person)
    const [step, began] = [await toSecondStep(a, person), await at(a)]
    const code = await askForCode(began, other)
    await b.stop()
    await a.kill(blow)
    a = await instance({ PORT: port })
    b = await instance()
    expect(await factor(await at(b, step), codeOf(secret))).toBe("/portal")
    expect(leadsTo(await post(await at(b, began), "/api/recover/code", { code }))).toBe("/recover/password")
    await expectWhole(home)
  })
}
