import { expect, test } from "@playwright/test"
import { dropCheckout, makeCheckout } from "./own-checkout"
import { dropHome, makeHome } from "./own-home"
import { OwnProduct } from "./own-product"

test.describe.configure({ mode: "serial" })

let home = ""
let product: OwnProduct | undefined

test.beforeEach(() => {
  home = makeHome()
})
test.afterEach(() => {
  product?.killLeftovers()
  dropHome(home)
})

/** Ctrl-C, and then: nothing lives, and nothing on the screen looks like a fault. */
async function expectAllGone(how: "interrupt" | "stop"): Promise<void> {
  await product?.[how]()
  // helpers of a build notice by themselves, a moment later, that it is gone
  await expect.poll(() => product?.leftovers(), { timeout: 3_000 }).toEqual([])
  expect(product?.log).not.toMatch(/^\s+at |Error:|UnhandledPromise/m)
}

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

for (const how of ["interrupt", "stop"] as const) {
  test(`a start told to end (${how}) while it installs, or builds, leaves nothing at work`, async () => {
    const bare = makeCheckout()
    const unbuilt = makeCheckout("node_modules")
    try {
      product = await OwnProduct.start(home, {}, bare)
      await product.says(/installing packages/)
      await wait(2000)
      await expectAllGone(how)
      product = await OwnProduct.start(home, {}, unbuilt)
      await product.says(/building the portal/)
      await wait(5000)
      await expectAllGone(how)
    } finally {
      dropCheckout(bare)
      dropCheckout(unbuilt)
    }
  })
}

const moments = [
  ["starting the database", 0],
  ["starting the database", 1000],
  ["starting the database", 2500],
  ["database ready", 300],
  ["reference: units", 0],
  ["jobs: started", 0],
  ["The portal", 0],
] as const

for (const [line, milliseconds] of moments) {
  test(`Ctrl-C ${milliseconds} ms after “${line}” ends all of it`, async () => {
    product = await OwnProduct.start(home)
    await product.says(new RegExp(line))
    await wait(milliseconds)
    await expectAllGone("interrupt")
  })
}

test("a start after many that were interrupted is ready, and ends when it is told to", async () => {
  for (const milliseconds of [100, 700, 1500, 2200]) {
    product = await OwnProduct.start(home)
    await product.says(/starting the database/)
    await wait(milliseconds)
    await expectAllGone("interrupt")
  }
  product = await OwnProduct.ready(home)
  await expectAllGone("stop")
})
