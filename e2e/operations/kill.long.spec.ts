import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, request, test } from "@playwright/test"
import { persona } from "../support/cast"
import { codesSeen, nextCode } from "../support/mailbox"
import { leadsTo, post } from "../support/sign-in"
import { OwnProduct } from "./own-product"

test.describe.configure({ mode: "serial" })

let home: string
let product: OwnProduct | undefined

test.beforeEach(() => {
  home ||= mkdtempSync(join(tmpdir(), "dla-sso-kill-"))
  chmodSync(home, 0o755)
})
test.afterEach(async ({ browserName: _ }, info) => {
  if (info.status !== info.expectedStatus) await product?.kill()
})
test.afterAll(async () => {
  await product?.stop()
  rmSync(home, { recursive: true, force: true })
})

const loadPoints = ["files read", "provinces", "districts", "subdistricts", "units"]

for (const point of loadPoints) {
  test(`a reference load killed at “reference: ${point}” has left nothing`, async () => {
    product = await OwnProduct.start(home)
    await product.says(new RegExp(`reference: ${point}`))
    expect(product.log, "nothing was there before").not.toMatch(/reference: .* [1-9]\d* unchanged/)
    await product.kill()
  })
}

test("the start after five killed loads loads all of it and is ready", async () => {
  product = await OwnProduct.start(home)
  await product.says(/\bready\n\n {2}The portal/)
  for (const table of ["provinces", "districts", "subdistricts", "units"])
    expect(product.log).toMatch(new RegExp(`reference: ${table} [1-9]\\d* inserted, 0 changed, 0 unchanged`))
  await product.kill()
})

const signInPoints = [
  ["password accepted", /"command":"signin\.password/],
  ["mail leased", /mail: leased/],
] as const

for (const [name, line] of signInPoints) {
  test(`a sign-in killed at “${name}” goes on after the restart, with the mail`, async () => {
    product = await OwnProduct.start(home)
    await product.says(/\bready\n\n {2}The portal/)
    const before = await request.newContext({ baseURL: product.origin })
    const card = await persona(before, "pranee.t")
    const seen = await codesSeen(before, card.email)
    const answer = post(before, "/api/login/password", { username: card.username, password: card.password })
    answer.catch(() => {})
    await product.says(line)
    const answered = await Promise.race([answer, new Promise<undefined>((done) => setTimeout(done, 50))])
    await product.kill()
    product = await OwnProduct.start(home)
    await product.says(/\bready\n\n {2}The portal/)
    const state = answered ? { storageState: await before.storageState() } : {}
    const after = await request.newContext({ baseURL: product.origin, ...state })
    // Holds the sign-in's own cookie but never the session's: what it is let into, the code alone let it into.
    const replay = await request.newContext({ baseURL: product.origin, ...state })
    const code = await nextCode(after, card.email, seen)
    if (answered) {
      expect(leadsTo(await post(after, "/api/login/otp", { code }))).toBe("/portal")
      expect(leadsTo(await post(replay, "/api/login/otp", { code })), "used once").not.toBe("/portal")
    }
    await product.stop()
  })
}
