import { createHmac } from "node:crypto"
import { describe, expect, it } from "vitest"
import { evidence, now, pid, useThaidTest, who } from "@/db/testing/use-thaid-test"

const { service, client, prove, proof } = useThaidTest()
const at = now.getTime() / 1000
const unverified = (why: string) => ({ kind: "unverified", why })
const compact = (header: object, claims: object, signature: (input: string) => string) => {
  const input = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".")
  return `${input}.${signature(input)}`
}

describe("an ID token of ThaiID", () => {
  it("with everything right proves the person", async () => {
    expect(await proof({})).toEqual({ pid, evidence })
  })

  it("with alg none is refused", async () => {
    service.giveToken(compact({ alg: "none" }, service.claims(now, who), () => ""))
    expect(await prove()).toEqual(unverified("alg"))
  })

  it("signed HS256 with our own secret, or with the public key as secret, is refused", async () => {
    const secrets = [service.clientSecret, JSON.stringify(service.published[0]?.jwk)]
    for (const secret of secrets) {
      const sign = (input: string) => createHmac("sha256", secret).update(input).digest("base64url")
      service.giveToken(compact({ alg: "HS256", kid: "key-one" }, service.claims(now, who), sign))
      expect(await prove()).toEqual(unverified("alg"))
    }
  })

  it("signed by another key under a published name is refused", async () => {
    const stranger = await service.newKey("key-one")
    service.giveToken(await service.sign(service.claims(now, who), {}, stranger))
    expect(await prove()).toEqual(unverified("signature"))
  })

  it("under an unknown key makes the key set be fetched once more, and no oftener", async () => {
    const stranger = await service.newKey("key-nobody-knows")
    service.giveToken(await service.sign(service.claims(now, who), {}, stranger))
    expect(await prove()).toEqual(unverified("key"))
    expect(service.count("/jwks/")).toBe(2)
  })

  it("under a key that is new since the set was fetched is believed after one more look", async () => {
    const by = client()
    expect(await proof({}, by)).toHaveProperty("pid")
    const next = await service.newKey("key-three")
    service.published.push(next)
    service.giveToken(await service.sign(service.claims(now, who), {}, next))
    expect(await prove(by)).toEqual({ pid, evidence })
    expect(service.count("/jwks/")).toBe(2)
    service.published.pop()
  })

  it("without a key's name, or of no such form, is refused", async () => {
    service.giveToken(await service.sign(service.claims(now, who), { kid: undefined as never }))
    expect(await prove()).toEqual(unverified("key"))
    service.giveToken("this is no token")
    expect(await prove()).toEqual(unverified("malformed"))
  })

  it.each([
    ["a wrong iss", { iss: "https://imauth.bora.dopa.example" }, "iss"],
    ["an iss with a path", { iss: "ORIGIN/api/v2" }, "iss"],
    ["the aud of another client", { aud: "another-client" }, "aud"],
    ["a second aud beside ours", { aud: ["OURS", "another-client"] }, "aud"],
    ["no aud", { aud: undefined }, "aud"],
    ["no sub", { sub: undefined }, "sub"],
    ["an exp 61 s ago", { iat: at - 600, exp: at - 61 }, "exp"],
    ["no exp", { exp: undefined }, "exp"],
    ["an iat 61 s ahead", { iat: at + 61, exp: at + 600 }, "iat"],
    ["no iat", { iat: undefined }, "iat"],
    ["a lifetime of 15 min and 1 s", { iat: at, exp: at + 901 }, "lifetime"],
    ["an at_hash of another access token", { at_hash: "AAAAAAAAAAAAAAAAAAAAAA" }, "at-hash"],
    ["a nonce of someone else", { nonce: "another-nonce" }, "nonce"],
    ["a nonce that is no text", { nonce: 7 }, "nonce"],
    ["no nonce, where it is required", { nonce: undefined }, "nonce"],
    ["an auth_time ahead", { auth_time: at + 61 }, "auth-time"],
  ])("with %s is refused", async (_, change, why) => {
    const filled = JSON.stringify(change).replace("ORIGIN", service.origin).replace("OURS", service.clientId)
    expect(await proof({ ...change, ...JSON.parse(filled) })).toEqual(unverified(why))
  })

  it.each([
    ["a clock 60 s behind ours", { iat: at - 660, exp: at - 59, auth_time: at - 660 }],
    ["a clock 60 s ahead of ours", { iat: at + 60, exp: at + 960, auth_time: at + 60 }],
    ["a lifetime of 15 min", { iat: at, exp: at + 900 }],
    ["no at_hash", { at_hash: undefined }],
    ["no auth_time, where none is needed", { auth_time: undefined }],
    ["ours as the only aud of a list", { aud: [service.clientId] }],
  ])("with %s is believed", async (_, change) => {
    expect(await proof(change)).toEqual({ pid, evidence })
  })

  it("without a nonce is believed where the echo is not yet confirmed, with a wrong one never", async () => {
    const by = client({ isNonceRequired: false })
    expect(await proof({ nonce: undefined }, by)).toHaveProperty("pid")
    expect(await proof({ nonce: "another-nonce" }, by)).toEqual(unverified("nonce"))
  })

  it("for a step-up needs an auth_time of the last five minutes", async () => {
    expect(await proof({ auth_time: at - 300 }, client(), true)).toHaveProperty("pid")
    expect(await proof({ auth_time: at - 361 }, client(), true)).toEqual(unverified("auth-time"))
    expect(await proof({ auth_time: undefined }, client(), true)).toEqual(unverified("auth-time"))
  })
})
