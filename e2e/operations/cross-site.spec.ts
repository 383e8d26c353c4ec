import { expect } from "@playwright/test"
import type { RawBrowser } from "../support/raw-browser"
import { formBody } from "../support/raw-http"
import type { RouteLine } from "../support/route-line"
import { routeTable } from "../support/route-table"
import { test } from "./own-demo"

test.describe.configure({ mode: "serial" })
test.setTimeout(120_000)

const posts = Object.values(routeTable).filter((line) => line.form !== undefined)

const foreign: Readonly<Record<string, Record<string, string>>> = {
  "the origin of another site": { origin: "https://elsewhere.example" },
  "an origin that is kept secret": { origin: "null" },
  "an origin that only looks alike": { origin: "http://127.0.0.1.elsewhere.example" },
  "the right host by another port": { origin: "http://127.0.0.1:1" },
  "the right host by another scheme": { origin: "https://127.0.0.1" },
  "no origin, from another site": { "sec-fetch-site": "cross-site" },
  "no origin, from a sister site": { "sec-fetch-site": "same-site" },
  "a word that no browser sends": { "sec-fetch-site": "elsewhere" },
}

/** Posts what the form would send, as its page would send it. */
function send(browser: RawBrowser, { at, form = {}, isUpload }: RouteLine, headers: Record<string, string>) {
  if (!isUpload) return browser.send(at, formBody(form), headers)
  const fields = Object.entries(form).map(
    ([name, value]) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}`,
  )
  const body = [...fields, "--b--", ""].join("\r\n")
  return browser.send(at, body, { ...headers, "content-type": "multipart/form-data; boundary=b" })
}

test("no form is taken from another site: 403, and nothing is done or set", async ({ demo }) => {
  const officer = demo.browser()
  await demo.signIn(officer, "dla.officer")
  const [before] =
    await demo.owner`select count(*)::int as events from audit_events where actor_kind <> 'system'`
  const wrong: string[] = []
  for (const line of posts) {
    const { at } = line
    for (const [name, headers] of Object.entries(foreign)) {
      const answer = await send(officer, line, headers)
      const isRefused = answer.status === 403 && answer.headers["set-cookie"] === undefined
      if (!isRefused || !answer.text.includes('role="alert"')) wrong.push(`${at} ${name}: ${answer.status}`)
    }
  }
  expect(wrong).toEqual([])
  const [after] =
    await demo.owner`select count(*)::int as events from audit_events where actor_kind <> 'system'`
  expect(after).toEqual(before)
  expect((await officer.get("/portal")).status, "still signed in").toBe(200)
})

test("every form is taken from the portal's own pages, and from a client that is no browser", async ({
  demo,
}) => {
  const visitor = demo.browser()
  const own: Record<string, string>[] = [
    { origin: demo.product.origin, "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "none" },
    {},
  ]
  for (const line of posts) {
    const { at } = line
    // What a script asks is told in the answer where to lead: it cannot see where a 303 goes.
    const led = /\/(?:options|documents)$/.test(at) ? 200 : 303
    for (const headers of own) {
      const { status } = await send(visitor, line, headers)
      expect(status, `${at} ${JSON.stringify(headers)}`).toBe(led)
    }
  }
})

test("no page takes a post, with whatever Next would take for an action", async ({ demo }) => {
  const pages = Object.values(routeTable).filter((line) => line.form === undefined)
  const action = { "next-action": "0".repeat(42), "content-type": "text/plain;charset=UTF-8" }
  for (const { at } of pages) {
    const answers = [
      await demo.browser().send(at, "[]", action),
      await demo.browser().send(at, "a=1"),
      await send(demo.browser(), { at, form: { $ACTION_ID_x: "1" } }, {}),
      await send(
        demo.browser(),
        { at, form: { $ACTION_REF_1: "", "$ACTION_1:0": '{"id":"x","bound":null}' } },
        {},
      ),
    ]
    for (const { status } of answers) expect([200, 307, 400, 404, 405, 409, 415], at).toContain(status)
  }
})
