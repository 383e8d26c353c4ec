import { createPublicKey, verify } from "node:crypto"
import { beforeEach, expect, it } from "vitest"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { keyRing } from "@/lib/crypto/ring"
import { execute } from "@/lib/kernel/execute"
import { keepKeys } from "./keep-keys"
import { openKeySet } from "./key-set"
import { logoutToken } from "./logout-token"

const test = useTestDatabase()
const now = new Date("2026-11-21T01:30:00Z")
const actor = { kind: "system", name: "test" } as const
const keep = (input: object = {}, at = now) =>
  execute(keepKeys, { db: test().db, actor, now: at, requestId: "test" }, input)
const keys = () => openKeySet(test().db, keyRing())
const told = {
  issuer: "https://sso.example/oidc",
  clientId: "c",
  alg: "RS256",
  sub: "s",
  sid: "i",
  now,
} as const

beforeEach(() => test().owner`truncate oidc_keys`)

it("without keys there is no provider: none are fallen back to", async () => {
  await expect(keys()).rejects.toThrow("no active key for RS256, ES256, cookies, subjects")
})

it("a turn leaves what was signed before provable, and the names of persons as they were", async () => {
  await keep()
  const before = await keys()
  const token = logoutToken(before, told)
  await keep({ ahead: "publish" })
  const published = await keys()
  expect(published.jwks[0]?.kid).toBe(before.jwks[0]?.kid)
  await keep({ ahead: "turn" })
  const after = await keys()
  expect(after.version).not.toBe(before.version)
  expect(after.jwks[0]?.kid).not.toBe(before.jwks[0]?.kid)
  expect(published.jwks.map(({ kid }) => kid)).toContain(after.jwks[0]?.kid)
  expect(after.cookies[0]).not.toBe(before.cookies[0])
  expect(after.cookies).toContain(before.cookies[0])
  // before it is in force, every instance takes a cookie that another signed with it
  expect(published.cookies).toContain(after.cookies[0])
  expect(after.subjects).toBe(before.subjects)
  const [head = "", body = "", signature = ""] = token.split(".")
  const { kid } = JSON.parse(Buffer.from(head, "base64url").toString()) as { kid: string }
  const jwk = after.jwks.find((one) => one.kid === kid) ?? {}
  const proof = createPublicKey({ key: jwk, format: "jwk" })
  expect(verify("sha256", Buffer.from(`${head}.${body}`), proof, Buffer.from(signature, "base64url"))).toBe(
    true,
  )
})

it("turns by itself after ninety days, and drops what was retired two weeks ago", async () => {
  const age = (days: number) =>
    test().owner`update oidc_keys set created_at = created_at - make_interval(days => ${days}),
      activated_at = activated_at - make_interval(days => ${days}), retired_at = retired_at - make_interval(days => ${days})`
  await keep()
  const first = (await keys()).jwks[0]?.kid
  await age(89)
  await keep()
  await keep()
  expect((await keys()).jwks[0]?.kid).toBe(first)
  await age(1)
  await keep()
  const second = await keys()
  expect(second.jwks[0]?.kid).not.toBe(first)
  expect(second.jwks.map(({ kid }) => kid)).toContain(first)
  await age(15)
  await keep()
  expect((await keys()).jwks.map(({ kid }) => kid)).not.toContain(first)
})
