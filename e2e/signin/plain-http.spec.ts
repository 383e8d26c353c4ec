import { expect, test } from "@playwright/test"
import { cast, isWelcome, persona } from "../support/cast"
import { codesSeen, nextCode } from "../support/mailbox"
import { leadsTo, post, signInByHttp } from "../support/sign-in"

test("each member of the cast signs in by plain HTTP and reaches the portal", async ({
  playwright,
  baseURL,
}) => {
  const options = baseURL ? { baseURL } : {}
  const visitor = await playwright.request.newContext(options)
  for (const card of (await cast(visitor)).filter(isWelcome)) {
    const request = await playwright.request.newContext(options)
    expect(leadsTo(await signInByHttp(request, card)), card.username).toBe("/portal")
    const portal = await request.get("/portal", { maxRedirects: 0 })
    expect(portal.status(), card.username).toBe(200)
    expect(portal.headers()["cache-control"]).toContain("no-store")
    await request.dispose()
  }
})

test("a member also signs in by the 13-digit number, with dashes and in Thai digits", async ({ request }) => {
  const card = await persona(request, "somchai.s")
  const thai = card.nationalId.replace(/\d/g, (d) => "๐๑๒๓๔๕๖๗๘๙"[Number(d)] ?? d)
  const username = thai.replace(/^(.)(.{4})(.{5})(.{2})(.)$/, "$1-$2-$3-$4-$5")
  expect(leadsTo(await signInByHttp(request, { ...card, username }))).toBe("/portal")
})

test("the portal leads who is not signed in to the door and back", async ({ request }) => {
  const answer = await request.get("/account", { maxRedirects: 0 })
  expect(answer.status()).toBe(307)
  expect(answer.headers().location).toContain("/login?returnTo=%2Faccount")
})

test("those whom the door refuses are refused with the words for a wrong password", async ({ request }) => {
  for (const card of (await cast(request)).filter((one) => one.expects === "refused")) {
    const answer = await post(request, "/api/login/password", {
      username: card.username,
      password: "ไม่มีใครรู้รหัสนี้เลย",
    })
    expect(leadsTo(answer), card.username).toBe("/login?refused=signin.wrong")
  }
})

test("a wrong password leads back to the door, which says so and echoes nothing", async ({ request }) => {
  const typed = { username: "kanda.d", password: "รหัสผ่านที่ผิดแน่นอน<b>" }
  const answer = await post(request, "/api/login/password", typed)
  expect(leadsTo(answer)).toBe("/login?refused=signin.wrong")
  const page = await (await request.get("/login?refused=signin.wrong")).text()
  expect(page).toContain("รหัสผู้ใช้งานหรือรหัสผ่านไม่ถูกต้อง")
  expect(page).not.toContain("kanda.d")
  expect(page).not.toContain("ที่ผิดแน่นอน")
})

test("a wrong code costs a guess, and after five the sixth is refused with the page that says why", async ({
  request,
}) => {
  const card = await persona(request, "wilai.e")
  const seen = await codesSeen(request, card.email)
  await post(request, "/api/login/password", { username: card.username, password: card.password })
  const right = await nextCode(request, card.email, seen)
  const wrong = right === "000000" ? "111111" : "000000"
  for (let guess = 1; guess <= 4; guess++) {
    expect(leadsTo(await post(request, "/api/login/otp", { code: wrong })), `guess ${guess}`).toBe(
      "/login/otp?refused=otp.wrong",
    )
  }
  const page = await (await request.get("/login/otp?refused=otp.wrong")).text()
  expect(page).toContain("เหลืออีก ๑ ครั้ง")
  expect(leadsTo(await post(request, "/api/login/otp", { code: wrong }))).toBe(
    "/login?refused=otp.guesses-used",
  )
  expect(leadsTo(await post(request, "/api/login/otp", { code: right }))).toBe(
    "/login?refused=otp.guesses-used",
  )
  expect(await (await request.get("/login?refused=otp.guesses-used")).text()).toContain(
    "กรอกรหัส OTP ผิดครบ ๕ ครั้ง",
  )
})

test("a code works once, and only in the sign-in it was mailed for", async ({
  request,
  playwright,
  baseURL,
}) => {
  const card = await persona(request, "prasit.p")
  const other = await playwright.request.newContext(baseURL ? { baseURL } : {})
  const seen = await codesSeen(request, card.email)
  await post(request, "/api/login/password", { username: card.username, password: card.password })
  const code = await nextCode(request, card.email, seen)
  await post(other, "/api/login/password", { username: card.username, password: card.password })
  await nextCode(request, card.email, seen + 1)
  expect(leadsTo(await post(other, "/api/login/otp", { code }))).toBe("/login/otp?refused=otp.wrong")
  const flow = (await request.storageState()).cookies.filter((cookie) => cookie.name.endsWith("flow"))
  expect(leadsTo(await post(request, "/api/login/otp", { code }))).toBe("/portal")
  const replay = await playwright.request.newContext({
    ...(baseURL ? { baseURL } : {}),
    storageState: { cookies: flow, origins: [] },
  })
  expect(leadsTo(await post(replay, "/api/login/otp", { code }))).toBe("/login?refused=signin.flow-gone")
})

test("signing out ends the session for the cookie that is replayed, also at next-auth's own endpoint", async ({
  request,
  playwright,
  baseURL,
}) => {
  const card = await persona(request, "malee.n")
  await signInByHttp(request, card)
  expect(await (await request.get("/api/auth/session")).json()).toMatchObject({
    user: { name: "มาลี ยังไม่มีสิทธิ์" },
  })
  const stolen = await playwright.request.newContext({
    ...(baseURL ? { baseURL } : {}),
    storageState: await request.storageState(),
  })
  expect(leadsTo(await post(request, "/api/logout", {}))).toBe("/login?signed-out=1")
  expect((await stolen.get("/portal", { maxRedirects: 0 })).status()).toBe(307)
  expect(await (await stolen.get("/api/auth/session")).json()).toEqual({})
})
