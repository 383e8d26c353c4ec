import { readFileSync } from "node:fs"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { Caller } from "./testing/caller"
import { narrow, type RunningSandbox, startSandbox, stranger, wide } from "./testing/running-sandbox"

let sandbox: RunningSandbox
let caller: Caller

beforeAll(async () => {
  sandbox = await startSandbox()
  caller = new Caller(sandbox)
})
afterAll(() => sandbox.stop())
beforeEach(async () => {
  await caller.post("/sandbox/faults", { clear: true })
})

describe("arming", () => {
  it("knows no fault that is not tried", async () => {
    const { names } = (await (await caller.fetch("/sandbox/faults")).json()) as { names: string[] }
    const tried = readFileSync(new URL("./faults.test.ts", import.meta.url), "utf8")
    expect(names.length).toBeGreaterThan(30)
    expect(names.filter((name) => !tried.includes(`("${name}"`) && !tried.includes(`["${name}"`))).toEqual([])
  })
  it("is for one request, for all until cleared, or for one client", async () => {
    await caller.arm("html-403")
    expect([(await caller.token("x")).status, (await caller.token("x")).status]).toEqual([403, 400])
    await caller.arm("html-403", { sticky: true, client: narrow.clientId })
    expect((await caller.token("x")).status).toBe(400)
    expect([
      (await caller.token("x", {}, narrow)).status,
      (await caller.token("x", {}, narrow)).status,
    ]).toEqual([403, 403])
    const { armed } = (await (await caller.fetch("/sandbox/faults")).json()) as { armed: { id: string }[] }
    await caller.post("/sandbox/faults", { clear: armed[0]?.id })
    expect((await caller.token("x", {}, narrow)).status).toBe(400)
  })
  it("refuses what does not exist, and places and clients that make no sense", async () => {
    for (const wish of [
      { name: "nonsense" },
      { name: "slow", at: "elsewhere" },
      { name: "wrong-iss", at: "jwks" },
      { name: "slow", client: "nobody" },
      { name: "down", at: "jwks", client: narrow.clientId },
      { name: "slow", value: "long" },
      { name: "clock-skew", value: 100_000 },
      {},
    ])
      expect((await caller.post("/sandbox/faults", wish)).status, JSON.stringify(wish)).toBe(400)
    expect((await caller.post("/sandbox/switches", { nonsense: true })).status).toBe(400)
    expect((await caller.post("/sandbox/switches", { client: "nobody" })).status).toBe(400)
  })
  it("keeps a hundred at most", async () => {
    for (let count = 0; count < 120; count++) await caller.arm("wrong-aud", { client: narrow.clientId })
    const { armed } = (await (await caller.fetch("/sandbox/faults")).json()) as { armed: unknown[] }
    expect(armed).toHaveLength(100)
  })
  it("is seen in the journal, which holds no code, token, secret or number", async () => {
    await caller.post("/sandbox/journal", {})
    await caller.arm("slow", { value: 0.1 })
    await caller.arm("wrong-aud")
    const { access_token, id_token } = await caller.tokens()
    const text = await (await caller.fetch("/sandbox/journal")).text()
    const last = (JSON.parse(text) as Record<string, unknown>[]).at(-1)
    expect(last).toMatchObject({
      ...{ method: "POST", path: "/api/v2/oauth2/token/", client: wide.clientId, status: 200 },
      faults: ["slow", "wrong-aud"],
    })
    for (const secret of [access_token, id_token, wide.clientSecret, stranger])
      expect(text).not.toContain(secret)
  })
})
