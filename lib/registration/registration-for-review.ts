import "server-only"
import {
  type AskedUnit,
  findAskedUnit,
  findDoubles,
  findKnownAccount,
  findRegistration,
  type KnownAccount,
  type Registration,
} from "@/db/queries/registration"
import type { Executor } from "@/db/types"
import type { CaseFact, CaseFacts, CaseWarning } from "@/lib/cases/facts"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { listDocuments } from "@/lib/documents/list-documents"
import { formatNationalId } from "@/lib/identity/rules"
import { likeness } from "@/lib/units/likeness"
import { normaliseForSearch } from "@/lib/units/rules"
import { registrationIdPlace } from "./places"
import { needsReason, type ReturnableField } from "./rules"

/** How alike two names must be for a warning, of 1. */
const alike = 0.85

/**
 * All that a reviewer is told of a registration. The number stands in full: it is what is compared with the evidence. The
 * caller has asked whether this person may see it, and audits that he did.
 */
export async function registrationForReview(
  db: Executor,
  registrationId: string,
  _now: Date,
): Promise<CaseFacts | undefined> {
  const row = await findRegistration(db, { id: registrationId })
  const unit = row?.unitId ? await findAskedUnit(db, { id: row.unitId }) : undefined
  if (!(row && unit)) return undefined
  const number = row.nationalIdSealed
    ? open(keyRing(), registrationIdPlace(row.id), row.nationalIdSealed)
    : ""
  const hashes = number === "" ? [] : keyedHashes(keyRing(), "national-id", number)
  const doubles = await findDoubles(db, { id: row.id, hashes, unitId: row.unitId })
  const account = await findKnownAccount(db, hashes)
  const documents = await listDocuments(db, { kind: "registration", id: row.id })
  const name = `${row.givenNameTh} ${row.familyNameTh}`
  return {
    kind: "registration",
    subjectId: row.id,
    groups: groupsOf(row, unit, number),
    people: [],
    warnings: [
      ...warningsOf(row, unit, account),
      ...doubles.requests.map((otherNumber) => ({ code: "same-person-waiting" as const, otherNumber })),
      ...doubles.files.map((otherNumber) => ({ code: "same-file" as const, otherNumber })),
      ...(documents.some(({ virusScan }) => virusScan === "unscanned")
        ? [{ code: "unscanned-file" as const }]
        : []),
      ...(doubles.names.some((other) => isAlike(name, other)) ? [{ code: "same-name" as const }] : []),
    ],
    returnedFields: row.returnedFields ?? [],
  }
}

function groupsOf(row: Registration, unit: AskedUnit, number: string): CaseFacts["groups"] {
  const isProved = row.provedAt !== null
  const text = (field: ReturnableField, value: string, proved = false): CaseFact => ({
    field,
    value: { is: "text", text: value },
    isProved: proved,
  })
  const { nameTh, nameEn, code } = unit
  const kind = row.staffKind ?? "other"
  return [
    {
      group: "person",
      facts: [
        text("name", `${row.titleTh}${row.givenNameTh} ${row.familyNameTh}`, isProved),
        text("nationalId", formatNationalId(number), isProved),
      ],
    },
    {
      group: "unit",
      facts: [
        { field: "unit", value: { is: "unit", nameTh, nameEn, code }, isProved: false },
        text("post", row.post),
        { field: "staffKind", value: { is: "staff-kind", kind }, isProved: false },
        ...(row.staffReason ? [text("staffReason", row.staffReason)] : []),
      ],
    },
    {
      group: "contact",
      facts: [text("telephone", row.telephone), text("email", row.email ?? "", row.emailVerifiedAt !== null)],
    },
  ]
}

function warningsOf(row: Registration, unit: AskedUnit, account: KnownAccount | undefined): CaseWarning[] {
  const isDisputed = account?.lockedReason === "disputed"
  const isOutsider = needsReason({ unitKind: unit.kind, staffKind: row.staffKind ?? "other" })
  return [
    ...(row.provedAt ? [] : [{ code: "not-proved" as const }]),
    ...(isDisputed ? [{ code: "disputed-account" as const }] : []),
    // the account that came by this very request is none that was there before
    ...(account && !isDisputed && account.accountId !== row.accountId
      ? [{ code: "same-person-account" as const }]
      : []),
    ...(isOutsider ? [{ code: "staff-reason" as const }] : []),
  ]
}

function isAlike(one: string, other: string): boolean {
  return likeness(normaliseForSearch(one), normaliseForSearch(other)) >= alike
}
