import "server-only"
import { createHash, pbkdf2 } from "node:crypto"
import { promisify } from "node:util"
import { verify } from "@node-rs/bcrypt"
import { sameBytes } from "./same-bytes"

// Hashes that came over from an older system. Each opens one sign-in, which puts argon2id in its place; how they must be
// written stands in docs/operations/passwords.md.

const derive = promisify(pbkdf2)
const base64 = "[A-Za-z0-9+/]+"
const bcryptForm = /^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/
const pbkdf2Form = new RegExp(`^\\$pbkdf2-(sha256|sha512)\\$i=([1-9]\\d{0,6})\\$(${base64})\\$(${base64})$`)
const weakForm = new RegExp(`^\\$weak-(sha1|md5)\\$o=(sp|ps)\\$(${base64})\\$(${base64})$`)

/** Rounds beyond which a stored hash is taken for a fault: one of them would hold a processor for seconds. */
const mostRounds = 2_000_000

/** Whether a stored hash is of an older kind than argon2id. */
export function isLegacyHash(stored: string): boolean {
  return bcryptForm.test(stored) || pbkdf2Form.test(stored) || weakForm.test(stored)
}

/** Whether a stored hash gives its password away to who holds it: the password must be changed once it has opened. */
export function isWeakHash(stored: string): boolean {
  return weakForm.test(stored)
}

/**
 * Whether the password is the one that an older system hashed. It is taken exactly as typed: those systems knew no
 * NFKC, which would take Thai sara am apart.
 */
export async function verifyLegacyHash(stored: string, password: string): Promise<boolean> {
  if (bcryptForm.test(stored)) return verify(password, stored)
  return (await isDerived(stored, password)) || isDigested(stored, password)
}

async function isDerived(stored: string, password: string): Promise<boolean> {
  const [, digest = "", rounds = "", salt = "", key = ""] = pbkdf2Form.exec(stored) ?? []
  const wanted = Buffer.from(key, "base64")
  if (wanted.length < 16 || wanted.length > 64 || Number(rounds) > mostRounds) return false
  const derived = await derive(password, Buffer.from(salt, "base64"), Number(rounds), wanted.length, digest)
  return sameBytes(derived, wanted)
}

function isDigested(stored: string, password: string): boolean {
  const [, digest = "", order, salt = "", hash = ""] = weakForm.exec(stored) ?? []
  if (digest === "") return false
  const parts = [Buffer.from(salt, "base64"), Buffer.from(password, "utf8")]
  const made = createHash(digest).update(Buffer.concat(order === "sp" ? parts : parts.reverse()))
  return sameBytes(made.digest(), Buffer.from(hash, "base64"))
}
