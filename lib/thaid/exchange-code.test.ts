import { describe, expect, it } from "vitest"
import { accessToken, ThaidStandIn } from "@/db/testing/thaid-stand-in"
import { evidence, now, pid, useThaidTest, who } from "@/db/testing/use-thaid-test"

const { service, client, prove, proof } = useThaidTest()

describe("the exchange of a code", () => {
  const reply = (status: number, text: string, afterMs = 0) =>
    service.replies.set("/token/", { status, text, afterMs })
  const upstream = (why: string) => ({ kind: "upstream", why })

  it("sends the credentials as issued, the PKCE verifier, and an API key where one is set", async () => {
    await proof({}, client({ apiKey: { header: "x-imauth-apikey", value: "key" } }))
    const sent = service.asked.find(({ path }) => path === "/token/")
    const basic = Buffer.from(`${service.clientId}:${service.clientSecret}`).toString("base64")
    expect(sent?.headers).toMatchObject({ authorization: `Basic ${basic}`, "x-imauth-apikey": "key" })
    expect(Object.fromEntries(sent?.form ?? [])).toEqual({
      grant_type: "authorization_code",
      code: "the-code",
      redirect_uri: "http://portal.example/callback",
      code_verifier: "the-verifier",
    })
  })

  it("ends as upstream failure on HTML 403, 500, 503, truncated JSON, a redirect, or no answer; never twice", async () => {
    const page = "<html><body>403 Forbidden</body></html>"
    const cases = [
      [403, page, "failed"],
      [500, page, "failed"],
      [503, "{}", "failed"],
      [200, page, "not-json"],
      [200, '{"access_token":"abc","id_tok', "not-json"],
      [200, "[]", "unexpected"],
      [302, "", "failed"],
      [400, '{"error":"server_error"}', "failed"],
    ] as const
    for (const [status, text, why] of cases) {
      service.calm()
      reply(status, text)
      expect(await prove(), `${status} ${text}`).toEqual(upstream(why))
      expect(service.count("/token/")).toBe(1)
    }
  })

  it("ends when the patience is over, and is not tried again", async () => {
    reply(200, "{}", 900)
    expect(await prove(client({ patience: 300 }))).toEqual(upstream("slow"))
    expect(service.count("/token/")).toBe(1)
  })

  it("ends as upstream failure where nobody listens", async () => {
    expect(await prove(client({ origin: "http://127.0.0.1:1" }))).toEqual(upstream("unreachable"))
  })

  it("tells a refused code from our own misconfiguration", async () => {
    const answers = [
      ["invalid_request", "code-refused"],
      ["duplicate_request", "code-refused"],
      ["invalid_grant", "code-refused"],
      ["invalid_client", "misconfigured"],
      ["unauthorized_client", "misconfigured"],
      ["invalid_scope", "misconfigured"],
    ] as const
    for (const [error, kind] of answers) {
      reply(400, JSON.stringify({ error, error_description: pid }))
      expect(await prove(), error).toMatchObject({ kind })
    }
  })

  it("without an ID token takes no unsigned field in its place", async () => {
    service.giveToken(undefined, { pid, ial: "2.3" })
    expect(await prove()).toEqual({ kind: "misconfigured", why: "id-token-missing" })
  })

  it("revokes both tokens behind it, and a revocation that fails or hangs keeps nobody", async () => {
    // Of its own, since nobody waits for the revocations of the tests before.
    const own = await new ThaidStandIn().start()
    own.giveToken(await own.sign(own.claims(now, who)))
    const by = client({ origin: own.origin })
    own.replies.set("/revoke/", { status: 500, text: "no" })
    expect(await prove(by)).toEqual({ pid, evidence })
    await expect.poll(() => own.count("/revoke/")).toBe(2)
    const given = own.asked.filter(({ path }) => path === "/revoke/").map(({ form }) => form.get("token"))
    expect(given).toEqual([accessToken, "refresh-token"])
    own.replies.set("/revoke/", { text: "{}", afterMs: 5000 })
    expect(await prove(by)).toEqual({ pid, evidence })
    await own.stop()
  })
})
