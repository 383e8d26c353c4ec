import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { type Crawled, crawl, crawlFaults } from "../support/crawl"
import { RawBrowser } from "../support/raw-browser"
import { rawHttp } from "../support/raw-http"
import type { OwnProduct } from "./own-product"
import { OwnProduction } from "./own-production"

test.describe.configure({ mode: "serial" })
test.setTimeout(180_000)

let production: OwnProduction
let product: OwnProduct | undefined

test.beforeAll(async () => {
  production = await OwnProduction.prepare()
})
test.afterAll(async () => {
  await product?.stop()
  await production.end()
})

const needed = {
  DATABASE_URL: "DATABASE_URL",
  DATABASE_OWNER_URL: "DATABASE_OWNER_URL",
  KEY_RING: "KEY_RING",
  SESSION_SECRET: "SESSION_SECRET",
  ORIGIN: "ORIGIN",
  SMTP_URL: "SMTP_URL or RESEND_API_KEY",
  MAIL_FROM: "MAIL_FROM",
  CLAMD_SOCKET: "CLAMD_SOCKET or CLAMD_HOST",
} as const

/** The names on the list of what is missing. */
const listed = (said: string) => [...said.matchAll(/^ {2}- ([^:]+):/gm)].map((line) => line[1])

test("production without any setting does not start, and lists all that it needs at once", async () => {
  const nothing = Object.fromEntries(Object.keys(needed).map((name) => [name, ""]))
  const said = await production.refused(nothing)
  expect(said).toContain("Production can't start. Missing or wrong:")
  expect(listed(said).toSorted()).toEqual(Object.values(needed).toSorted())
})

for (const [name, line] of Object.entries(needed)) {
  test(`production without ${name} does not start, and lists that one thing`, async () => {
    expect(listed(await production.refused({ [name]: "" }))).toEqual([line])
  })
}

test("settings that are there but wrong are listed too, and no value is shown", async () => {
  const said = await production.refused({
    KEY_RING: "k1:tooshort",
    SESSION_SECRET: "short-secret",
    ORIGIN: "http://sso.front-door.example",
    DATABASE_OWNER_URL: production.settings.DATABASE_URL ?? "",
  })
  expect(listed(said)).toEqual(["DATABASE_OWNER_URL", "KEY_RING", "SESSION_SECRET", "ORIGIN"])
  for (const value of ["tooshort", "short-secret", "postgres://"]) expect(said).not.toContain(value)
})

test("a ThaiID that is not the service itself is refused, in the same list", async () => {
  const thaid = { THAID_CLIENT_ID: "dGhl", THAID_CLIENT_SECRET: "Y2xpZW50" }
  for (const THAID_ORIGIN of ["http://imauth.bora.dopa.example", "https://127.0.0.1:4555"]) {
    const said = await production.refused({
      ...thaid,
      THAID_ORIGIN,
      MAIL_FROM: "",
      THAID_SANDBOX_PORT: "4555",
    })
    expect(listed(said)).toEqual(["MAIL_FROM", "THAID_SANDBOX_PORT", "THAID_ORIGIN"])
    expect(said).not.toMatch(/Y2xpZW50|: http/)
  }
})

test("so are malformed ones of every other kind, in a demonstration too", async () => {
  const changed = { LOG_LEVEL: "loud", DATABASE_POOL: "many", MAIL_FROM: "" }
  expect(listed(await production.refused(changed))).toEqual(["MAIL_FROM", "DATABASE_POOL", "LOG_LEVEL"])
  const demo = { APP_MODE: "demo", DATABASE_URL: "", ORIGIN: "not an address", TRUST_PROXY: "yes" }
  expect(listed(await production.refused(demo))).toEqual(["ORIGIN", "TRUST_PROXY"])
})

test("with all of them it starts: stamped as production, without any account or invented person", async () => {
  product = await production.start()
  await product.says(/\bready\n[\s\S]*\n {2}The portal/)
  const [row] = await production.asOwner(
    (sql) => sql`select mode, (select count(*)::int from accounts) as accounts from installation`,
  )
  expect(row).toEqual({ mode: "production", accounts: 0 })
  expect(product.log).not.toMatch(/invented|mailbox|pranee|Demonstration|ThaiID/)
  expect(product.leftovers().filter((line) => /thaid|mailbox/.test(line))).toEqual([])
  const kept = join(production.home, "kept")
  expect(
    existsSync(kept) ? readdirSync(kept).filter((name) => /cast|mail|secrets|thaid/.test(name)) : [],
  ).toEqual([])
  expect((await rawHttp(product.origin, "/api/health/ready")).status).toBe(200)
})

/** What an answer has that only a demonstration may have. */
function demonstrationFaults(crawled: readonly Crawled[]): string[] {
  return crawled.flatMap(({ name, at, answer }) => {
    const faults: string[] = []
    if (/ระบบสาธิต|ข้อมูลสมมุติ|Demonstration|invented data/i.test(answer.text))
      faults.push("speaks of a demonstration")
    if (at.startsWith("/dev") && answer.status !== 404) faults.push(`answers ${answer.status}`)
    if (
      at.startsWith("/dev") &&
      /@|password/.test(answer.text.replace(/<script\b[\s\S]*?<\/script>|<[^>]*>/g, ""))
    )
      faults.push("tells something")
    if (answer.status >= 500) faults.push(`answers ${answer.status}`)
    return faults.map((fault) => `${name}: ${fault}`)
  })
}

test("no route shows a demonstration's tools, banner or cast, and each carries the headers", async () => {
  const crawled = await crawl(new RawBrowser(product?.origin ?? ""))
  expect(crawled.filter(({ at }) => at.startsWith("/dev")).length).toBeGreaterThan(4)
  expect(demonstrationFaults(crawled)).toEqual([])
  expect(crawlFaults(crawled, false)).toEqual([])
  for (const { answer } of crawled.filter((one) => one.name.startsWith("GET /login")))
    expect(answer.headers["content-security-policy"]).toContain("upgrade-insecure-requests")
})

test("who is signed in sees the same, by cookies that never leave https and this very host", async () => {
  const cards = await production.people()
  const card = cards.find((one) => one.username === "dla.officer")
  const officer = new RawBrowser(product?.origin ?? "", { origin: production.settings.ORIGIN ?? "" })
  await officer.get("/login?lang=en")
  const typed = { username: card?.username ?? "", password: card?.password ?? "" }
  expect((await officer.post("/api/login/password", typed)).headers.location).toBe("/login/otp")
  const code = await production.code(card?.email ?? "")
  expect((await officer.post("/api/login/otp", { code })).headers.location).toBe("/portal")
  const crawled = await crawl(officer)
  expect(crawled.find(({ at }) => at === "/admin/manuals")?.answer.status).toBe(200)
  expect(demonstrationFaults(crawled)).toEqual([])
  expect(crawlFaults(crawled, true)).toEqual([])
  const lines = officer.seen.flatMap(({ answer }) => answer.headers["set-cookie"] ?? [])
  const names = new Set(lines.map((line) => line.split("=")[0]))
  for (const name of ["session", "flow", "device"]) expect(names).toContain(`__Host-dla-sso-${name}`)
  for (const line of lines) {
    expect(line).toMatch(/^__Host-[^;]+;/)
    for (const attribute of [/; Secure\b/i, /; HttpOnly\b/i, /; SameSite=Lax\b/i, /; Path=\/(?:;|$)/i])
      expect(line).toMatch(attribute)
    expect(line).not.toMatch(/; Domain=/i)
  }
})

test("a demonstration does not touch production's database, nor one with accounts that nobody stamped", async () => {
  await product?.stop()
  product = undefined
  const demo = { APP_MODE: "demo", ORIGIN: "" }
  const stranger = (url: string) => url.replace(/\/\/[^:]+:/, "//demo_stranger:")
  const portalUrl = stranger(production.settings.DATABASE_URL ?? "")
  expect(await production.refused({ ...demo, DATABASE_URL: portalUrl })).toContain(
    "this database belongs to a production portal; a demonstration must not touch it",
  )
  const unstamped = await production.copy("unstamped")
  await production.asOwner((sql) => sql`delete from installation`, unstamped.DATABASE_OWNER_URL)
  expect(
    await production.refused({ ...demo, ...unstamped, DATABASE_URL: stranger(unstamped.DATABASE_URL) }),
  ).toContain("was never stamped as a demonstration's; a demonstration must not touch it")
  // The refusal comes before anything is changed: not even the portal's role was made.
  const roles = await production.asOwner((sql) => sql`select 1 from pg_roles where rolname = 'demo_stranger'`)
  expect(roles.length).toBe(0)
})

test("production does not start in a demonstration's database", async () => {
  const stamped = await production.copy("stamped")
  await production.asOwner((sql) => sql`update installation set mode = 'demo'`, stamped.DATABASE_OWNER_URL)
  expect(await production.refused(stamped)).toContain(
    "this database belongs to a demonstration; production needs one of its own",
  )
})

test("a database that is named without a mode is not guessed at", async () => {
  const said = await production.refused({ APP_MODE: "" })
  expect(said).toContain("DATABASE_URL is set, but not APP_MODE")
  expect(said).not.toContain("postgres://")
})
