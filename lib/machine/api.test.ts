import { Validator } from "@seriousme/openapi-schema-validator"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { bothScopes as both, machineSteps } from "@/db/testing/machine-steps"
import { OidcStage } from "@/db/testing/oidc-stage"
import { rightsSteps } from "@/db/testing/rights-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { look } from "@/lib/kernel/execute"
import { describeApi } from "./describe-api"
import { listChanges } from "./list-changes"
import { operations } from "./operations"
import { requestsAMinute } from "./rules"

const test = useTestDatabase()
const stage = new OidcStage(test)
const { admin, system, does } = rightsSteps(test)
const steps = machineSteps(test, stage)
const { tokenOf } = steps

let roles: Awaited<ReturnType<typeof system>>
let client: { id: string; secret: string }
let token: string
let head: AccountActor
let close: () => Promise<void>

beforeAll(async () => {
  close = await steps.open()
  roles = await system()
  client = await stage.client(roles.code, { machineScopes: both })
  token = await tokenOf(client)
  head = await admin("06360207")
  const { owner } = test()
  await owner`insert into provinces (code, name_th, name_en, region_th, region_en)
    select code, code, code, '', '' from unnest(array['36', '40']) code`
  await owner`insert into districts (code, name_th, name_en, kind, province_code)
    values ('3602', '3602', '3602', 'amphoe', '36')`
  await owner`update units set province_code = substr(code, 3, 2) where length(code) = 8`
  await owner`update units set district_code = '3602' where code in ('06360207', '05360204')`
})
afterAll(() => close())

const get = (
  name: Parameters<typeof steps.get>[0],
  query = "",
  asked: Partial<Parameters<typeof steps.get>[2]> = {},
) => steps.get(name, query, { bearer: token, ...asked })

type Unit = { code: string; kind: string; mergedIntoCode: string | null }

describe("the directory", () => {
  it("tells units page by page, filtered, each once", async () => {
    const seen: string[] = []
    let next: unknown = "0"
    while (typeof next === "string") {
      const { body } = await get("units", `?limit=3&after=${next}`)
      seen.push(...(body.units as Unit[]).map(({ code }) => code))
      next = body.next
    }
    const all = (await test().owner`select code from units order by node`).map(({ code }) => String(code))
    expect(seen).toEqual(all)
    const some = async (query: string) =>
      ((await get("units", query)).body.units as Unit[]).map(({ code }) => code).toSorted()
    expect(await some("?district=3602&kind=sao")).toEqual(["06360207"])
    expect(await some("?province=40")).toEqual(["06400101"])
  })

  it("answers a former code with the unit of today, and tells changed units, those taken up too", async () => {
    const owner = test().owner
    await owner`insert into unit_codes (unit_id, code, valid_from, valid_until)
      select id, '06360204', '2020-01-01', '2024-01-01' from units where code = '05360204'`
    const former = await get("unit", "", { inPath: { code: "06360204" } })
    expect(former.body).toMatchObject({ code: "05360204", parentCode: "3602", provinceCode: "36" })
    expect((await get("unit", "", { inPath: { code: "99999999" } })).status).toBe(404)
    const since = `?changedSince=${encodeURIComponent(new Date(Date.now() + 1).toISOString())}`
    expect((await get("units", since)).body.units).toEqual([])
    await new Promise((done) => setTimeout(done, 5))
    await owner`update units set email = 'x@unit.example' where code = '06400101'`
    expect((await get("units", since)).body.units).toEqual([])
    await owner`update units set merged_into_id = (select id from units where code = '05360204'),
      code = code || ' 2026-11-01 9' where code = '06400101'`
    const changed = (await get("units", since)).body.units as Unit[]
    expect(changed).toMatchObject([{ code: "06400101", mergedIntoCode: "05360204" }])
    expect(((await get("units")).body.units as Unit[]).some(({ code }) => code === "06400101")).toBe(false)
  })

  it("shows of SSO Admins what the public sees, and nothing more", async () => {
    const { body } = await get("admins", "?unit=06360207")
    expect(body.unit).toBe("06360207")
    expect((body.admins as object[]).length).toBeGreaterThan(0)
    for (const one of body.admins as object[])
      expect(Object.keys(one).toSorted()).toEqual(["name", "officeTelephone", "post"])
  })

  it("need not be sent again while it is the same", async () => {
    const { headers } = await get("units", "?province=36")
    const etag = headers.get("etag") ?? ""
    const again = await get("units", "?province=36", { headers: { "if-none-match": etag } })
    expect([again.status, again.headers.get("etag")]).toEqual([304, etag])
    expect((await get("units", "?province=40", { headers: { "if-none-match": etag } })).status).toBe(200)
    expect((await get("changes")).headers.get("cache-control")).toBe("no-store")
  })
})

type Change = { id: string; type: string; sub: string; roles: string[] }

describe("the feed", () => {
  it("names persons as the system knows them, tells nothing of other systems, and no number", async () => {
    const one = await admin("06360207")
    const elsewhere = await system()
    const agency = await stage.client(roles.code, { machineScopes: both, sector: "agency.example" })
    const stranger = await stage.client(elsewhere.code, { machineScopes: both })
    const from = (await get("changes", "?limit=500")).body.next
    await does(head, "grant", one, roles.recorder)
    const read = async (bearer: string) =>
      (await get("changes", `?after=${from}`, { bearer })).body.changes as Change[]
    const own = await read(token)
    expect(own).toMatchObject([{ type: "grant-granted", sub: one.accountId, roles: ["recorder"] }])
    const [theirs] = await read(await tokenOf(agency))
    expect(theirs?.sub).toMatch(/^[\w-]{43}$/)
    expect(theirs).toMatchObject({ id: own[0]?.id, type: "grant-granted" })
    expect(await read(await tokenOf(stranger))).toEqual([])
  })

  it("goes on from its cursor, and says so where that is too old", async () => {
    const one = await admin("06360207")
    const from = (await get("changes", "?limit=500")).body.next
    await does(head, "grant", one, roles.recorder)
    await does(head, "grant", one, roles.viewer)
    const first = (await get("changes", `?after=${from}&limit=1`)).body
    expect(first).toMatchObject({ hasMore: true })
    const second = (await get("changes", `?after=${first.next}&limit=1`)).body
    expect(second).toMatchObject({ hasMore: false })
    const told = [first, second].flatMap(({ changes }) =>
      (changes as Change[]).map(({ roles: keys }) => keys),
    )
    expect(told).toEqual([["recorder"], ["viewer"]])
    await test().owner`delete from system_changes where position <= ${Number(from)}`
    expect((await get("changes", `?after=${Number(from) - 1}`)).status).toBe(410)
    const actor = {
      kind: "client",
      clientId: client.id,
      systemCode: roles.code,
      sector: null,
      scopes: both,
    } as const
    const context = { db: test().db, actor, now: stage.now, requestId: "test" }
    expect(await look(listChanges, context, { after: String(Number(from) - 1) })).toEqual({
      ok: false,
      refusal: { code: "machine.cursor-too-old" },
    })
    expect((await get("changes", `?after=${from}`)).status).toBe(200)
    expect((await get("changes")).status).toBe(200)
  })
})

describe("requests", () => {
  it("with a wrong or unknown or repeated parameter are refused by its name alone", async () => {
    for (const [name, query, field] of [
      ["units", "?limit=0", "limit"],
      ["units", "?limit=5000", "limit"],
      ["units", "?kind=castle", "kind"],
      ["units", "?changedSince=yesterday", "changedSince"],
      ["changes", "?after=%27%3B--", "after"],
      ["admins", "?unit=1234567890121", "unit"],
    ] as const) {
      const { status, body } = await get(name, query)
      expect([status, body.fields], query).toEqual([400, { [field]: "malformed" }])
      expect(JSON.stringify(body)).not.toContain("1234567890121")
    }
    expect((await get("units", "?changedsince=2026-01-01T00:00:00Z")).status).toBe(400)
    expect((await get("units", "?limit=1&limit=2")).status).toBe(400)
    expect((await get("unit", "?code=06360207", { inPath: { code: "06360207" } })).status).toBe(400)
  })

  it("are answered so often in a minute, for each client by itself", async () => {
    const busy = await stage.client(roles.code, { machineScopes: both })
    const bearer = await tokenOf(busy)
    await get("changes", "?limit=1", { bearer })
    await test()
      .owner`update rate_limits set count = ${requestsAMinute} where scope = 'machine-api' and count = 1`
    const refused = await get("changes", "?limit=1", { bearer })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0)
    expect((await get("changes", "?limit=1")).status).toBe(200)
  })
})

describe("the description", () => {
  it("is OpenAPI 3.1 to a foreign validator, which has judged an answer of each kind", async () => {
    const published = JSON.parse(JSON.stringify(describeApi()))
    expect(await new Validator().validate(published)).toMatchObject({ valid: true })
    delete published.info.version
    expect(await new Validator().validate(published)).toMatchObject({ valid: false })
    for (const name of Object.keys(operations) as (keyof typeof operations)[]) {
      const inPath = name === "unit" ? { code: "06360207" } : {}
      await get(name, name === "admins" ? "?unit=06360207" : "", { inPath })
      await get(name, name === "admins" ? "?unit=06360207" : "", { inPath, bearer: "" })
      await get(name, "?unheard=of", { inPath })
      expect([200, 400, 401].filter((status) => !steps.judged.has(`${name} ${status}`))).toEqual([])
    }
  })

  it("names every route that there is, what each takes and every scope", () => {
    const api = describeApi() as { openapi: string; paths: Record<string, { get: { parameters: object[] } }> }
    expect(api.openapi).toBe("3.1.0")
    expect(Object.keys(api.paths).toSorted()).toEqual([
      "/admins",
      "/changes",
      "/grants",
      "/units",
      "/units/{code}",
    ])
    expect(api.paths["/units/{code}"]?.get.parameters).toMatchObject([
      { name: "code", in: "path", required: true },
    ])
    expect(api.paths["/units"]?.get.parameters).toHaveLength(6)
    expect(JSON.stringify(api)).toContain(`${stage.origin}/oidc/token`)
  })
})
