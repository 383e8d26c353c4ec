import { createHash, randomBytes } from "node:crypto"
import { type APIRequestContext, expect, request, test } from "@playwright/test"
import postgres from "postgres"
import { freePort } from "../../bin/port.mjs"
import { persona } from "../support/cast"
import { leadsTo, signInByHttp } from "../support/sign-in"
import { FrontDoor } from "./front-door"
import { dropHome, makeHome, ownerUrl } from "./own-home"
import { OwnProduct } from "./own-product"
import { OwnProvider } from "./own-provider"

// Two portals and one process of the provider behind one origin, on one database; no request comes to whom the one before came.
test.describe.configure({ mode: "serial" })

let home = ""
let door: FrontDoor
const portals: OwnProduct[] = []
let provider: OwnProvider
let owner: postgres.Sql
const client = { id: "two-portals", secret: randomBytes(32).toString("base64url") }
const callback = "https://rp.example/cb"

test.beforeAll(async () => {
  test.setTimeout(400_000)
  home = makeHome()
  door = new FrontDoor(await freePort())
  await door.open()
  const settings = { ORIGIN: door.origin, TRUST_PROXY: "1" }
  for (let nth = 0; nth < 2; nth += 1) {
    const portal = await OwnProduct.start(home, settings)
    portals.push(portal)
    await portal.says(/\bready\n[\s\S]*\n {2}The portal/, 300)
  }
  door.portals = portals.map(({ origin }) => origin)
  provider = new OwnProvider(home, door.origin, await freePort())
  await provider.start()
  door.provider = provider.origin
  owner = postgres(ownerUrl(home), { max: 2, onnotice: () => {} })
  await owner`update systems set state = 'open' where code = 'INFO'`
  await owner`insert into oidc_clients (id, system_code, name, auth_method, redirect_uris, scopes, created_at)
    values (${client.id}, 'INFO', 'two portals', 'client_secret_basic', ${[callback]},
      ${["openid", "profile", "unit", "roles", "offline_access"]}, now())`
  await owner`insert into oidc_client_secrets (client_id, secret_hash, created_at)
    values (${client.id}, ${createHash("sha256").update(client.secret).digest()}, now())`
})
test.afterAll(async () => {
  await owner?.end()
  await provider?.end("SIGKILL")
  for (const portal of portals) await portal.stop()
  for (const portal of portals) portal.killLeftovers()
  await door?.close()
  dropHome(home)
})

type Visit = APIRequestContext

const visitor = () => request.newContext({ baseURL: door.origin })

/** Sends the browser to the provider, and follows until it is back at the system. @returns the query it brings along */
async function sent(
  visit: Visit,
  verifier: string,
  more: Record<string, string> = {},
): Promise<URLSearchParams> {
  const query = new URLSearchParams({
    client_id: client.id,
    response_type: "code",
    redirect_uri: callback,
    scope: "openid profile unit roles offline_access",
    prompt: "consent",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...more,
  })
  let path = `/oidc/auth?${query}`
  for (let steps = 0; steps < 8; steps += 1) {
    const answer = await visit.get(path, { maxRedirects: 0 })
    const { location = "", refresh = "" } = answer.headers()
    const next = location || refresh.replace(/^0;url=/, "")
    if (next.startsWith(callback)) return new URL(next).searchParams
    if (!next) throw new Error(`${path.split("?")[0]} answered ${answer.status()}`)
    path = next.replace(door.origin, "")
  }
  throw new Error("the way to the system has no end")
}

/** The token endpoint, asked by the system. */
async function token(form: Record<string, string>) {
  const authorization = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString("base64")}`
  const answer = await fetch(`${door.origin}/oidc/token`, {
    method: "POST",
    headers: { authorization },
    body: new URLSearchParams(form),
  })
  const body = answer.status === 502 ? {} : ((await answer.json()) as Record<string, string>)
  return { status: answer.status, body }
}

async function signedIn(visit: Visit, more: Record<string, string> = {}) {
  const verifier = randomBytes(32).toString("base64url")
  const code = (await sent(visit, verifier, more)).get("code")
  if (!code) throw new Error("no code came back")
  const form = { grant_type: "authorization_code", code, redirect_uri: callback, code_verifier: verifier }
  return { code, ...(await token(form)) }
}

const facts = async (access = "") => {
  const headers = { authorization: `Bearer ${access}` }
  const answer = await fetch(`${door.origin}/oidc/me`, { headers })
  return { status: answer.status, body: answer.ok ? await answer.json() : {} }
}
test("a sign-in begun at one portal goes by the provider's process and the other portal to the system", async () => {
  const visit = await visitor()
  expect(leadsTo(await signInByHttp(visit, await persona(visit, "kanda.d")))).toBe("/portal")
  door.passed.length = 0
  const { status, body } = await signedIn(visit)
  expect(status).toBe(200)
  const seen = await facts(body.access_token)
  expect(seen.body).toMatchObject({ roles: ["viewer"] })
  const by = (path: RegExp) => new Set(door.passed.filter((one) => path.test(one.path)).map((one) => one.by))
  expect(by(/^\/oidc/)).toEqual(new Set([provider.origin]))
  expect(by(/^\/continue/).size).toBe(1)
  const again = await token({ grant_type: "refresh_token", refresh_token: body.refresh_token ?? "" })
  expect(again.status).toBe(200)
  // somebody else, whose every second request comes to the other portal
  expect(new Set(door.portals).size).toBe(2)
  const other = await visitor()
  expect(leadsTo(await signInByHttp(other, await persona(other, "dla.officer")))).toBe("/portal")
  if (by(/^\/continue/).has(door.next)) await other.get("/help")
  expect((await signedIn(other)).status).toBe(200)
  expect(by(/^\/continue/).size).toBe(2)
})
