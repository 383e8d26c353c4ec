import { connect } from "node:net"
import { expect } from "@playwright/test"
import { pdf } from "../../db/factories/pdf"
import { bytesOf, multipart, type Part } from "../support/multipart"
import { marker, nastyValues } from "../support/nasty-values"
import type { RawBrowser } from "../support/raw-browser"
import { formBody, type RawAnswer } from "../support/raw-http"
import { type OwnDemo, test } from "./own-demo"

test.describe.configure({ mode: "serial" })
test.setTimeout(120_000)

const upload = "/api/admin/manuals"
const sound = pdf({ text: "a manual of the test's own" })

test("no nasty value typed for the code breaks the sign-in or costs a guess; the right one still opens it", async ({
  demo,
}) => {
  const official = demo.browser()
  const code = await demo.begin(official, await demo.persona("malee.n"))
  for (const { name, value } of nastyValues) {
    for (const body of [
      `code=${value}`,
      `code[]=${value}`,
      `code=${value}&code=${code}`,
      formBody({ [value]: code }),
    ]) {
      const answer = await official.send("/api/login/otp", body)
      expect([answer.status, answer.headers.location], name).toEqual([303, "/login/otp?refused=invalid"])
    }
    const page = await official.get("/login/otp?refused=invalid")
    expect(page.status, name).toBe(200)
    expect(page.text, name).not.toContain(marker)
    expect(page.text, name).toContain('role="alert"')
  }
  expect((await official.post("/api/login/otp", { code })).headers.location).toBe("/portal")
})

const kept = (demo: OwnDemo) => demo.owner`
  select (select count(*)::int from manual_files) as files, (select count(*)::int from manual_versions) as versions,
    (select count(*)::int from audit_events where action = 'manuals.publish' and refusal is null) as events`

/** The right form, with some of its parts replaced, left out or sent besides. */
function form(
  changed: Readonly<Record<string, string | Buffer | undefined>> = {},
  besides: readonly Part[] = [],
) {
  const right = { slug: "sso-admin", expectedVersion: "1", note: "ปรับปรุง", file: sound }
  const parts = Object.entries({ ...right, ...changed }).flatMap(([name, content]): Part[] => {
    if (content === undefined) return []
    return name === "file"
      ? [{ name, content, filename: "manual.pdf", type: "application/pdf" }]
      : [{ name, content }]
  })
  return multipart([...parts, ...besides])
}

const post = (browser: RawBrowser, { body, headers }: ReturnType<typeof multipart>) =>
  browser.send(upload, body, headers)

/** The sentences with which a refused upload is answered, following the way on as a browser would. */
async function refusal(browser: RawBrowser, answer: RawAnswer): Promise<string> {
  const page = answer.status === 303 ? await browser.get(answer.headers.location ?? "/") : answer
  const alert = /role="alert"[\s\S]*?(?=<h1|<form|<\/main)/.exec(page.text)?.[0] ?? ""
  return alert.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")
}

test("an upload with something wrong is refused with a sentence, and nothing of it is kept", async ({
  demo,
}) => {
  const officer = demo.browser()
  await demo.signIn(officer, "dla.officer")
  const before = await kept(demo)
  const file = (content: Buffer, filename = "manual.pdf"): Part => ({ name: "file", content, filename })
  const wrong: [name: string, sent: ReturnType<typeof multipart>, status: number, sentence: RegExp][] = [
    ["a byte too large", form({ file: pdf({ sizeBytes: 10 * 1024 * 1024 }) }), 303, /10 MB|๑๐ MB|ใหญ่เกิน/],
    ["far too large", form({ file: Buffer.alloc(11 * 1024 * 1024, " ") }), 413, /10 MB|๑๐ MB|ใหญ่เกิน/],
    ["a picture", form({ file: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex") }), 303, /PDF/],
    [
      "a web page",
      form({ file: Buffer.from("<!doctype html><script>alert(1)</script>%PDF-1.7 %%EOF") }),
      303,
      /PDF/,
    ],
    ["half a PDF", form({ file: sound.subarray(0, sound.length / 2) }), 303, /PDF/],
    [
      "a PDF with a script",
      form({ file: pdf({ catalogue: "/OpenAction << /S /JavaScript >>" }) }),
      303,
      /PDF/,
    ],
    ["no file", form({ file: undefined }), 303, /เลือกไฟล์ PDF/],
    ["an empty file", form({ file: "" }), 303, /เลือกไฟล์ PDF/],
    [
      "text for the file",
      form({ file: undefined }, [{ name: "file", content: "%PDF-1.7" }]),
      303,
      /เลือกไฟล์ PDF/,
    ],
    ["two files", form({}, [file(pdf({ text: "another" }))]), 303, /ไฟล์เดียว/],
    ["nothing", multipart([]), 303, /./],
  ]
  for (const [name, sent, status, sentence] of wrong) {
    const answer = await post(officer, sent)
    expect(answer.status, name).toBe(status)
    expect(await refusal(officer, answer), name).toMatch(sentence)
  }
  expect(await kept(demo)).toEqual(before)
})

test("so is one with a nasty value in any field or for the file's name", async ({ demo }) => {
  const officer = demo.browser()
  await demo.signIn(officer, "dla.officer")
  const before = await kept(demo)
  for (const { name, value } of nastyValues) {
    const bytes = bytesOf(value)
    // A note may hold what looks like SQL or HTML, so there it is the stale version that refuses.
    for (const changed of [
      { slug: bytes },
      { expectedVersion: bytes },
      { note: bytes, expectedVersion: "0" },
    ]) {
      const answer = await post(officer, form(changed))
      expect([303, 400], `${Object.keys(changed)[0]}: ${name}`).toContain(answer.status)
      expect((await refusal(officer, answer)).length, `${Object.keys(changed)[0]}: ${name}`).toBeGreaterThan(
        20,
      )
    }
    const filename = value.replace(/"/g, "%22")
    const named = { name: "file", content: "no PDF", filename, type: value.slice(0, 100) }
    const answer = await post(officer, form({ file: undefined }, [named]))
    expect([303, 400], `file's name: ${name}`).toContain(answer.status)
  }
  const pages = officer.seen.filter(({ answer }) => answer.status === 200)
  for (const { path, answer } of pages)
    expect(answer.text, path).not.toMatch(/<script>alert\(1\)|onerror=zq9typed>/)
  expect(officer.seen.filter(({ answer }) => answer.status >= 500)).toEqual([])
  expect(await kept(demo)).toEqual(before)
})

/** Sends the beginning of an upload and hangs up. @returns once the server has noticed */
function cutOff(
  demo: OwnDemo,
  cookie: string,
  { body, headers }: ReturnType<typeof multipart>,
): Promise<void> {
  const { hostname, port } = new URL(demo.product.origin)
  const head = [`POST ${upload} HTTP/1.1`, `host: ${hostname}:${port}`, `cookie: ${cookie}`]
  const more = [`content-type: ${headers["content-type"]}`, `content-length: ${body.length}`, "", ""]
  return new Promise((done) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write([...head, ...more].join("\r\n"))
      socket.write(body.subarray(0, body.length / 2), () => setTimeout(() => socket.destroy(), 100))
    })
    socket.on("error", () => {})
    socket.on("close", () => done())
  })
}

test("an upload that breaks off keeps nothing; the whole one is published once", async ({ demo }) => {
  const officer = demo.browser()
  await demo.signIn(officer, "dla.officer")
  const [before] = await kept(demo)
  const whole = form()
  await cutOff(demo, officer.cookie, whole)
  const unended = multipart(
    [
      { name: "slug", content: "sso-admin" },
      { name: "file", content: sound },
    ],
    { end: false },
  )
  for (const sent of [unended, { ...whole, body: whole.body.subarray(0, whole.body.length / 2) }]) {
    const answer = await post(officer, sent)
    expect(answer.status).toBe(400)
    expect(await refusal(officer, answer)).toMatch(/อ่านข้อมูลที่ส่งมาไม่ได้/)
  }
  expect((await kept(demo))[0]).toEqual(before)
  const answers = await Promise.all([post(officer, whole), post(officer, whole)])
  const ways = answers.map(({ headers }) => headers.location).toSorted()
  expect(ways).toEqual([
    "/admin/manuals?published=sso-admin",
    "/admin/manuals?refused=manuals.stale&manual=sso-admin",
  ])
  const { files, versions, events } = before as { files: number; versions: number; events: number }
  expect((await kept(demo))[0]).toEqual({ files: files + 1, versions: versions + 1, events: events + 1 })
  expect((await officer.get("/m/sso-admin/v/2")).status).toBe(200)
})
