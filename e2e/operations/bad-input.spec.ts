import { expect, test } from "@playwright/test"
import { appRoutes } from "../support/app-routes"
import { persona } from "../support/cast"
import { marker, nastyValues } from "../support/nasty-values"
import { formBody, type RawAnswer, rawHttp, rawPost } from "../support/raw-http"
import type { RouteLine } from "../support/route-line"
import { routeTable } from "../support/route-table"
import { signInByHttp } from "../support/sign-in"

// every value in every field of every route: the time grows with the routes
test.setTimeout(600_000)

const lines = Object.values(routeTable)
const posts = lines.filter((line) => line.form !== undefined)
let base = ""
let cookie = ""
let thaid = ""

test.beforeAll(async ({ playwright, baseURL }) => {
  base = baseURL ?? ""
  const request = await playwright.request.newContext({ baseURL: base })
  await signInByHttp(request, await persona(request, "dla.officer"))
  const { cookies } = await request.storageState()
  cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ")
  await request.dispose()
  const asked = await rawPost(base, "/api/login/thaid", formBody({ returnTo: "/portal" }))
  thaid = new URL(asked.headers.location ?? "").origin
})

test("every route has its line in the table, with the names of its query", () => {
  const routes = appRoutes()
  expect(Object.keys(routeTable).toSorted()).toEqual(routes.map((route) => route.pattern).toSorted())
  for (const { pattern, methods, query } of routes) {
    expect(routeTable[pattern]?.query ?? [], pattern).toEqual(expect.arrayContaining([...query]))
    expect(routeTable[pattern]?.form !== undefined, pattern).toBe(methods.includes("POST"))
  }
})

/** What is wrong with an answer; nothing when it is a page, a way on, or a refusal that says something. */
function fault(answer: RawAnswer): string | undefined {
  const { status, headers, text } = answer
  if (status >= 500) return `answers ${status}`
  if (headers["x-planted"] !== undefined) return "lets a header be planted"
  if (text.includes("<script>alert(1)") || text.includes(`onerror=${marker}>`)) return "runs what was typed"
  if (status >= 300 && status < 400) {
    const to = headers.location ?? ""
    const isOurs = /^\/(?![/\\])/.test(to) || to.startsWith(base)
    // The one way out: to ThaiID's own page, with nothing in its address that was typed here.
    const isThaid = to.startsWith(`${thaid}/api/v2/oauth2/auth/?`) && !to.includes(marker)
    return isOurs || isThaid ? undefined : `leads to ${to}`
  }
  return status >= 400 && text.trim().length < 20 ? `answers ${status} without a sentence` : undefined
}

async function faults(asked: readonly { name: string; ask: () => Promise<RawAnswer> }[]): Promise<string[]> {
  const found: string[] = []
  for (const { name, ask } of asked) {
    const wrong = await ask().then(fault, (error: unknown) => String(error))
    if (wrong) found.push(`${name}: ${wrong}`)
  }
  return found
}

function addresses(line: RouteLine): { name: string; path: string }[] {
  const path = line.at.split("?")[0] ?? "/"
  const names = [...(line.query ?? []), "lang"]
  return nastyValues.flatMap(({ name, value }) => [
    ...names.map((query) => ({ name: `${path}?${query}= ${name}`, path: `${path}?${query}=${value}` })),
    {
      name: `${path} each twice, ${name}`,
      path: `${path}?${names.map((n) => `${n}=1&${n}=${value.slice(0, 300)}`).join("&")}`,
    },
    ...(line.typed?.(value) ?? []).map((typed) => ({
      name: `${line.at}, in the path: ${name}`,
      path: typed,
    })),
  ])
}

test("bad values in every address are answered with a page or a clear refusal", async () => {
  for (const line of lines.filter((one) => one.form === undefined)) {
    // JSON for the demonstration's tools and for next-auth's client needs no sentence when there is nothing.
    const isForPeople = !/^\/(?:dev|api)\//.test(line.at)
    const headers = line.isSignedIn ? { cookie } : {}
    const asked = addresses(line).map(({ name, path }) => ({
      name,
      ask: () => rawHttp(base, path, { headers }),
    }))
    const found = await faults(asked)
    expect
      .soft(
        found.filter((one) => isForPeople || !one.endsWith("without a sentence")),
        line.at,
      )
      .toEqual([])
  }
})

test("bad values in every field of every form are refused", async () => {
  for (const { at, form = {}, isSignedIn } of posts) {
    const headers = isSignedIn ? { cookie } : {}
    const asked = Object.keys(form).flatMap((field) =>
      nastyValues.map(({ name, value }) => ({
        name: `${at} ${field}: ${name}`,
        ask: () => rawPost(base, at, formBody({ ...form, [field]: value }), headers),
      })),
    )
    expect.soft(await faults(asked), at).toEqual([])
  }
})

test("forms of a wrong make are refused, each with a sentence", async () => {
  for (const { at, form = {}, isSignedIn, isUpload, isDownload } of posts) {
    const headers: Record<string, string> = isSignedIn ? { cookie } : {}
    const send = (body: string, more: Record<string, string> = {}) =>
      rawPost(base, at, body, { ...headers, ...more })
    const right = formBody(form)
    const status = async (name: string, answer: Promise<RawAnswer>, wanted: readonly number[]) => {
      const got = await answer
      expect.soft([...wanted, "wanted"], `${at} ${name}`).toContain(got.status)
      expect.soft(fault(got), `${at} ${name}`).toBeUndefined()
    }
    await status("JSON", send(JSON.stringify(form), { "content-type": "application/json" }), [415])
    await status("no type", send(right, { "content-type": "" }), [415])
    await status("plain text", send(right, { "content-type": "text/plain" }), [415])
    await status(
      "no boundary",
      send(right, { "content-type": "multipart/form-data" }),
      isUpload ? [400] : [415],
    )
    if (isUpload) continue
    // what a script asks is told in the answer where to lead: it cannot see where a 303 goes
    const asked = at.endsWith("/options") ? [200] : at.endsWith("/documents") ? [200, 400] : [303]
    const led = isDownload ? [200, ...asked] : asked
    await status("1 MB", send(`username=${marker}${"a".repeat(1024 * 1024)}`), [413])
    await status("many fields", send(`${right}&${"a=1&".repeat(3000)}`), led)
    const named = Object.keys(form).flatMap((name) => [`${name}[]=1`, `${name}[x]=1`, `__proto__=1`])
    await status("lists", send(named.join("&")), led)
    await status("nothing", send(""), led)
    await status("broken escapes", send("%zz=%&=&&==%FF&a%00=%00"), led)
  }
})

test("bad cookies are no session, no sign-in and no error", async () => {
  const paths = ["/login", "/login/otp", "/login/wait?refused=signin.wait", "/portal", "/api/auth/session"]
  const asked = ["session", "flow", "device", "refusal"].flatMap((cookieName) =>
    nastyValues.flatMap(({ name, value }) => {
      const headers = { cookie: `dla-sso-${cookieName}=${value}` }
      const posted = ["/api/login/otp", "/api/login/otp/resend", "/api/login/password", "/api/logout"]
      return [
        ...paths.map((path) => ({
          name: `${path} ${cookieName}: ${name}`,
          ask: () => rawHttp(base, path, { headers }),
        })),
        ...posted.map((path) => ({
          name: `${path} ${cookieName}: ${name}`,
          ask: () => rawPost(base, path, formBody({ username: "", password: "", code: "12" }), headers),
        })),
      ]
    }),
  )
  expect(await faults(asked)).toEqual([])
})

test("nothing typed at the front door comes back: no page, address or cookie holds it", async () => {
  const found: string[] = []
  for (const { name, value } of nastyValues.filter((one) => one.value.includes(marker))) {
    const body = formBody({ username: value, password: value, code: value, shared: value })
    for (const path of ["/api/login/password", "/api/login/otp"]) {
      const answer = await rawPost(base, path, body)
      const sent = (answer.headers["set-cookie"] ?? []).map((line) => line.split(";")[0] ?? "")
      const back = sent.join("; ")
      const page = answer.headers.location
        ? await rawHttp(base, answer.headers.location, { headers: { cookie: back } })
        : answer
      const facts = Buffer.from(back.split("refusal=")[1] ?? "", "base64url").toString("utf8")
      if ([answer.headers.location, back, facts, page.text].join(" ").includes(marker))
        found.push(`${path}: ${name}`)
    }
  }
  expect(found).toEqual([])
})
