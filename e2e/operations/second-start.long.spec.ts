import { appendFileSync, readFileSync } from "node:fs"
import { createServer } from "node:http"
import { join } from "node:path"
import { expect, request, test } from "@playwright/test"
import { freePort } from "../../bin/port.mjs"
import { cast } from "../support/cast"
import { dropCheckout, makeCheckout } from "./own-checkout"
import { dropHome, expectWhole, makeHome } from "./own-home"
import { OwnProduct } from "./own-product"

let home = ""
let products: OwnProduct[] = []

test.beforeEach(() => {
  home = makeHome()
  products = []
})
test.afterEach(async () => {
  await Promise.all(products.map((product) => product.stop()))
  for (const product of products) product.killLeftovers()
  dropHome(home)
})

async function start(settings: Readonly<Record<string, string>>, checkout?: string): Promise<OwnProduct> {
  const product = await OwnProduct.start(home, settings, checkout)
  products.push(product)
  return product
}

async function expectServes({ origin }: OwnProduct): Promise<void> {
  expect((await fetch(`${origin}/api/health/ready`)).status).toBe(200)
  expect((await fetch(`${origin}/login`)).status).toBe(200)
}

test("two starts at once on one empty home: one port is one portal's, another port is another portal", async () => {
  const port = await freePort()
  const three = await Promise.all([{ PORT: String(port) }, { PORT: String(port) }, {}].map((s) => start(s)))
  const [first, second, beside] = three as [OwnProduct, OwnProduct, OwnProduct]
  const refused = await Promise.race([first, second].map((one) => one.ended().then(() => one)))
  const served = refused === first ? second : first
  expect(await refused.ended()).toBe(1)
  expect(refused.log).toContain(`The portal at http://127.0.0.1:${port} (process`)
  expect(refused.log).toContain("runs already, or is just starting")
  await Promise.all([served.isReady(), beside.isReady()])
  await expectServes(served)
  await expectServes(beside)
  const people = await Promise.all(
    [served, beside].map(async ({ origin }) => cast(await request.newContext({ baseURL: origin }))),
  )
  expect(people[0], "one cast").toEqual(people[1])
  expect(
    [served, beside].filter(({ log }) => /units [1-9]\d* inserted/.test(log)),
    "one loads",
  ).toHaveLength(1)
  await expectWhole(home)
  const late = await start({ PORT: String(port) })
  expect(await late.ended()).toBe(1)
  expect(late.log).toContain(`PORT=${port + 1} npm start`)
  await served.stop()
  await expectServes(beside)
})

test("a port that another program has is told apart from a portal that runs already", async () => {
  const stranger = createServer().listen(0, "127.0.0.1")
  await new Promise((done) => stranger.once("listening", done))
  const at = stranger.address()
  const port = typeof at === "object" && at ? at.port : 0
  const product = await start({ PORT: String(port) })
  expect(await product.ended()).toBe(1)
  expect(product.log).toContain(`Port ${port} is taken by another program.`)
  stranger.close()
})

test("changed sources or packages are not built or installed under a portal that runs", async () => {
  const checkout = makeCheckout("node_modules", ".next")
  try {
    const runs = await start({}, checkout)
    await runs.isReady()
    const built = join(checkout, ".next", "BUILD_ID")
    const before = readFileSync(built, "utf8")
    appendFileSync(join(checkout, "lib", "env.ts"), "\n")
    const second = await start({}, checkout)
    expect(await second.ended()).toBe(1)
    expect(second.log).toContain(`the portal at ${runs.origin} (process`)
    expect(second.log).toContain("The sources have changed")
    appendFileSync(join(checkout, "package-lock.json"), "\n")
    const third = await start({}, checkout)
    expect(await third.ended()).toBe(1)
    expect(third.log).toContain("The list of packages has changed")
    expect(readFileSync(built, "utf8")).toBe(before)
    await expectServes(runs)
  } finally {
    for (const product of products) await product.stop()
    dropCheckout(checkout)
  }
})
