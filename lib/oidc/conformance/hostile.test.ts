import { createHmac, generateKeyPairSync, type JsonWebKey, sign } from "node:crypto"
import * as openid from "openid-client"
import { describe, expect, it } from "vitest"
import { OidcParty } from "@/db/testing/oidc-party"
import { useOidcParty } from "@/db/testing/use-oidc-party"

const { test, stage, party, official, systemCode } = useOidcParty()
const own = async () => await stage.browser(official())
const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")

describe("addresses to come back to", () => {
  it.each([
    ["a slash more", "https://rp.example/cb/"],
    ["a query", "https://rp.example/cb?a=1"],
    ["a fragment", "https://rp.example/cb#a"],
    ["another host that begins alike", "https://rp.example.evil.example/cb"],
    ["a user in front", "https://rp.example@evil.example/cb"],
    ["another scheme", "http://rp.example/cb"],
    ["another port", "https://rp.example:8443/cb"],
    ["another case of the path", "https://rp.example/CB"],
    ["an escaped letter", "https://rp.example/%63b"],
    ["a way up", "https://rp.example/x/../cb"],
    ["a backslash", "https://rp.example\\@evil.example/cb"],
    ["a script", "javascript:alert(1)"],
    ["a sister host", "https://www.rp.example/cb"],
    ["nothing", ""],
  ])("with %s lead nowhere", async (_what, redirect_uri) => {
    const { status, back } = await party().arrive(await own(), { redirect_uri })
    expect({ status, back }).toEqual({ status: 400, back: undefined })
  })

  it("given twice lead nowhere", async () => {
    const { address } = await party().asking()
    const twice = `${address}&redirect_uri=${encodeURIComponent("https://evil.example/cb")}`
    const end = await (await own()).follow(twice)
    expect({ status: end.status, location: end.location }).toEqual({ status: 400, location: "" })
    expect(end.text).not.toContain("evil.example")
  })
})

describe("PKCE, four ways", () => {
  const asked = async (more: Record<string, string | undefined>) =>
    (await party().arrive(await own(), more)).error

  it("without a challenge, and by the plain method, nothing begins", async () => {
    const none = { code_challenge: undefined, code_challenge_method: undefined }
    expect(await asked(none)).toBe("invalid_request")
    expect(await asked({ code_challenge_method: "plain" })).toBe("invalid_request")
    expect(await asked({ code_challenge_method: undefined })).toBe("invalid_request")
  })

  it("with a challenge, the code wants its verifier: not none, and not another", async () => {
    for (const wrong of [undefined, "x".repeat(43)]) {
      const { code, checks } = await party().arrive(await own())
      const { code_verifier: _right, ...body } = party().redeeming(code, checks)
      const answer = await party().send("/oidc/token", { ...body, ...(wrong && { code_verifier: wrong }) })
      expect(answer).toMatchObject({ status: 400, body: { error: "invalid_grant" } })
    }
  })
})

describe("codes and refresh tokens", () => {
  const errorsOf = async (body: Record<string, string>) => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => party().send("/oidc/token", body)))
    return answers.map(({ status }) => status).toSorted()
  }

  it.each([1, 2, 3, 4, 5])("a code used six times at once opens once (try %i)", async () => {
    const { code, checks } = await party().arrive(await own())
    expect(await errorsOf(party().redeeming(code, checks))).toEqual([200, 400, 400, 400, 400, 400])
  })

  it.each([1, 2, 3])("a refresh token used six times at once turns once (try %i)", async () => {
    const { tokens } = await party().signIn(official(), {
      scope: "openid roles offline_access",
      prompt: "consent",
    })
    const body = { grant_type: "refresh_token", refresh_token: String(tokens.refresh_token) }
    expect(await errorsOf(body)).toEqual([200, 400, 400, 400, 400, 400])
  })

  it("a code is of its client, of its address, and of sixty seconds", async () => {
    const foreign = new OidcParty(stage, await stage.client(systemCode()))
    const first = await party().arrive(await own())
    const body = party().redeeming(first.code, first.checks)
    expect((await foreign.send("/oidc/token", body)).body.error).toBe("invalid_grant")
    const other = { ...body, redirect_uri: "https://rp.example/other" }
    expect((await party().send("/oidc/token", other)).body.error).toBe("invalid_grant")
    const second = await party().arrive(await own())
    const before = stage.now
    stage.now = new Date(Math.max(Date.now(), before.getTime()) + 62_000)
    const late = await party().send("/oidc/token", party().redeeming(second.code, second.checks))
    stage.now = before
    expect(late.body.error).toBe("invalid_grant")
  })

  it("an access token is no refresh token, and no code", async () => {
    const { tokens } = await party().signIn(official())
    for (const body of [
      { grant_type: "refresh_token", refresh_token: tokens.access_token },
      { grant_type: "authorization_code", code: tokens.access_token, redirect_uri: party().callback },
    ])
      expect((await party().send("/oidc/token", body)).status).toBe(400)
  })
})

describe("secrets", () => {
  it("of another client, of none, empty and overlong are refused alike", async () => {
    const foreign = await stage.client(systemCode())
    const { code, checks } = await party().arrive(await own())
    for (const secret of [foreign.secret, "", "x", "x".repeat(4096), "compared by its hash"]) {
      const basic = Buffer.from(`${party().client.id}:${encodeURIComponent(secret)}`).toString("base64")
      const answer = await party().send("/oidc/token", party().redeeming(code, checks), {
        authorization: `Basic ${basic}`,
      })
      expect(answer, secret.slice(0, 20)).toMatchObject({ status: secret === "" ? 400 : 401 })
    }
    expect((await party().send("/oidc/token", party().redeeming(code, checks))).status).toBe(200)
  })
})

describe("clients that sign", () => {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
  const key = { ...publicKey.export({ format: "jwk" }), kid: "one", use: "sig" } as JsonWebKey &
    Record<string, unknown>
  const signingClient = async () => {
    const jwks = { keys: [key] }
    return new OidcParty(stage, await stage.client(systemCode(), { authMethod: "private_key_jwt", jwks }))
  }
  const assertion = (id: string, alg: string, more: object = {}) => {
    const at = Math.floor(Date.now() / 1000)
    const claims = { iss: id, sub: id, aud: `${stage.origin}/oidc`, jti: String(Math.random()), exp: at + 60 }
    const signed = `${b64({ alg, kid: "one" })}.${b64({ ...claims, ...more })}`
    if (alg === "none") return `${signed}.`
    const mac = createHmac("sha256", publicKey.export({ type: "spki", format: "pem" })).update(signed)
    const proof = alg === "HS256" ? mac.digest() : sign("sha256", Buffer.from(signed), privateKey)
    return `${signed}.${proof.toString("base64url")}`
  }
  const redeem = async (alg: string, more?: object, used?: string) => {
    const signer = await signingClient()
    const { code, checks } = await signer.arrive(await own())
    const client_assertion = used ?? assertion(signer.client.id, alg, more)
    const type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    const body = { ...signer.redeeming(code, checks), client_assertion, client_assertion_type: type }
    const answer = await signer.send("/oidc/token", { ...body, client_id: signer.client.id }, {})
    return { answer, body, signer }
  }

  it("with their key are let in, once for each assertion", async () => {
    const { answer, body, signer } = await redeem("RS256")
    expect(answer.status).toBe(200)
    const { code, checks } = await signer.arrive(await own())
    const again = await signer.send("/oidc/token", { ...body, ...signer.redeeming(code, checks) }, {})
    expect(again.status).toBe(401)
  })

  it.each(["HS256", "none"])("by the algorithm %s, which mistakes their public key, are not", async (alg) => {
    expect((await redeem(alg)).answer.status).toBe(401)
  })

  it.each([
    ["for another audience", { aud: "https://elsewhere.example" }],
    ["that is over", { exp: 1 }],
    ["of another client", { iss: "someone", sub: "someone" }],
    ["without a name of its own", { jti: undefined }],
  ])("with an assertion %s are not", async (_what, more) => {
    expect([400, 401]).toContain((await redeem("RS256", more)).answer.status)
  })
})

describe("request objects", () => {
  it("by value or by address are refused, and nothing is fetched", async () => {
    const object = `${b64({ alg: "none" })}.${b64({ redirect_uri: "https://evil.example/cb" })}.`
    expect((await party().arrive(await own(), { request: object })).error).toBe("request_not_supported")
    const address = "http://127.0.0.1:1/object"
    expect((await party().arrive(await own(), { request_uri: address })).error).toMatch(
      /^(?:request_uri_not_supported|invalid_request_uri)$/,
    )
    const claims = JSON.stringify({ userinfo: { national_id: null } })
    const { back, checks } = await party().arrive(await own(), { claims })
    if (!back) throw new Error("the request was not let through")
    const tokens = await openid.authorizationCodeGrant(party().config, back, checks)
    const facts = await openid.fetchUserInfo(party().config, tokens.access_token, official().accountId)
    expect(facts).not.toHaveProperty("national_id")
  })

  it("ask for no more than the client may: an unknown scope, or the national ID", async () => {
    expect((await party().arrive(await own(), { scope: "openid nid" })).error).toBe("invalid_scope")
    for (const response_type of ["token", "id_token", "code id_token", "none"])
      expect((await party().arrive(await own(), { response_type })).error).toBe("unsupported_response_type")
    for (const response_mode of ["fragment", "form_post"])
      expect(
        (await party().arrive(await own(), { response_mode })).back?.searchParams.get("code"),
      ).toBeFalsy()
  })
})

describe("what is given out", () => {
  it("opens no other endpoint, and not after it was taken back", async () => {
    const { tokens } = await party().signIn(official())
    const foreign = new OidcParty(stage, await stage.client(systemCode()))
    const look = { token: tokens.access_token }
    expect((await foreign.send("/oidc/token/introspection", look)).body.active).toBe(false)
    expect((await party().send("/oidc/token/introspection", look)).body.active).toBe(true)
    await foreign.send("/oidc/token/revocation", look)
    expect((await party().send("/oidc/token/introspection", look)).body.active).toBe(true)
    await party().send("/oidc/token/revocation", look)
    expect((await party().send("/oidc/token/introspection", look)).body.active).toBe(false)
  })

  it("ends with the session, the account, the membership and the last right", async () => {
    const facts = async (token: string) =>
      (await fetch(`${stage.origin}/oidc/me`, { headers: { authorization: `Bearer ${token}` } })).status
    const { accountId, seats } = official()
    const membershipId = seats[0]?.membershipId ?? ""
    const { owner } = test()
    const ends: [() => Promise<unknown>, () => Promise<unknown>][] = [
      [
        () => owner`update accounts set state = 'suspended' where id = ${accountId}`,
        () => owner`update accounts set state = 'active' where id = ${accountId}`,
      ],
      [
        () => owner`update memberships set state = 'suspended' where id = ${membershipId}`,
        () => owner`update memberships set state = 'active' where id = ${membershipId}`,
      ],
      [
        () => owner`update grants set state = 'suspended' where membership_id = ${membershipId}`,
        () => owner`update grants set state = 'active' where membership_id = ${membershipId}`,
      ],
      [() => owner`update sessions set revoked_at = now() where account_id = ${accountId}`, async () => {}],
    ]
    for (const [end, mend] of ends) {
      const { tokens } = await party().signIn(official())
      expect(await facts(tokens.access_token)).toBe(200)
      await end()
      expect(await facts(tokens.access_token)).toBe(401)
      await mend()
    }
  })
})
