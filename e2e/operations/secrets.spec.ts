import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { expect } from "@playwright/test"
import { nationalIdCheckDigit } from "../../lib/identity/rules"
import type { RawBrowser } from "../support/raw-browser"
import { findSecrets, type Secret } from "../support/secret-search"
import { agreeAt } from "../support/thaid"
import { type OwnDemo, test } from "./own-demo"

test.describe.configure({ mode: "serial" })
test.setTimeout(120_000)

const dashed = (id: string) => id.replace(/^(.)(.{4})(.{5})(.{2})(.)$/, "$1-$2-$3-$4-$5")
const thai = (text: string) => text.replace(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[Number(digit)] ?? digit)
const stranger = `199912345678${nationalIdCheckDigit("199912345678")}`
const misspelt = `199987654321${(nationalIdCheckDigit("199987654321") + 1) % 10}`
const typedPassword = "รหัสผ่านที่พิมพ์ผิด Zq7-typed&<b>"
const inWrongField = "MyPassword-in-the-wrong-field-77"
const wrongCodes = ["739164", "๘๒๗๓๕๑"]

const secrets: Secret[] = []
const told = (name: string, value: string) => secrets.push({ name, value })
const browsers: RawBrowser[] = []
let before: { log: number; databaseLog: number; rows: Set<string> } = {
  log: 0,
  databaseLog: 0,
  rows: new Set(),
}

/** From now on PostgreSQL logs every statement of the portal with its values: what never left the portal is not there. */
async function logEveryStatement(demo: OwnDemo): Promise<void> {
  const settings = [
    "log_statement = 'all'",
    "log_error_verbosity = 'default'",
    "log_parameter_max_length = -1",
  ]
  for (const setting of settings) await demo.owner.unsafe(`alter role dla_sso_portal set ${setting}`)
  await demo.owner`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'dla_sso_portal'`
  await expect.poll(async () => (await demo.browser().get("/api/health/ready")).status).toBe(200)
}

/** Every row of every table as text, bytes in hexadecimal. */
async function rowsOf(demo: OwnDemo): Promise<Set<string>> {
  const tables = await demo.owner<{ name: string }[]>`
    select oid::regclass::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`
  const rows = new Set<string>()
  for (const { name } of tables) {
    for (const row of await demo.owner.unsafe(`select t::text as text from ${name} t`))
      rows.add(`${name}: ${row.text}`)
  }
  return rows
}

/** The home's files but for the database itself, the mailbox and the cast that a demonstration keeps to show. */
function filesOf(demo: OwnDemo): string[] {
  const open = /^(?:pgdata|mailbox)\/|^(?:cast(?:-cards)?|thaid-persons)\.json$|^postgres\.log$/
  return readdirSync(demo.home, { recursive: true, encoding: "utf8" })
    .filter((name) => !open.test(name) && statSync(join(demo.home, name)).isFile())
    .map((name) => join(demo.home, name))
}

async function search(demo: OwnDemo): Promise<string[]> {
  const found: string[] = []
  const look = (place: string, text: string, hidden = secrets) => {
    found.push(...findSecrets(place, text, hidden))
  }
  look("log of the portal and its jobs", demo.product.log.slice(before.log))
  // A user name that is no number is looked up as it was typed, whatever it really is; nothing else may get there.
  const unnamed = secrets.filter(({ value }) => value !== inWrongField)
  look("statements", readFileSync(demo.databaseLog, "utf8").slice(before.databaseLog), unnamed)
  for (const file of filesOf(demo)) look(`file ${relative(demo.home, file)}`, readFileSync(file, "utf8"))
  for (const row of await rowsOf(demo)) if (!before.rows.has(row)) look(row.slice(0, 60), row)
  for (const { path, answer } of browsers.flatMap((browser) => browser.seen)) {
    look(`address ${path}`, path)
    look(`way on from ${path}`, answer.headers.location ?? "")
    look(`page ${path}`, answer.text)
  }
  return [...new Set(found)]
}

test("what is typed at the front door", async ({ demo }) => {
  await logEveryStatement(demo)
  before = {
    log: demo.product.log.length,
    databaseLog: readFileSync(demo.databaseLog, "utf8").length,
    rows: await rowsOf(demo),
  }
  const visitor = demo.browser()
  browsers.push(visitor)
  const card = await demo.persona("pranee.t")
  told("an official's number", card.nationalId)
  told("a stranger's number", stranger)
  told("a number with a bad check digit", misspelt)
  told("a wrong password", typedPassword)
  told("a password in the wrong field", inWrongField)
  for (const id of [card.nationalId, stranger, misspelt]) {
    for (const username of [id, dashed(id), thai(id), thai(dashed(id)), ` ${dashed(id)} `]) {
      const answer = await visitor.post("/api/login/password", { username, password: typedPassword })
      await visitor.get(answer.headers.location ?? "/")
    }
  }
  for (const username of [inWrongField, "", "pranee.t"]) {
    const answer = await visitor.post("/api/login/password", { username, password: typedPassword })
    await visitor.get(answer.headers.location ?? "/")
  }
  const body = new URLSearchParams({ username: stranger, password: typedPassword, code: "739164" }).toString()
  for (const path of ["/api/login/password", "/api/login/otp", "/api/logout", "/login", "/api/nowhere"]) {
    await visitor.send(path, JSON.stringify({ username: stranger, password: typedPassword }), {
      "content-type": "application/json",
    })
    await visitor.send(path, body, { "content-type": "multipart/form-data; boundary=x" })
    await visitor.send(path, body, { origin: "https://elsewhere.example" })
    await visitor.send(path, `${body}&filler=${"a".repeat(20_000)}`)
    await visitor.send(path, `%zz&${body}&username=${stranger}`)
  }
})

test("a sign-in with wrong and right codes, a resend, and what follows", async ({ demo }) => {
  const official = demo.browser({ "user-agent": "Mozilla/5.0" })
  browsers.push(official)
  const card = await demo.persona("somchai.s")
  told("the password", card.password)
  told("the number", card.nationalId)
  for (const code of wrongCodes) told(`the wrong code ${code}`, code)
  const first = await demo.begin(official, card, thai(dashed(card.nationalId)))
  told("the first code", first)
  for (const code of [...wrongCodes, "12 34", "", `${first}${first}`]) {
    const answer = await official.post("/api/login/otp", { code })
    await official.get(answer.headers.location ?? "/")
  }
  await official.get((await official.post("/api/login/otp/resend", {})).headers.location ?? "/")
  await demo.owner`update otp_codes set sent_at = sent_at - interval '6 minutes'`
  const again = await official.post("/api/login/otp/resend", {})
  expect(again.headers.location).toBe("/login/otp?sent=again")
  const second = await demo.nextCode(card.email, 1)
  told("the second code", second)
  const flow = official.cookie
  expect((await official.post("/api/login/otp", { code: second })).headers.location).toBe("/portal")
  for (const path of ["/portal", "/account", "/api/auth/session", "/admin/manuals", "/login/otp", "/help"])
    await official.get(path)
  const replay = demo.browser({ cookie: flow })
  browsers.push(replay)
  await replay.get((await replay.post("/api/login/otp", { code: second })).headers.location ?? "/")
  await official.post("/api/logout", {})
  expect(official.cookieValues.size).toBeGreaterThanOrEqual(3)
})

test("a sign-in by ThaiID, one that is declined, and one that another browser brings", async ({ demo }) => {
  // Not among the browsers that are searched: state and code stand in the address of their way back.
  const official = demo.browser()
  const card = await demo.persona("wilai.e")
  told("the number for ThaiID", card.nationalId)
  for (const decision of ["decline", "approve"] as const) {
    const there = (await official.post("/api/login/thaid", {})).headers.location ?? ""
    const back = await agreeAt(there, card.nationalId, decision)
    const asked = new URL(there).searchParams
    for (const name of ["state", "nonce"]) told(`ThaiID's ${name}`, asked.get(name) ?? "")
    const code = back.searchParams.get("code")
    if (code) told("ThaiID's code", code)
    await demo.browser().get(back.pathname + back.search)
    const answer = await official.get(back.pathname + back.search)
    expect(answer.headers.location).toMatch(code ? /^\/portal/ : /refused=signin.thaid-declined/)
  }
  for (const value of official.cookieValues) told("a cookie", value)
})

test("the same while the database is away", async ({ demo }) => {
  const visitor = demo.browser()
  browsers.push(visitor)
  await demo.withoutDatabase(async () => {
    for (const username of [stranger, dashed(stranger), inWrongField])
      await visitor.post("/api/login/password", { username, password: typedPassword })
    await visitor.post("/api/login/otp", { code: "739164" })
  })
  await expect.poll(async () => (await visitor.get("/api/health/ready")).status).toBe(200)
})

test("national IDs, passwords, codes and cookies stand in no log, address, page, file or row", async ({
  demo,
}) => {
  for (const browser of browsers) for (const value of browser.cookieValues) told("a cookie", value)
  expect(demo.product.log.slice(before.log)).toContain('"command":"signin.code"')
  expect(readFileSync(demo.databaseLog, "utf8").slice(before.databaseLog)).toMatch(/parameters: /i)
  expect(await search(demo)).toEqual([])
})

test("the search finds what is planted in each of these places", async ({ demo }) => {
  const [code = ""] = secrets.filter(({ name }) => name === "the second code").map(({ value }) => value)
  const card = await demo.persona("somchai.s")
  const audit = join(demo.home, "audit-heads.log")
  const kept = existsSync(audit) ? readFileSync(audit, "utf8") : ""
  writeFileSync(audit, `${kept}{"typed":"${thai(dashed(card.nationalId))}"}\n`)
  await demo.owner`insert into settings (key, value, changed_at) values ('planted', ${demo.owner.json({
    code,
    typed: Buffer.from(card.password).toString("hex"),
  })}, now())`
  const found = await search(demo)
  writeFileSync(audit, kept)
  await demo.owner`delete from settings where key = 'planted'`
  expect(found.join("\n")).toMatch(/file audit-heads\.log: the number/)
  expect(found.join("\n")).toMatch(/settings: .*: the second code/)
  expect(found.join("\n")).toMatch(/settings: .*: the password/)
})
