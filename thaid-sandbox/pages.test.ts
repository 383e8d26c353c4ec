import { once } from "node:events"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { type IncomingMessage, request } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { Caller, decoded, type TokenAnswer } from "./testing/caller"
import { type RunningSandbox, startSandbox, stranger, wide } from "./testing/running-sandbox"

const folder = mkdtempSync(join(tmpdir(), "thaid-sandbox-"))
const official = {
  nationalId: "1360999000018",
  title: "นาง",
  givenName: "ปราณี",
  familyName: "ทดลอง",
  note: "<อบต.>",
}
let sandbox: RunningSandbox
let caller: Caller

beforeAll(async () => {
  writeFileSync(join(folder, "persons.json"), JSON.stringify([official]))
  sandbox = await startSandbox({
    THAID_SANDBOX_PERSONS_FILE: join(folder, "persons.json"),
  })
  caller = new Caller(sandbox)
})
afterAll(async () => {
  await sandbox.stop()
  rmSync(folder, { recursive: true })
})
beforeEach(() => caller.switch({ reset: true }))

const phone = { headers: { "user-agent": "Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36" } }
const decide = (refCode: string, fields: Readonly<Record<string, string>>) =>
  caller.form(`/sandbox/phone/${refCode}?lang=th`, fields, null)
const stateOf = async (watched: string) =>
  ((await (await caller.fetch(`${watched}/state`)).json()) as { state: string }).state

describe("the page of a sign-in", () => {
  it("shows a QR and the reference number on a desktop, and where the phone is", async () => {
    const answer = await caller.authorize()
    const [text, refCode] = [await answer.text(), answer.headers.get("x-sandbox-ref-code") ?? "-"]
    expect(text).toContain(`<strong>${refCode}</strong>`)
    expect(text).toContain(`href="/sandbox/phone/${refCode}?lang=th" target="_blank"`)
    const qr = await caller.fetch(/src="([^"]+qr\.svg)"/.exec(text)?.[1] ?? "")
    expect([qr.status, qr.headers.get("content-type")]).toEqual([200, "image/svg+xml"])
  })
  it("links to the app on a phone, and shows no QR", async () => {
    const text = await (await caller.authorize({}, phone)).text()
    expect(text).toContain("เปิดแอป ThaiID (จำลอง)")
    expect(text).not.toContain("qr.svg")
  })
  it("goes on without a script, by asking again", async () => {
    const { watched } = await caller.begin()
    const text = await (await caller.fetch(watched)).text()
    expect(text).toContain(`<noscript><meta http-equiv="refresh" content="2;url=${watched}?lang=th">`)
  })
})

describe("the phone", () => {
  it("offers the starter's persons before the sandbox's own, and escapes what they are called", async () => {
    const { refCode } = await caller.begin()
    const text = await (await caller.fetch(`/sandbox/phone/${refCode}`)).text()
    expect(text.indexOf("นางปราณี ทดลอง")).toBeLessThan(text.indexOf("นายแปลกหน้า"))
    expect(text).toContain("&lt;อบต.&gt;")
  })
  it("approves as one of them: code and state go back, once", async () => {
    const { refCode, watched } = await caller.begin()
    const answer = await decide(refCode, { decision: "approve", person: official.nationalId })
    expect(answer.status).toBe(303)
    expect(await stateOf(watched)).toBe("approved")
    const back = await caller.back(watched)
    expect(`${back.origin}${back.pathname}`).toBe(wide.redirectUris[0])
    expect([...back.searchParams.keys()]).toEqual(["code", "state"])
    expect((await caller.back(watched)).href).toBe("about:blank")
    const tokens = (await (await caller.token(back.searchParams.get("code") ?? "")).json()) as TokenAnswer
    expect(decoded(tokens.id_token).claims.pid).toBe(official.nationalId)
  })
  it("approves as someone typed, in Thai digits too", async () => {
    const { refCode, watched } = await caller.begin({ scope: "openid pid name birthdate" })
    const typed = { person: "typed", nationalId: "๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑", givenName: "พิมพ์", familyName: "เอง" }
    expect((await decide(refCode, { decision: "approve", ...typed, birthdate: "1950" })).status).toBe(303)
    const code = (await caller.back(watched)).searchParams.get("code") ?? ""
    const tokens = (await (await caller.token(code)).json()) as TokenAnswer
    expect(decoded(tokens.id_token).claims).toMatchObject({
      ...{ pid: "1234567890121", name: "พิมพ์ เอง", birthdate: "1950" },
    })
  })
  it.each([
    [{ person: "typed", nationalId: "1234567890122", givenName: "ผิด" }, "เลขตรวจสอบต้องถูกต้อง"],
    [{ person: "typed", nationalId: "123", givenName: "สั้น" }, "เลขตรวจสอบต้องถูกต้อง"],
    [{ person: "typed", nationalId: "1234567890121" }, "พิมพ์ชื่อของบุคคล"],
    [
      { person: "typed", nationalId: "1234567890121", givenName: "ก", birthdate: "2533" + "-1" },
      "วันเกิดต้องเป็น",
    ],
    [{}, "เลือกบุคคลก่อนกดยืนยัน"],
    [{ person: "0000000000000" }, "เลือกบุคคลก่อนกดยืนยัน"],
  ])("refuses %j, and keeps what was typed", async (fields, sentence) => {
    const { refCode, watched } = await caller.begin()
    const answer = await decide(refCode, { decision: "approve", ...(fields as Record<string, string>) })
    const text = await answer.text()
    expect([answer.status, text.includes(sentence), await stateOf(watched)]).toEqual([400, true, "waiting"])
    if ("nationalId" in fields) expect(text).toContain(`value="${fields.nationalId}"`)
  })
  it.each(["user_denied", "access_denied"])("declines: %s goes back with state", async (error) => {
    await caller.switch({ decline: error })
    const { refCode, watched } = await caller.begin()
    await decide(refCode, { decision: "decline" })
    const { searchParams } = await caller.back(watched)
    expect([searchParams.get("error"), searchParams.get("state"), searchParams.get("code")]).toEqual([
      error,
      "state-of-this-browser",
      null,
    ])
  })
  it("lets a sign-in expire at once", async () => {
    const { refCode, watched } = await caller.begin()
    await decide(refCode, { decision: "expire" })
    expect([await stateOf(watched), (await caller.back(watched)).href]).toEqual(["expired", "about:blank"])
  })
  it("on the same device leads back to the browser's page; from elsewhere it does not", async () => {
    const { refCode, watched } = await caller.begin()
    const id = watched.split("/").at(-1)
    await caller.decide(refCode)
    const same = await (await caller.fetch(`/sandbox/phone/${refCode}?back=${id}`)).text()
    expect(same).toContain(`<meta http-equiv="refresh" content="1;url=${watched}">`)
    const other = await (await caller.fetch(`/sandbox/phone/${refCode}?back=guessed`)).text()
    expect(other).not.toContain(watched)
  })
  it("finds a sign-in by a typed reference number, in small letters too", async () => {
    const { refCode } = await caller.begin()
    const answer = await caller.fetch(`/sandbox/phone?ref=${refCode.toLowerCase()}`)
    expect((await caller.fetch(answer.headers.get("location") ?? "")).status).toBe(200)
    expect((await caller.fetch("/sandbox/phone/NOBODY")).status).toBe(404)
  })
  it("keeps many sign-ins apart", async () => {
    const begun = await Promise.all(
      Array.from({ length: 40 }, (_, at) => caller.begin({ state: `state-${at}` })),
    )
    expect(new Set(begun.map(({ refCode }) => refCode)).size).toBe(40)
    await Promise.all(
      begun.map(({ refCode }, at) => caller.decide(refCode, { decision: at % 2 ? "approve" : "decline" })),
    )
    const backs = await Promise.all(begun.map(({ watched }) => caller.back(watched)))
    for (const [at, { searchParams }] of backs.entries()) {
      expect(searchParams.get("state")).toBe(`state-${at}`)
      expect(searchParams.has("code")).toBe(at % 2 === 1)
    }
  })
})

describe("every page", () => {
  const pages = async () => {
    const { refCode, watched } = await caller.begin()
    return [watched, `/sandbox/phone/${refCode}`, "/sandbox/phone", "/sandbox/", "/sandbox/phone/NOBODY"]
  }
  it.each([
    ["th", "จำลอง"],
    ["en", "Simulation"],
  ])("in %s is marked as a simulation, in its title and on it", async (lang, mark) => {
    for (const path of await pages()) {
      const text = await (await caller.fetch(`${path}?lang=${lang}`)).text()
      expect(text, path).toContain(`<html lang="${lang}">`)
      expect(text, path).toContain(`<title>[${mark}]`)
      expect(text, path).toContain(`<strong class="mark">${mark}</strong>`)
    }
  })
  it("has a strict policy, nothing inline and nothing from elsewhere", async () => {
    for (const path of await pages()) {
      const answer = await caller.fetch(path)
      const text = await answer.text()
      expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'self'/)
      expect(answer.headers.get("x-thaid-sandbox")).toBe("simulation")
      expect(text).not.toMatch(/ style=| on\w+=|<style|<script(?! src="\/sandbox\/)|(?:src|href)="(?!\/)/)
      for (const [, file = ""] of text.matchAll(/(?:src|href)="(\/sandbox\/[\w-]+\.\w+)"/g))
        expect((await caller.fetch(file)).status, file).toBe(200)
    }
  })
})

describe("the controls", () => {
  const send = (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
    caller.form("/sandbox/?lang=th", fields, null, headers)

  it("arm and clear faults, change switches and rotate keys by plain forms", async () => {
    await send({ name: "slow", at: "jwks", value: "", client: "", sticky: "true" })
    expect(await (await caller.fetch("/sandbox/")).text()).toContain("ตอบช้า (วินาที)</strong>")
    await send({ act: "clear-all" })
    expect(await (await caller.fetch("/sandbox/")).text()).toContain("ยังไม่ได้ตั้งไว้")
    expect((await send({ act: "switches", client: "", decline: "access_denied" })).status).toBe(303)
    const { all } = (await (await caller.fetch("/sandbox/switches")).json()) as { all: { decline: string } }
    expect(all.decline).toBe("access_denied")
    const before = await caller.keys()
    await send({ act: "rotate" })
    expect((await caller.keys())[0]?.kid).not.toBe(before[0]?.kid)
    expect((await send({ name: "nonsense" })).status).toBe(400)
  })
  it("obey no page of another site", async () => {
    expect((await send({ act: "rotate" }, { origin: "https://evil.example" })).status).toBe(403)
    expect((await send({ act: "rotate" }, { "sec-fetch-site": "cross-site" })).status).toBe(403)
    expect((await send({ act: "rotate" }, { origin: sandbox.origin })).status).toBe(303)
  })
  it("answer under no other name: a page that rebinds its own to this machine gets nothing", async () => {
    const asked = request(`${sandbox.origin}/sandbox/persons`, { headers: { host: "evil.example" } }).end()
    const [answer] = (await once(asked, "response")) as [IncomingMessage]
    expect(answer.resume().statusCode).toBe(421)
  })
  it("refuse bodies that are too large or no JSON", async () => {
    const large = await caller.post("/sandbox/approve", { refCode: "x".repeat(20_000) })
    expect(large.status).toBe(400)
    const headers = { "content-type": "application/json" }
    expect((await caller.fetch("/sandbox/approve", { method: "POST", headers, body: "{" })).status).toBe(400)
  })
  it("tell tests who waits and who is known", async () => {
    const { refCode } = await caller.begin()
    const waiting = (await (await caller.fetch("/sandbox/pending")).json()) as { refCode: string }[]
    expect(waiting.at(-1)).toMatchObject({ refCode, client: wide.clientId })
    const known = (await (await caller.fetch("/sandbox/persons")).json()) as { nationalId: string }[]
    expect(known.map(({ nationalId }) => nationalId)).toEqual(expect.arrayContaining([stranger]))
    expect((await caller.decide(refCode, { nationalId: "1234567890122" })).status).toBe(400)
    expect((await caller.decide("NOBODY")).status).toBe(404)
  })
})
