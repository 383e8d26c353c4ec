import { expect, test } from "@playwright/test"
import { dropHome, expectWhole, makeHome } from "./own-home"
import { type Blow, OwnProduct } from "./own-product"

test.describe.configure({ mode: "serial" })

let home = ""
let product: OwnProduct | undefined

test.beforeAll(() => {
  home = makeHome()
})
test.afterAll(async () => {
  await product?.stop()
  dropHome(home)
})

/** What the killed loads before this one had written is gone. */
function expectNothingBefore(): void {
  expect(product?.log).toMatch(/reference: /)
  expect(product?.log).not.toMatch(/reference: .* [1-9]\d* unchanged/)
}

const points: readonly (readonly [string, Blow])[] = [
  ["files read", "group"],
  ["provinces", "all"],
  ["districts", "group"],
  ["subdistricts", "all"],
  ["units", "group"],
  ["units", "all"],
  ["systems", "all"],
]

for (const [point, blow] of points) {
  test(`a reference load killed (${blow}) at “reference: ${point}” has left nothing`, async () => {
    product = await OwnProduct.start(home)
    await product.strikeAt(new RegExp(`reference: ${point}`), blow)
    expectNothingBefore()
  })
}

const tables = ["provinces", "districts", "subdistricts", "units", "systems"]

for (const blow of ["group", "all"] as const) {
  test(`a load killed (${blow}) at “reference: committing” is there as a whole or not at all`, async () => {
    product = await OwnProduct.start(home)
    await product.strikeAt(/reference: committing/, blow)
    expectNothingBefore()
    product = await OwnProduct.ready(home)
    const isThere = product.log.includes("reference: units 0 inserted")
    for (const table of tables)
      expect(product.log).toMatch(
        new RegExp(
          `reference: ${table} ${isThere ? "0 inserted, 0 changed, [1-9]\\d*" : "[1-9]\\d* inserted, 0 changed, 0"} unchanged`,
        ),
      )
    await expectWhole(home)
    await product.stop()
    dropHome(home)
    home = makeHome()
  })
}
