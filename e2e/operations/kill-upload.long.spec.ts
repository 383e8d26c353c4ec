import { expect, test } from "@playwright/test"
import postgres from "postgres"
import { dropHome, expectWhole, makeHome, ownerUrl } from "./own-home"
import { type Blow, OwnProduct } from "./own-product"
import { Applicant, ownPdf } from "./registration-files"

test.describe.configure({ mode: "serial" })

const frame = 256 * 1024
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

async function asOwner<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const owner = postgres(ownerUrl(home), { max: 1, onnotice: () => {} })
  return await work(owner).finally(() => owner.end())
}

/** The portal starts again at another port; the browser's cookies stay. */
async function again(): Promise<void> {
  const port = new URL(product.origin).port
  product = await OwnProduct.start(home, { PORT: port })
  await product.isReady()
}

const documentsOf = (id: string) =>
  asOwner(
    (sql) => sql`
      select state, size_bytes::int as size, encode(sha256, 'hex') as sha256,
        (select count(*)::int from document_pages p where p.document_id = d.id) as pages,
        (select count(*)::int from audit_events e where e.subject_id = d.id and e.action = 'documents.receive'
          and e.refusal is null) as received
      from documents d where id = ${id}`,
  )

async function receivedAtLeast(id: string, bytes: number): Promise<void> {
  await expect
    .poll(() =>
      asOwner((sql) => sql`select received_bytes::int as n from documents where id = ${id}`).then(
        ([row]) => row?.n,
      ),
    )
    .toBeGreaterThanOrEqual(bytes)
}

for (const blow of ["group", "all"] satisfies Blow[])
  test(`an upload during which ${blow === "all" ? "all, the database too," : "the portal"} is killed goes on where it stopped`, async () => {
    const applicant = await Applicant.begin(product.origin)
    const bytes = ownPdf(6 * 1024 * 1024)
    const file = await applicant.announce("order.pdf", bytes.length)
    const broken = applicant.patch(file, bytes, 0, 20).then(
      () => "answered",
      () => "broken",
    )
    await receivedAtLeast(file.id, 3 * frame)
    await product.kill(blow)
    expect(await broken).toBe("broken")
    await again()
    const { state, receivedBytes } = await applicant.standing(file)
    expect(state).toBe("receiving")
    expect(receivedBytes).toBeGreaterThanOrEqual(3 * frame)
    expect(receivedBytes % frame).toBe(0)
    const rest = await applicant.patch(file, bytes, receivedBytes)
    expect(JSON.parse(rest.text)).toEqual({ received: true })
    await expect.poll(async () => (await applicant.standing(file)).state, { timeout: 60_000 }).toBe("ready")
    const sha256 = await sha256Of(bytes)
    expect(await documentsOf(file.id)).toEqual([
      { state: "ready", size: bytes.length, sha256, pages: 1, received: 1 },
    ])
    await expectWhole(home)
  })

test("a plain form during which the portal is killed can be sent again, and then the file is there once", async () => {
  const applicant = await Applicant.begin(product.origin)
  const bytes = ownPdf(9 * 1024 * 1024)
  const lost = product.strikeAt(/registration\.add-document/, "group")
  const [answer] = await Promise.all([applicant.post(bytes).catch(() => null), lost])
  expect(answer).toBeNull()
  await again()
  expect((await applicant.post(bytes)).headers.location).toBe("/register/documents")
  const states = () =>
    asOwner(
      (sql) => sql`
      select state from documents where state <> 'removed' and holder_id = (
        select holder_id from documents order by created_at desc limit 1)`,
    )
  await expect.poll(states, { timeout: 60_000 }).toEqual([{ state: "ready" }])
  await expectWhole(home)
})

test("a file whose judge is killed is judged by the next one, once", async () => {
  const applicant = await Applicant.begin(product.origin)
  const bytes = ownPdf(9 * 1024 * 1024)
  const file = await applicant.announce("order.pdf", bytes.length)
  const jobs = product.jobsProcess()
  await applicant.patch(file, bytes)
  await expect
    .poll(
      () =>
        asOwner((sql) => sql`select leased_until from documents where id = ${file.id}`).then(
          ([row]) => row?.leased_until,
        ),
      {
        intervals: [10],
      },
    )
    .not.toBeNull()
  process.kill(jobs, "SIGKILL")
  expect((await applicant.standing(file)).state).toBe("checking")
  // two minutes go by
  await asOwner(
    (sql) => sql`update documents set leased_until = now() - interval '1 second' where id = ${file.id}`,
  )
  await expect.poll(async () => (await applicant.standing(file)).state, { timeout: 60_000 }).toBe("ready")
  const judged = await asOwner(
    (sql) => sql`
    select count(*)::int as n from audit_events where subject_id = ${file.id} and action = 'documents.judge'`,
  )
  expect(judged).toEqual([{ n: 1 }])
  await expectWhole(home)
})

async function sha256Of(bytes: Buffer): Promise<string> {
  return Buffer.from(await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes))).toString("hex")
}
