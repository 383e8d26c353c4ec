import { describe, expect, it } from "vitest"
import { thaidSandbox } from "./thaid-sandbox.mjs"

const kept = { home: "/somewhere", secret: "c2VjcmV0+/=" }
const env = {
  ...{ ORIGIN: "http://127.0.0.1:3000", PATH: "/bin", NODE_ENV: "test" as const },
  ...{ KEY_RING: "k1:ring", SESSION_SECRET: "session", DATABASE_URL: "postgres://portal" },
}

describe("the demonstration's ThaiID stand-in", () => {
  it("knows the portal as a client with one callback address, and the portal knows it", async () => {
    const pair = await thaidSandbox(env, kept)
    const [client] = JSON.parse(pair?.sandbox.THAID_SANDBOX_CLIENTS ?? "[]")
    expect(client.redirectUris).toEqual(["http://127.0.0.1:3000/api/login/thaid/callback"])
    expect(pair?.portal).toEqual({
      THAID_ORIGIN: `http://127.0.0.1:${pair?.sandbox.THAID_SANDBOX_PORT}`,
      THAID_CLIENT_ID: client.clientId,
      THAID_CLIENT_SECRET: kept.secret,
      THAID_NONCE_REQUIRED: "1",
      THAID_SANDBOX_ORIGIN: pair?.portal.THAID_ORIGIN,
    })
  })
  it("gets none of the portal's keys", async () => {
    const text = JSON.stringify((await thaidSandbox(env, kept))?.sandbox)
    for (const secret of [env.KEY_RING, env.SESSION_SECRET, env.DATABASE_URL])
      expect(text).not.toContain(secret)
  })
  it("is told the mode as it is, so that it refuses in production even if it is started there", async () => {
    expect((await thaidSandbox({ ...env, APP_MODE: "production" }, kept))?.sandbox).toMatchObject({
      APP_MODE: "production",
    })
  })
  it("has an address that phones can reach where the demonstration listens for others", async () => {
    const open = {
      ...env,
      ORIGIN: "http://192.0.2.7:3000",
      DEMO_LISTEN: "0.0.0.0",
      THAID_SANDBOX_PORT: "4555",
    }
    expect((await thaidSandbox(open, kept))?.portal.THAID_ORIGIN).toBe("http://192.0.2.7:4555")
    expect((await thaidSandbox({ ...open, DEMO_LISTEN: "" }, kept))?.portal.THAID_ORIGIN).toBe(
      "http://127.0.0.1:4555",
    )
  })
  it("is left out where another service is named", async () => {
    expect(await thaidSandbox({ ...env, THAID_ORIGIN: "https://thaid.example" }, kept)).toBeNull()
  })
})
