import { setTimeout as wait } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { readConfiguration } from "./configuration"
import { Caller } from "./testing/caller"
import { narrow, type RunningSandbox, startSandbox } from "./testing/running-sandbox"

// Times long enough for a busy machine; the usual ones are looked up, not waited for.
let sandbox: RunningSandbox
let caller: Caller

beforeAll(async () => {
  sandbox = await startSandbox({ THAID_SANDBOX_QR_SECONDS: "3", THAID_SANDBOX_CODE_SECONDS: "1" })
  caller = new Caller(sandbox)
})
afterAll(() => sandbox.stop())

describe.concurrent("time", () => {
  it("is usually 60 s for a code and 120 s for a QR", () => {
    const settings = { APP_MODE: "demo", THAID_SANDBOX_CLIENTS: JSON.stringify([narrow]) }
    expect(readConfiguration(settings)).toMatchObject({
      THAID_SANDBOX_CODE_SECONDS: 60,
      THAID_SANDBOX_QR_SECONDS: 120,
    })
  })
  it("ends a code that nobody redeemed", async () => {
    const code = await caller.code()
    await wait(1100)
    const answer = await caller.token(code)
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { error: "invalid_request", error_description: "Invalid Authorization Code" },
    ])
  })
  it("makes the page of a sign-in go stale: it stops asking and never calls back", async () => {
    const { refCode, watched } = await caller.begin()
    await wait(3100)
    const stale = await caller.fetch(watched)
    const text = await stale.text()
    expect([stale.status, stale.headers.get("location")]).toEqual([200, null])
    expect(text).toContain("QR นี้หมดอายุแล้ว")
    expect(text).not.toContain("http-equiv")
    expect((await caller.decide(refCode)).status).toBe(409)
    expect(await (await caller.fetch(`${watched}/state`)).json()).toEqual({ state: "expired" })
  })
})
