import { expect, test } from "@playwright/test"
import { heldBy, peakWhile } from "./held-memory"
import { dropHome, makeHome } from "./own-home"
import { OwnProduct } from "./own-product"
import { Applicant, ownPdf } from "./registration-files"

const mebibyte = 1024 * 1024
const fileBytes = 10 * mebibyte - 4000
const files = 10
const most = 150

let home = ""
let product: OwnProduct

test.beforeAll(async () => {
  test.setTimeout(240_000)
  home = makeHome()
  product = await OwnProduct.ready(home)
})
test.afterAll(async () => {
  await product?.stop()
  dropHome(home)
})

const held = () => heldBy(product, "lib/storage/inspector/run.ts")

const tell = (text: string) => test.info().annotations.push({ type: "figure", description: text })

/** Ten people send a file each at the same moment, and all are judged. */
async function measure(name: string, send: (applicant: Applicant, bytes: Buffer) => Promise<void>) {
  const people: Applicant[] = []
  for (let nth = 0; nth < files; nth++) people.push(await Applicant.begin(product.origin))
  const judged = () => product.log.match(/documents: judged/g)?.length ?? 0
  // pages and modules that the first upload of a process loads belong to its idle state
  await send(await Applicant.begin(product.origin), ownPdf(20_000))
  const before = judged()
  await expect.poll(judged, { timeout: 60_000 }).toBeGreaterThan(0)
  const bytes = people.map(() => ownPdf(fileBytes))
  const idle = held().ours
  const peak = await peakWhile(held, async () => {
    await Promise.all(people.map((applicant, nth) => send(applicant, bytes[nth] ?? Buffer.alloc(0))))
    await expect.poll(judged, { timeout: 120_000 }).toBeGreaterThanOrEqual(before + files)
  })
  const above = Math.round(peak.ours - idle)
  const figure = `${name}: idle ${Math.round(idle)} MiB, peak ${Math.round(peak.ours)} MiB, ${above} MiB above; reading ${Math.round(peak.reading)} MiB`
  tell(figure)
  process.stdout.write(`${figure}\n`)
  expect(idle, "the processes were found").toBeGreaterThan(50)
  expect(above).toBeLessThanOrEqual(most)
}

test("ten files of 10 MB at once, as the page's script sends them, stay within 150 MiB above idle", async () => {
  await measure("by script", async (applicant, bytes) => {
    const answer = await applicant.patch(await applicant.announce("order.pdf", bytes.length), bytes)
    expect(JSON.parse(answer.text)).toEqual({ received: true })
  })
})

test("and as plain forms", async () => {
  await measure("plain form", async (applicant, bytes) => {
    const answer = await applicant.post(bytes)
    expect([answer.status, answer.headers.location]).toEqual([303, "/register/documents"])
  })
})
