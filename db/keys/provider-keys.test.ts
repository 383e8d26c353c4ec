import { expect, it } from "vitest"
import { insertKey } from "@/db/queries/oidc"
import { rings } from "@/db/testing/rings"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { openKeySet } from "@/lib/oidc/key-set"
import { newKey } from "@/lib/oidc/new-key"
import { keyUses } from "@/lib/oidc/rules"
import { isComplete, rotateKeys } from "./rotate-keys"

const database = useTestDatabase()
const now = new Date("2026-11-21T01:30:00Z")

it("a rotation seals the OpenID Provider's keys anew, which stay what they were", async () => {
  for (const use of keyUses) {
    const key = await newKey(rings.before, use)
    const times = { createdAt: now, activatedAt: now }
    await database().db.transaction((tx) => insertKey(tx, { ...key, use, state: "active", ...times }))
  }
  const before = await openKeySet(database().db, rings.before)
  await expect(openKeySet(database().db, rings.after)).rejects.toThrow()
  const rotation = await rotateKeys(database().db, rings.during, { clock: () => now, onProgress: () => {} })
  expect(isComplete(rotation)).toBe(true)
  expect(await openKeySet(database().db, rings.after)).toEqual(before)
})
