import { describe, expect, it } from "vitest"
import { now, useThaidTest } from "@/db/testing/use-thaid-test"

const { service, client, prove, proof } = useThaidTest()

describe("what the service publishes", () => {
  const discovery = "/.well-known/openid-configuration"
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

  it("is asked for once an hour, however many want it at once", async () => {
    const by = client()
    const signal = AbortSignal.timeout(2000)
    await Promise.all([by.key("key-one", now, signal), by.key("key-two", now, signal)])
    await by.key("key-one", later(59), signal)
    expect([service.count(discovery), service.count("/jwks/")]).toEqual([1, 1])
    await by.key("key-one", later(61), signal)
    expect([service.count(discovery), service.count("/jwks/")]).toEqual([2, 2])
  })

  it("is refused when its issuer is not ours to the letter, or an endpoint is elsewhere", async () => {
    const { origin } = service
    const at = (name: string, host = origin) => `${host}/${name}/`
    const document = {
      issuer: origin,
      authorization_endpoint: at("auth"),
      token_endpoint: at("token"),
      jwks_uri: at("jwks"),
    }
    const wrong = [
      [{ issuer: `${origin}/` }, "issuer"],
      [{ issuer: `${origin}/api/v2` }, "issuer"],
      [{ token_endpoint: at("token", "https://thaid.example") }, "endpoint"],
      [{ jwks_uri: at("jwks", "https://thaid.example") }, "endpoint"],
      [{ authorization_endpoint: at("auth", "https://thaid.example") }, "endpoint"],
      [{ revocation_endpoint: at("revoke", "https://thaid.example") }, "endpoint"],
    ] as const
    for (const [change, why] of wrong) {
      service.replies.set(discovery, { text: JSON.stringify({ ...document, ...change }) })
      expect(await prove(), JSON.stringify(change)).toEqual({ kind: "misconfigured", why })
    }
    expect(service.count("/token/")).toBe(0)
  })

  it("is not kept when it could not be had", async () => {
    const by = client()
    service.replies.set(discovery, { status: 503, text: "" })
    expect(await prove(by)).toMatchObject({ kind: "upstream" })
    service.replies.delete(discovery)
    expect(await proof({}, by)).toHaveProperty("pid")
  })
})
