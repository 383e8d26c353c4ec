import "server-only"
import { randomBytes } from "node:crypto"
import { availableParallelism } from "node:os"
import { hash, verify } from "@node-rs/argon2"
import { isLegacyHash, verifyLegacyHash } from "./legacy-hash"

/** argon2id (the library's default algorithm), m = 19,456 KiB, t = 2, p = 1 (OWASP ASVS 5.0 appendix C; product page, limits). */
export const passwordHashOptions = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/**
 * Hashes at work at once: one more than there are cores, so that none idles while the main thread takes a result. More
 * would only make each slower and starve the threads that the driver needs.
 */
const atOnce = Math.max(2, availableParallelism()) + 1
/** Waiting hashes beyond which a caller is told that the portal is busy: about a second and a half of work. */
const mayWait = 64

/** Thrown when the queue of hashes is full. The caller answers "busy, try again" at once (503). */
export class HashingBusy extends Error {}

let working = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (working >= atOnce) {
    if (waiting.length >= mayWait) throw new HashingBusy("too many passwords are being checked")
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else {
    working += 1
  }
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    // The place is handed over without being given back, so that no newcomer slips in between.
    if (next) next()
    else working -= 1
  }
}

/**
 * A password as it is hashed: NFKC (NIST SP 800-63B-4 §3.1.1.2), so that the same Thai phrase typed on another
 * keyboard is the same password. Length is judged on what was typed.
 */
function normalised(password: string): string {
  return password.normalize("NFKC")
}

/** Hashes a password off the main thread, in PHC format. Throws `HashingBusy`. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalised(password), passwordHashOptions))
}

/**
 * Whether the password is the one that was hashed; false for a malformed hash. Throws `HashingBusy`. A hash of an older
 * kind costs the argon2id of an unknown user beside its own work, so that a quick one (SHA-1, MD5) is not told by its speed.
 */
export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return inTurn(async () => {
    if (!isLegacyHash(stored)) return verify(stored, normalised(password)).catch(() => false)
    const decoyed = verify(decoyHash(), normalised(password))
    const [matches] = await Promise.all([verifyLegacyHash(stored, password).catch(() => false), decoyed])
    return matches
  })
}

const currentForm = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/

/** Whether a stored hash is of an older kind, or made with lower parameters than today's. */
export function needsRehash(stored: string): boolean {
  const [, memory, time, lanes] = currentForm.exec(stored) ?? []
  const { memoryCost, timeCost, parallelism } = passwordHashOptions
  return Number(memory) !== memoryCost || Number(time) !== timeCost || Number(lanes) !== parallelism
}

// Unpadded base64, as PHC strings have it.
const anyBytes = (count: number) => randomBytes(count).toString("base64").replace(/=+$/, "")

const { memoryCost: m, timeCost: t, parallelism: p } = passwordHashOptions
const decoy = `$argon2id$v=19$m=${m},t=${t},p=${p}$${anyBytes(16)}$${anyBytes(32)}`

/**
 * A hash with the same parameters that no one's password matches: verified for unknown users, so they cost the same.
 * Its bytes are drawn, not worked out: hashing once for it would make the first unknown user of a process dearer.
 */
export function decoyHash(): string {
  return decoy
}
