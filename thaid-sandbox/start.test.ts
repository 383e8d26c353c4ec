import { once } from "node:events"
import { networkInterfaces } from "node:os"
import { describe, expect, it } from "vitest"
import { refusalToStart } from "./configuration"
import { freePort, isListening } from "./testing/ports"
import { narrow, spawnSandbox, startSandbox, wide } from "./testing/running-sandbox"

const clients = { THAID_SANDBOX_CLIENTS: JSON.stringify([wide]) }

/** How a start ended that must not succeed, and whether its port was open by then. */
async function failedStart(environment: Readonly<Record<string, string>>) {
  const port = await freePort()
  const child = spawnSandbox({ ...clients, THAID_SANDBOX_PORT: String(port), ...environment })
  let said = ""
  child.stderr?.on("data", (part) => {
    said += part
  })
  const told = once(child, "message").then(() => "it started")
  const ended = once(child, "close").then(([code]) => code)
  const how = await Promise.race([told, ended])
  child.kill("SIGKILL")
  return { how, said, isListening: await isListening(port, "127.0.0.1") }
}

describe("the sandbox starts", () => {
  it("never in production, whatever flag is set, and nothing listens", async () => {
    const { how, said, isListening } = await failedStart({ APP_MODE: "production", THAID_SANDBOX_TEST: "1" })
    expect([how, isListening]).toEqual([1, false])
    expect(said).toContain("demonstration")
  })
  it("not without a mode, unless a test says so", async () => {
    const { how, said, isListening } = await failedStart({})
    expect([how, isListening]).toEqual([1, false])
    expect(said).toContain("THAID_SANDBOX_TEST=1")
    expect(refusalToStart({ APP_MODE: "", THAID_SANDBOX_TEST: "1" })).toBeNull()
    expect(refusalToStart({ APP_MODE: "staging", THAID_SANDBOX_TEST: "1" })).not.toBeNull()
  })
  it("not with a malformed setting, and does not repeat its value", async () => {
    const bad = JSON.stringify([{ ...narrow, clientSecret: "told-to-nobody", redirectUris: ["nowhere"] }])
    const { how, said } = await failedStart({ APP_MODE: "demo", THAID_SANDBOX_CLIENTS: bad })
    expect(how).not.toBe("it started")
    expect(said).toContain("redirectUris")
    expect(said).not.toContain("told-to-nobody")
  })
  it("in a demonstration, on the loopback interface alone", async () => {
    const sandbox = await startSandbox({ THAID_SANDBOX_TEST: "", APP_MODE: "demo" })
    try {
      const { port, hostname } = new URL(sandbox.origin)
      expect(hostname).toBe("127.0.0.1")
      expect(await isListening(Number(port), "127.0.0.1")).toBe(true)
      const others = Object.values(networkInterfaces()).flatMap((found) => found ?? [])
      for (const { address } of others.filter(({ internal, family }) => !internal && family === "IPv4"))
        expect(await isListening(Number(port), address), address).toBe(false)
    } finally {
      await sandbox.stop()
    }
  })
  it("and ends with its starter", async () => {
    const child = spawnSandbox({ ...clients, APP_MODE: "demo" })
    await once(child, "message")
    const gone = once(child, "exit")
    child.disconnect()
    expect(await gone).toEqual([0, null])
  })
})
