import { randomBytes } from "node:crypto"
import { describe, expect, it } from "vitest"
import { KeyMissing, parseKeyRing } from "./key-ring"
import { keyedHash, keyedHashes } from "./keyed-hash"
import { randomSixDigits, randomToken } from "./random"
import { sameBytes } from "./same-bytes"
import { open, seal, sealedBy } from "./seal"

const key = () => randomBytes(32).toString("base64")
const [old, fresh] = [key(), key()]
const before = parseKeyRing(`k1:${old}`)
const after = parseKeyRing(`k2:${fresh},k1:${old}`)

describe("the key ring", () => {
  it("refuses a malformed ring without showing it", () => {
    for (const bad of ["", "k1", "k1:short", `k1:${old},k1:${fresh}`, `K 1:${old}`]) {
      expect(() => parseKeyRing(bad)).toThrow(/^KEY_RING is malformed$/)
    }
  })
  it("derives a different key for each purpose", () => {
    expect(before.derive("k1", "seal")).not.toEqual(before.derive("k1", "otp-code"))
  })
  it("opens after rotation what the old key sealed", () => {
    const sealed = seal(before, "persons/1", "1234567890121")
    expect(open(after, "persons/1", sealed)).toBe("1234567890121")
    expect(sealedBy(sealed)).toBe("k1")
    expect(sealedBy(seal(after, "persons/1", "x"))).toBe("k2")
  })
  it("does not open with a ring that lost the key", () => {
    const sealed = seal(before, "persons/1", "x")
    expect(() => open(parseKeyRing(`k2:${fresh}`), "persons/1", sealed)).toThrow(new KeyMissing("k1"))
    expect(new KeyMissing("k1").message).toBe("KEY_RING has no key k1")
  })
})

describe("a sealed value", () => {
  const sealed = seal(before, "persons/1", "ความลับ")
  it("does not open in another row", () => {
    expect(() => open(before, "persons/2", sealed)).toThrow()
  })
  it("does not open when any byte was changed", () => {
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => open(before, "persons/1", changed), `byte ${at}`).toThrow()
    }
  })
  it("differs each time", () => {
    expect(seal(before, "persons/1", "ความลับ")).not.toEqual(sealed)
  })
})

describe("keyed hashes", () => {
  it("find a value under the active and the former key", () => {
    const stored = keyedHash(before, "national-id", "1234567890121")
    expect(keyedHashes(after, "national-id", "1234567890121").some((h) => sameBytes(h, stored))).toBe(true)
    expect(sameBytes(keyedHash(after, "national-id", "1234567890121"), stored)).toBe(false)
  })
})

describe("random values", () => {
  it("have their form", () => {
    expect(randomToken()).toMatch(/^[\w-]{43}$/)
    for (let i = 0; i < 100; i++) expect(randomSixDigits()).toMatch(/^\d{6}$/)
  })
})
