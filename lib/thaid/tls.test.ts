import { createPrivateKey } from "node:crypto"
import { createServer } from "node:https"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, expect, it } from "vitest"
import { useThaidTest } from "@/db/testing/use-thaid-test"

const { client, prove } = useThaidTest()

// Made for this test alone: a certificate for 127.0.0.1 that nobody vouches for, and its key.
const certificate = [
  "MIIBmzCCAUGgAwIBAgIUToOQ7c3Cm3g2fWx1B8D9KKTRglMwCgYIKoZIzj0EAwIwFDESMBAGA1UEAwwJbG9jYWxob3N0MCAX",
  "DTI2MTEyMTE0MzU0M1oYDzIxMjYxMDI4MTQzNTQzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO",
  "PQMBBwNCAAQuwyLGSz1EkQFz0QHVwaVqS1vcrke/aYIW6S6vWGKyjywJX5b5VZIsTpdDObXQOa3aD6mJcBpyy801QoObJypw",
  "o28wbTAdBgNVHQ4EFgQU0YwQX447tAnZwT+CbO+te0cZtgwwHwYDVR0jBBgwFoAU0YwQX447tAnZwT+CbO+te0cZtgwwDwYD",
  "VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZIzj0EAwIDSAAwRQIhAIvXxwYB5VxgPfzV",
  "N69vwKu1Vs7xPjC5Y5/Z3H4l/dqSAiB+BJeqo2F7xlYSzbR3lhj6h/G3ApYxsfyrdkufoNUrOQ==",
].join("")
const key = {
  kty: "EC",
  crv: "P-256",
  x: "LsMixks9RJEBc9EB1cGlaktb3K5Hv2mCFukur1hiso8",
  y: "LAlflvlVkixOl0M5tdA5rdoPqYlwGnLLzTVCg5snKnA",
  d: "zIKklGddTYdKgPLt7BfiwSicsXnFqcNBMVa4VHFZa6M",
}

const asked: string[] = []
const server = createServer(
  {
    cert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
    key: createPrivateKey({ key, format: "jwk" }).export({ type: "pkcs8", format: "pem" }),
  },
  (request, response) => {
    asked.push(request.url ?? "")
    response.end("{}")
  },
)
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)))
afterAll(() => server.close())

it("a service whose certificate nobody vouches for is told nothing", async () => {
  const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
  expect(await prove(client({ origin }))).toEqual({ kind: "upstream", why: "unreachable" })
  expect(asked).toEqual([])
})
