import { createPublicKey } from "node:crypto"
import { describe, expect, it } from "vitest"
import { useOidcParty } from "@/db/testing/use-oidc-party"

// Names as in the OpenID Foundation's conformance profile "Config OP".
const { stage } = useOidcParty()
const json = async (path: string) =>
  (await (await fetch(`${stage.origin}${path}`)).json()) as Record<string, unknown>
const discovery = () => json("/oidc/.well-known/openid-configuration")

describe("Config OP", () => {
  it("oidcc-discovery-endpoint-verification: the issuer, every endpoint under it, and only what is offered", async () => {
    const told = await discovery()
    expect(told).toMatchObject({
      issuer: `${stage.origin}/oidc`,
      response_types_supported: ["code"],
      code_challenge_methods_supported: ["S256"],
      subject_types_supported: ["public", "pairwise"],
      id_token_signing_alg_values_supported: expect.arrayContaining(["RS256", "ES256"]),
      authorization_response_iss_parameter_supported: true,
      request_uri_parameter_supported: false,
      claims_parameter_supported: false,
    })
    expect(told.request_parameter_supported).not.toBe(true)
    const endpoints = Object.entries(told).filter(([name]) => /(?:_endpoint|_uri)$/.test(name))
    expect(endpoints.length).toBeGreaterThan(6)
    for (const [name, address] of endpoints)
      expect(String(address).startsWith(`${stage.origin}/oidc/`), name).toBe(true)
    for (const none of ["registration_endpoint", "device_authorization_endpoint", "check_session_iframe"])
      expect(told).not.toHaveProperty(none)
  })

  it("names the grants, the ways to authenticate and the assurances truthfully", async () => {
    const told = await discovery()
    expect(told.grant_types_supported).toEqual(
      expect.arrayContaining(["authorization_code", "refresh_token", "client_credentials"]),
    )
    expect(told.grant_types_supported).not.toContain("implicit")
    expect(told.token_endpoint_auth_methods_supported).toEqual([
      "client_secret_basic",
      "client_secret_post",
      "private_key_jwt",
    ])
    expect(told.acr_values_supported).toContain("urn:dla:thaid")
    expect(told.scopes_supported).toEqual(
      expect.arrayContaining(["openid", "offline_access", "profile", "email", "unit", "roles", "nid"]),
    )
  })

  it("oidcc-discovery-jwks-uri-keys: one key for each algorithm at least, public parts alone, names of their own", async () => {
    const { jwks_uri } = await discovery()
    const { keys } = (await json(new URL(String(jwks_uri)).pathname)) as { keys: Record<string, unknown>[] }
    expect(keys.map(({ alg }) => alg)).toEqual(expect.arrayContaining(["RS256", "ES256"]))
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(keys.length)
    for (const key of keys) {
      for (const secret of ["d", "p", "q", "dp", "dq", "qi", "k"]) expect(key).not.toHaveProperty(secret)
      expect(createPublicKey({ key, format: "jwk" }).type).toBe("public")
    }
  })
})
