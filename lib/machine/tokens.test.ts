import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { bothScopes as both, machineSteps } from "@/db/testing/machine-steps"
import { OidcStage } from "@/db/testing/oidc-stage"
import { rightsSteps } from "@/db/testing/rights-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { env } from "@/lib/env"

const test = useTestDatabase()
const stage = new OidcStage(test)
const { system } = rightsSteps(test)
const steps = machineSteps(test, stage)
const { ask, tokenOf } = steps

let roles: Awaited<ReturnType<typeof system>>
let client: { id: string; secret: string }
let token: string
let close: () => Promise<void>

beforeAll(async () => {
  close = await steps.open()
  roles = await system()
  client = await stage.client(roles.code, { machineScopes: both })
  token = await tokenOf(client)
})
afterAll(() => close())

const get = (
  name: Parameters<typeof steps.get>[0],
  query = "",
  asked: Partial<Parameters<typeof steps.get>[2]> = {},
) => steps.get(name, query, { bearer: token, ...asked })

describe("tokens for programs", () => {
  it("are given to clients that may, for the scopes that they may, by their secret", async () => {
    expect(await ask(client)).toMatchObject({ token_type: "Bearer", scope: "directory.read changes.read" })
    const narrow = await stage.client(roles.code, { machineScopes: ["directory.read"] })
    expect(await ask(narrow)).toMatchObject({ scope: "directory.read" })
    expect(await ask(await stage.client(roles.code))).toMatchObject({ error: "invalid_request" })
    expect(await ask({ ...client, secret: "wrong" })).toMatchObject({ error: "invalid_client" })
    expect(await ask(client, { resource: "https://elsewhere.example/" })).toMatchObject({
      error: "invalid_target",
    })
    expect(await ask(client, { resource: `${stage.origin}/api/v1` })).toMatchObject({ token_type: "Bearer" })
  })

  it("are not kept, and open no person's facts", async () => {
    const rows = await test()
      .owner`select p::text as row from oidc_payloads p where model = 'ClientCredentials'`
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map(({ row }) => row).join("\n")).not.toContain(token)
    const me = await fetch(`${stage.origin}/oidc/me`, { headers: { authorization: `Bearer ${token}` } })
    expect(me.status).toBe(401)
  })

  it("are refused where none is, where it is unknown, over, a person's, or its client is closed", async () => {
    const none = await get("units", "", { bearer: "" })
    expect([none.status, none.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="dla-sso"'])
    const wrong = await get("units", "", { bearer: "x".repeat(43) })
    expect(wrong.headers.get("www-authenticate")).toContain('error="invalid_token"')
    const closing = await stage.client(roles.code, { machineScopes: both })
    const bearer = await tokenOf(closing)
    expect((await get("units", "", { bearer })).status).toBe(200)
    await test().owner`update oidc_clients set closed_at = now() where id = ${closing.id}`
    expect((await get("units", "", { bearer })).status).toBe(401)
    const old = await tokenOf(client)
    stage.now = new Date(stage.now.getTime() + 601_000)
    expect((await get("units", "", { bearer: old })).status).toBe(401)
    token = await tokenOf(client)
    await test().owner`update oidc_payloads set model = 'AccessToken' where model = 'ClientCredentials'
      and payload->>'clientId' = ${closing.id}`
    expect((await get("units", "", { bearer })).status).toBe(401)
    env.ORIGIN = "https://elsewhere.example"
    expect((await get("units")).status).toBe(401)
    env.ORIGIN = stage.origin
  })

  it("lose at once what the console takes from their client, and give a sandbox nothing", async () => {
    const narrow = await tokenOf(client, { scope: "directory.read" })
    const refused = await get("changes", "", { bearer: narrow })
    expect(refused.status).toBe(403)
    expect(refused.headers.get("www-authenticate")).toContain(
      'error="insufficient_scope", scope="changes.read"',
    )
    const losing = await stage.client(roles.code, { machineScopes: both })
    const bearer = await tokenOf(losing)
    expect((await get("changes", "", { bearer })).status).toBe(200)
    await test().owner`update oidc_clients set machine_scopes = '{}' where id = ${losing.id}`
    expect((await get("changes", "", { bearer })).status).toBe(403)
    const sandbox = await stage.client(roles.code, { machineScopes: both, isSandbox: true })
    expect(await tokenOf(sandbox)).toBe("")
    const other = await stage.client(roles.code, { machineScopes: both })
    const turned = await tokenOf(other)
    await test().owner`update oidc_clients set is_sandbox = true where id = ${other.id}`
    expect((await get("units", "", { bearer: turned })).status).toBe(401)
  })
})
