import { randomUUID } from "node:crypto"
import { registrations } from "@/db/schema/registration"
import type { Database } from "@/db/types"
import { queueCase } from "@/lib/cases/queue-case"
import { requestNumber } from "@/lib/cases/request-number"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { randomToken } from "@/lib/crypto/random"
import { keyRing } from "@/lib/crypto/ring"
import { seal } from "@/lib/crypto/seal"
import { registrationTokenHash, secretHash } from "@/lib/registration/hashes"
import { newSecret } from "@/lib/registration/new-secret"
import { registrationIdPlace } from "@/lib/registration/places"
import { inventedNationalId } from "./account"

type Wanted = Partial<typeof registrations.$inferInsert> & {
  readonly unitId: string
  readonly nationalId?: string
}

/**
 * Makes a complete registration in a unit. It is a draft unless told otherwise; one that is `submitted` has its case in the
 * queue. Other states are reached by the steps that lead there.
 */
export async function makeRegistration(db: Database, overrides: Wanted) {
  const { nationalId = inventedNationalId(), ...columns } = overrides
  const now = columns.createdAt ?? new Date("2026-11-20T02:00:00Z")
  const id = columns.id ?? randomUUID()
  const [token, secret] = [randomToken(), newSecret()]
  const row = {
    id,
    number: requestNumber("R"),
    secretHash: secretHash(id, secret),
    tokenHash: registrationTokenHash(token),
    state: "draft" as const,
    nationalIdSealed: seal(keyRing(), registrationIdPlace(id), nationalId),
    nationalIdHash: keyedHash(keyRing(), "national-id", nationalId),
    titleTh: "นาง",
    givenNameTh: "ปราณี",
    familyNameTh: "ใจดี",
    post: "นักจัดการงานทั่วไปปฏิบัติการ",
    staffKind: "local-government" as const,
    telephone: "044 000 000",
    email: `${id}@test.example`,
    emailVerifiedAt: now,
    locale: "th" as const,
    privacyVersion: 1,
    privacyAcceptedAt: now,
    page: 6,
    createdAt: now,
    expiresAt: new Date(now.getTime() + 30 * 24 * 60 * 60 * 1000),
    ...columns,
  }
  if (row.state === "submitted") row.submittedAt ??= now
  await db.transaction(async (tx) => {
    if (row.state === "submitted") {
      const title = `${row.titleTh}${row.givenNameTh} ${row.familyNameTh}`
      const { number, unitId } = row
      await queueCase(tx, {
        kind: "registration",
        subjectId: id,
        number,
        unitId,
        title,
        now: row.submittedAt ?? now,
      })
    }
    await tx.insert(registrations).values(row)
  })
  return { id, number: row.number, token, secret, nationalId, email: row.email ?? "", unitId: row.unitId }
}
