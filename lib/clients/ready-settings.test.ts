import { expect, it } from "vitest"
import { readySettings } from "./ready-settings"

const client = {
  id: "info-abcdefgh",
  isSandbox: false,
  authMethod: "client_secret_basic",
  redirectUris: ["https://info.example/app/callback", "https://info.example/other"],
  postLogoutRedirectUris: ["https://info.example/bye"],
  scopes: ["openid", "profile", "roles"],
  idTokenAlg: "RS256",
} as const

it("gives every library the issuer, the client, its first return address, its scopes and PKCE", () => {
  const { issuer, settings, apacheBackchannel } = readySettings(client)
  for (const { kind, text } of settings) {
    expect(text, kind).toContain(issuer)
    expect(text, kind).toContain(client.id)
    expect(text, kind).toMatch(/S256|withPkce|UsePkce = true/)
    for (const scope of ["profile", "roles"]) expect(text, kind).toContain(scope)
    expect(text, kind).toContain("/callback")
    expect(text, kind).not.toContain("other")
  }
  expect(apacheBackchannel).toBe("https://info.example/app/callback?logout=backchannel")
})

it("names no secret where a key proves the client", () => {
  for (const { kind, text } of readySettings({ ...client, authMethod: "private_key_jwt" }).settings)
    if (kind !== "php") expect(text, kind).not.toMatch(/SECRET|ClientSecret/)
})

it("lets no address out of its quotes", () => {
  const odd = { ...client, redirectUris: ["https://info.example/it's/cb"] }
  const php = readySettings(odd).settings.find(({ kind }) => kind === "php")?.text
  expect(php).toContain(String.raw`'https://info.example/it\'s/cb'`)
})

it("names the issuer for trying out where the client is for that", () => {
  const { issuer, discovery, settings } = readySettings({ ...client, isSandbox: true })
  expect(issuer).toMatch(/\/oidc\/sandbox$/)
  expect(discovery).toBe(`${issuer}/.well-known/openid-configuration`)
  for (const { kind, text } of settings) expect(text, kind).toContain(issuer)
})
