import { parseKeyRing } from "@/lib/crypto/key-ring"

const key = (byte: number) => Buffer.alloc(32, byte).toString("base64")

/** Rings before a rotation, during it, after it, and one that has lost all of them; as the setting KEY_RING is written. */
export const ringTexts = {
  before: `k1:${key(1)}`,
  during: `k2:${key(2)},k1:${key(1)}`,
  after: `k2:${key(2)}`,
  lost: `k9:${key(9)}`,
} as const

/** The same, parsed. */
export const rings = {
  before: parseKeyRing(ringTexts.before),
  during: parseKeyRing(ringTexts.during),
  after: parseKeyRing(ringTexts.after),
  lost: parseKeyRing(ringTexts.lost),
} as const
