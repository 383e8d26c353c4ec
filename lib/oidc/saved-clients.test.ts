import { generateKeyPairSync } from "node:crypto"
import { afterAll, beforeAll, expect, it } from "vitest"
import { typedClient } from "@/db/testing/client-trials"
import { OidcStage } from "@/db/testing/oidc-stage"
import { orderStart } from "@/db/testing/order-steps"
import { rightsSteps } from "@/db/testing/rights-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { makeSandbox } from "@/lib/clients/make-sandbox"
import { offeredScopes } from "@/lib/clients/rules"
import { createClient } from "@/lib/clients/save-client"
import { execute } from "@/lib/kernel/execute"

const test = useTestDatabase()
const { admin, system } = rightsSteps(test)
const stage = new OidcStage(test)
beforeAll(() => stage.open())
afterAll(() => stage.close())

const keyOf = (type: "RSA" | "P-256" | "Ed25519") => {
  if (type === "RSA")
    return generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey.export({ format: "jwk" })
  if (type === "P-256")
    return generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "jwk" })
  return generateKeyPairSync("ed25519").publicKey.export({ format: "jwk" })
}

// the library reads a client at each request, and one that it can't read would fail there, at the system's users
it("saves no client that the provider's library would refuse at a request", async () => {
  const actor = { ...(await admin("00", false, ["systems"])), steppedUpAt: orderStart }
  const context = { db: test().db, actor, now: orderStart, requestId: "test" }
  const { code: systemCode } = await system()
  const two = "https://rp.example/cb\nhttps://rp.example/cb?a=1"
  const variants = [
    {},
    { redirectUris: `${two}\nhttps://other.example/` },
    { redirectUris: two, sector: "opdc.example", idTokenAlg: "ES256" },
    { redirectUris: "https://[2001:db8::1]:8443/cb" },
    { authMethod: "client_secret_post", scopes: [...offeredScopes], nidReason: "กฎหมาย" },
    { scopes: [] },
    {
      postLogoutRedirectUris: "https://rp.example/\nhttps://rp.example/bye",
      backchannelLogoutUri: "https://rp.example/logout",
      startUri: "https://rp.example",
    },
    ...(["RSA", "P-256", "Ed25519"] as const).map((type) => ({
      authMethod: "private_key_jwt",
      jwks: JSON.stringify(keyOf(type)),
    })),
  ]
  for (const more of variants) {
    const made = await execute(createClient, context, { ...typedClient, systemCode, ...more })
    if (!made.ok) throw new Error(`${JSON.stringify(more)} ${JSON.stringify(made.refusal)}`)
    expect((await stage.provider.Client.find(made.value.id))?.clientId).toBe(made.value.id)
  }
  const sandbox = await execute(makeSandbox, context, { systemCode })
  if (!sandbox.ok) throw new Error(sandbox.refusal.code)
  expect((await stage.sandbox.Client.find(sandbox.value.id))?.redirectUris).toHaveLength(1)
  expect(await stage.provider.Client.find(sandbox.value.id)).toBeUndefined()
})
