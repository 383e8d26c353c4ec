import { randomInt, randomUUID } from "node:crypto"
import { accounts, persons } from "@/db/schema/identity"
import type { Database } from "@/db/types"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { hashPassword } from "@/lib/crypto/password-hash"
import { keyRing } from "@/lib/crypto/ring"
import { seal } from "@/lib/crypto/seal"
import { nationalIdPlace } from "@/lib/identity/places"
import { nationalIdCheckDigit } from "@/lib/identity/rules"
import { dutiesVersion } from "@/lib/sessions/rules"
import { usernameKey } from "@/lib/signin/rules"

let invented = randomInt(100_000_000)

/** A valid, invented 13-digit number; none comes twice, which by chance one in thousands would. */
export function inventedNationalId(): string {
  invented = (invented + 1) % 100_000_000
  const twelve = `1999${String(invented).padStart(8, "0")}`
  return `${twelve}${nationalIdCheckDigit(twelve)}`
}

/** Makes an active account with a password and a confirmed e-mail address; anything can be overridden. */
export async function makeAccount(
  db: Database,
  overrides: Partial<typeof accounts.$inferInsert> & {
    readonly password?: string
    readonly nationalId?: string
  } = {},
) {
  const {
    password = `รหัสผ่านสำหรับทดสอบ ${randomUUID()}`,
    nationalId = inventedNationalId(),
    ...columns
  } = overrides
  const id = columns.id ?? randomUUID()
  const personId = columns.personId ?? randomUUID()
  const username = columns.username === undefined ? `user-${id}` : columns.username
  const now = columns.createdAt ?? new Date("2026-11-01T00:00:00Z")
  await db.insert(persons).values({
    id: personId,
    nationalIdSealed: seal(keyRing(), nationalIdPlace(personId), nationalId),
    nationalIdHash: keyedHash(keyRing(), "national-id", nationalId),
    givenNameTh: "ทดสอบ",
    familyNameTh: "ระบบ",
  })
  const row = {
    id,
    personId,
    state: "active" as const,
    stateChangedAt: now,
    username,
    usernameKey: username && usernameKey(username),
    email: `${id}@test.example`,
    emailVerifiedAt: now,
    passwordHash: await hashPassword(password),
    passwordSetAt: now,
    dutiesVersion,
    dutiesAcceptedAt: now,
    createdAt: now,
    ...columns,
  }
  await db.insert(accounts).values(row)
  return { id, personId, email: row.email ?? null, username: username ?? "", password, nationalId }
}
