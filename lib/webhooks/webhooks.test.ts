import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { changeKinds } from "@/db/schema/machine"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { WebhookStage } from "@/db/testing/webhook-stage"
import { th } from "@/lib/i18n/th"
import { execute } from "@/lib/kernel/execute"
import { setScopes } from "./set-scopes"

const test = useTestDatabase()
const stage = new WebhookStage(test)

beforeAll(() => stage.open())
afterAll(() => stage.close())
beforeEach(() => stage.begin())

describe("the address", () => {
  it("is https, and no private one", async () => {
    for (const [url, field] of [
      ["", "address"],
      ["http://rp.example/", "address"],
      ["https://rp.example/#x", "address"],
      ["https://u:p@rp.example/", "address"],
      ["https://10.0.0.1/", "privateAddress"],
      ["https://[::ffff:10.0.0.1]/", "privateAddress"],
      ["https://2852039166/", "privateAddress"],
    ])
      expect(await stage.save({ url }), url).toMatchObject({
        refusal: { code: "invalid", fields: { url: field } },
      })
  })

  it("belongs to an open client of the system that is not for trying out, and is changed by who saw it last", async () => {
    const sandbox = await stage.client({ id: "sandbox", isSandbox: true })
    expect(await stage.save({ clientId: sandbox })).toMatchObject({ refusal: { code: "webhooks.no-client" } })
    expect(await stage.save({ systemCode: "NONE" })).toMatchObject({ refusal: { code: "not-found" } })
    const [one, two] = await Promise.all([stage.save(), stage.save()])
    expect([one.ok, two.ok].toSorted()).toEqual([false, true])
    expect(await stage.save()).toMatchObject({ refusal: { code: "webhooks.stale" } })
    expect(await stage.save({ version: 1, url: "https://rp.example/other" })).toMatchObject({ ok: true })
  })
})

describe("what a client may ask by itself", () => {
  it("is set by who saw it last; one of invented users gets nothing", async () => {
    const set = (more: object) =>
      execute(setScopes, stage.context(), {
        systemCode: stage.roles.code,
        clientId: stage.clientId,
        version: 1,
        scopes: ["changes.read", "directory.read"],
        ...more,
      })
    expect(await set({})).toMatchObject({ ok: true })
    expect(await set({})).toMatchObject({ refusal: { code: "webhooks.stale" } })
    const [row] = await test()
      .owner`select machine_scopes as scopes from oidc_clients where id = ${stage.clientId}`
    expect(row?.scopes).toEqual(["changes.read", "directory.read"])
    const sandbox = await stage.client({ id: "sandbox", isSandbox: true })
    for (const scopes of [["changes.read"], ["directory.read"]])
      expect(await set({ clientId: sandbox, scopes })).toMatchObject({
        refusal: { code: "webhooks.sandbox" },
      })
    expect(await set({ clientId: sandbox, scopes: [] })).toMatchObject({ ok: true })
    expect(await set({ clientId: "another" })).toMatchObject({ refusal: { code: "not-found" } })
  })
})

it("names everything that an entry of the feed can tell of, in the report of calls", () => {
  expect(Object.keys(th.webhooks.calls.kinds).toSorted()).toEqual([...changeKinds].toSorted())
})
