import { generateKeyPairSync } from "node:crypto"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { typedClient } from "@/db/testing/client-trials"
import { orderStart, typedDay } from "@/db/testing/order-steps"
import { rightsSteps } from "@/db/testing/rights-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { closeClient, reopenClient } from "./close-client"
import { getClient, getClients } from "./get-clients"
import { makeSandbox } from "./make-sandbox"
import { endSecret, makeSecret } from "./make-secret"
import { changeClient, createClient } from "./save-client"

const test = useTestDatabase()
const { admin, system } = rightsSteps(test)
const no = (code: string) => ({ ok: false, refusal: { code } })
const done = { ok: true }
let keeper: AccountActor
let systemCode = ""
let clientId = ""

const at = (now = orderStart) => ({
  db: test().db,
  actor: { ...keeper, steppedUpAt: now },
  now,
  requestId: "test",
})
const create = (more: object = {}) => execute(createClient, at(), { ...typedClient, systemCode, ...more })
const fieldsOf = async (more: object) => {
  const answer = await create(more)
  return answer.ok ? undefined : answer.refusal.fields
}

async function shown() {
  const found = await look(getClient, at(), { systemCode, clientId })
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value
}
const change = async (more: object = {}) =>
  execute(changeClient, at(), {
    ...typedClient,
    clientId,
    version: (await shown()).client.version,
    ...more,
  })
const secret = (more: object = {}, now = orderStart) =>
  execute(makeSecret, at(now), { clientId, older: "now", endsOn: typedDay("", "", ""), ...more })

beforeAll(async () => {
  keeper = await admin("00", false, ["systems"])
  systemCode = (await system()).code
})
beforeEach(async () => {
  const made = await create()
  if (!made.ok) throw new Error(made.refusal.code)
  clientId = made.value.id
})

describe("a client of a system", () => {
  it("is registered for that system, and changed from the page of now alone", async () => {
    expect((await shown()).client).toMatchObject({
      systemCode,
      isSandbox: false,
      redirectUris: ["https://rp.example/cb"],
      scopes: ["openid", "profile", "roles"],
    })
    expect(await change({ name: "Another" })).toMatchObject(done)
    expect(await change({ version: 1 })).toEqual(no("clients.stale"))
    expect((await shown()).client).toMatchObject({ name: "Another", version: 2 })
    expect(await execute(createClient, at(), { ...typedClient, systemCode: "NONE" })).toEqual(no("not-found"))
  })

  it("is told of in the audit with neither address nor name", async () => {
    await change({ scopes: ["nid"], nidReason: "พระราชบัญญัติเทศบาล" })
    const rows = await test().owner`select action, detail::text from audit_events
      where action in ('clients.create', 'clients.change') and detail ->> 'client' = ${clientId} order by at, seq`
    expect(rows.map(({ action }) => action)).toEqual(["clients.create", "clients.change"])
    expect(rows[1]?.detail).toContain('"nationalId": true')
    expect(JSON.stringify(rows)).not.toContain("rp.example")
  })

  it("asks for a proof of the person within five minutes, at every change", async () => {
    const late = { ...at(), now: new Date(orderStart.getTime() + 301_000) }
    expect(await execute(createClient, late, { ...typedClient, systemCode })).toEqual(
      no("session.step-up-needed"),
    )
    const input = { clientId, older: "now", endsOn: typedDay("", "", "") }
    expect(await execute(makeSecret, late, input)).toEqual(no("session.step-up-needed"))
  })

  it.each([
    ["http://rp.example/cb", "uriHttps"],
    ["http://127.0.0.1.evil.example/cb", "uriHttps"],
    ["https://rp.example/cb#part", "uriFragment"],
    ["https://*.rp.example/cb", "uriWildcard"],
    ["https://user:word@rp.example/cb", "uriCredentials"],
    ["https://RP.example/cb", "uriWrong"],
    ["https://rp.example/a/../cb", "uriWrong"],
    ["javascript:alert(1)", "uriHttps"],
    ["//rp.example/cb", "uriWrong"],
    ["", "redirectMissing"],
    [`https://rp.example/${"a".repeat(300)}`, "uriTooLong"],
    [Array.from({ length: 11 }, (_, n) => `https://rp.example/${n}`).join("\n"), "urisMany"],
  ])("does not return to %s", async (redirectUris, fault) => {
    expect(await fieldsOf({ redirectUris })).toEqual({ redirectUris: fault })
  })

  it("is told the national ID only for a reason, and knows people by one sector for good once used", async () => {
    expect(await fieldsOf({ scopes: ["nid"] })).toEqual({ nidReason: "nidReasonMissing" })
    const hosts = "https://rp.example/cb https://other.example/cb"
    expect(await fieldsOf({ redirectUris: hosts, sector: "opdc.example" })).toEqual({ sector: "sectorHosts" })
    expect(await change({ sector: "OPDC.example" })).toMatchObject(done)
    await test().owner`update oidc_clients set used_at = now() where id = ${clientId}`
    expect(await change({ sector: "" })).toEqual(no("clients.sector-fixed"))
    expect(await change({ sector: "opdc.example", name: "x" })).toMatchObject(done)
  })

  it("is closed and opened again, each once", async () => {
    const turn = async (act: typeof closeClient) =>
      execute(act, at(), { clientId, version: (await shown()).client.version })
    expect(await turn(reopenClient)).toEqual(no("clients.stale"))
    expect(await turn(closeClient)).toMatchObject(done)
    expect(await secret()).toEqual(no("not-found"))
    expect(await execute(reopenClient, at(), { clientId, version: 1 })).toEqual(no("clients.stale"))
    expect(await turn(reopenClient)).toMatchObject(done)
  })

  it("is seen by auditors and officers, who change nothing, and by nobody else", async () => {
    for (const role of ["auditor", "officer"] as const) {
      const actor = await admin("00", false, [role])
      expect(await look(getClients, { ...at(), actor }, { systemCode })).toMatchObject({
        value: { canManage: false },
      })
      const own = { ...at(), actor: { ...actor, steppedUpAt: orderStart } }
      expect(await execute(makeSecret, own, { clientId, older: "now" })).toEqual(no("forbidden"))
    }
    expect(await look(getClient, { ...at(), actor: await admin("36") }, { systemCode, clientId })).toEqual(
      no("not-found"),
    )
  })
})

describe("public keys of a client", () => {
  const rsa = (modulusLength: number) => generateKeyPairSync("rsa", { modulusLength })
  const withKeys = (jwks: unknown) =>
    fieldsOf({ authMethod: "private_key_jwt", jwks: typeof jwks === "string" ? jwks : JSON.stringify(jwks) })

  it("are taken as a set or alone, with what proves a signature and nothing else", async () => {
    const jwk = rsa(2048).publicKey.export({ format: "jwk" })
    const made = await create({
      authMethod: "private_key_jwt",
      jwks: JSON.stringify({ ...jwk, kid: "a", x5c: ["x"], note: "y" }),
    })
    expect(made).toMatchObject(done)
    if (made.ok) clientId = made.value.id
    expect((await shown()).client.jwks).toEqual({ keys: [{ ...jwk, kid: "a", use: "sig" }] })
    expect(await secret()).toEqual(no("clients.no-secret-used"))
  })

  it("are refused where one is private, and then stand nowhere", async () => {
    const { privateKey, publicKey } = rsa(2048)
    const pub = publicKey.export({ format: "jwk" })
    const jwk = privateKey.export({ format: "jwk" })
    expect(await withKeys({ keys: [{ ...pub, kid: "a" }, jwk] })).toEqual({ jwks: "keysPrivate" })
    expect(await withKeys({ ...pub, d: jwk.d })).toEqual({ jwks: "keysPrivate" })
    expect(await withKeys({ kty: "oct", k: "c2VjcmV0" })).toEqual({ jwks: "keysPrivate" })
    const [row] = await test()
      .owner`select count(*)::int as n from oidc_clients where jwks::text like '%"d"%'`
    expect(row?.n).toBe(0)
    expect(
      (await test().owner`select detail::text from audit_events`).some(({ detail }) =>
        String(detail).includes(String(jwk.d)),
      ),
    ).toBe(false)
  })

  it("are refused where weak, unreadable, too many, or alike in name", async () => {
    const ec = () => generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "jwk" })
    expect(await withKeys("-----BEGIN PUBLIC KEY-----")).toEqual({ jwks: "keysWrong" })
    expect(await withKeys({ keys: [] })).toEqual({ jwks: "keysWrong" })
    expect(await withKeys({ ...ec(), x: "AA" })).toEqual({ jwks: "keysWrong" })
    expect(await withKeys(rsa(1024).publicKey.export({ format: "jwk" }))).toEqual({ jwks: "keysWeak" })
    expect(await withKeys({ keys: [ec(), ec()] })).toEqual({ jwks: "keysSameKid" })
    expect(await withKeys({ keys: Array.from({ length: 6 }, ec) })).toEqual({ jwks: "keysMany" })
  })
})

describe("secrets of a client", () => {
  it("are of 256 bits, kept as a hash, and two at most are valid while one replaces the other", async () => {
    const first = await secret()
    if (!first.ok) throw new Error(first.refusal.code)
    expect(Buffer.from(first.value.secret, "base64url")).toHaveLength(32)
    const kept = await test()
      .owner`select secret_hash, created_by from oidc_client_secrets where client_id = ${clientId}`
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain(first.value.secret)
    const later = { older: "day", endsOn: typedDay("25", "11", "2569") }
    expect(await secret(later)).toMatchObject(done)
    expect((await shown()).secrets.map(({ endsAt }) => endsAt?.toISOString())).toEqual([
      "2026-11-25T17:00:00.000Z",
      undefined,
    ])
    expect(await secret(later)).toEqual(no("clients.two-secrets"))
    expect(await secret()).toMatchObject(done)
    expect((await shown()).secrets).toHaveLength(1)
  })

  it("end on a day that is not over and not far, or at once", async () => {
    await secret()
    for (const endsOn of [typedDay("20", "11", "2569"), typedDay("20", "3", "2570")])
      expect(await secret({ older: "day", endsOn })).toEqual(no("clients.day-out"))
    expect(await secret({ older: "day" })).toMatchObject({ refusal: { fields: { endsOn: "dayMissing" } } })
    const secretId = (await shown()).secrets[0]?.id ?? ""
    const end = () => execute(endSecret, at(), { clientId, secretId })
    expect(await end()).toMatchObject(done)
    expect(await end()).toEqual(no("not-found"))
    expect((await shown()).secrets).toEqual([])
  })
})

describe("a client for trying out", () => {
  const make = () => execute(makeSandbox, at(), { systemCode })

  it("is one a system, returns to the builder's machine, and never becomes a real one", async () => {
    const made = await make()
    if (!made.ok) throw new Error(made.refusal.code)
    expect(await make()).toEqual(no("clients.sandbox-there"))
    clientId = made.value.id
    const local = { redirectUris: "http://127.0.0.1:9/cb", isSandbox: true }
    expect(await change(local)).toMatchObject(done)
    expect(await change({ ...local, isSandbox: false })).toEqual(no("not-found"))
    expect(await change({ ...local, scopes: ["nid"], nidReason: "x" })).toMatchObject({
      refusal: { fields: { nidReason: "nidSandbox" } },
    })
    expect(await fieldsOf({ isSandbox: true })).toHaveProperty("isSandbox")
    const turn = async (act: typeof closeClient, which: string, version: number) =>
      execute(act, at(), { clientId: which, version })
    expect(await turn(closeClient, clientId, 2)).toMatchObject(done)
    expect(await make()).toMatchObject(done)
    expect(await turn(reopenClient, clientId, 3)).toEqual(no("clients.sandbox-there"))
  })
})
