import "server-only"
import { findAskedUnit, findOpenCode, findRegistration, type Registration } from "@/db/queries/registration"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { listDocuments } from "@/lib/documents/list-documents"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { registrationTokenHashes } from "./hashes"
import { missingPage } from "./is-complete"
import { registrationIdPlace } from "./places"
import { editableFields } from "./rules"
import { registrationInput } from "./schema"

/** The request of this browser, as its applicant sees it on the pages that he fills in. */
export const getMyRegistration = read({
  name: "registration.mine",
  input: registrationInput,
  allow: canBeAnyone,
  async run({ db, now, input }) {
    const row = await findRegistration(db, { tokenHashes: registrationTokenHashes(input.registration) })
    if (!row) return notShown("registration.gone")
    const isOver = row.expiresAt <= now && (row.state === "draft" || row.state === "returned")
    if (isOver) return notShown("registration.expired")
    const documents = await listDocuments(db, { kind: "registration", id: row.id })
    const code = await findOpenCode(db, row.id)
    return found({
      ...typedOf(row),
      unit: row.unitId ? ((await findAskedUnit(db, { id: row.unitId })) ?? null) : null,
      documents,
      editable: [...editableFields(row)],
      missing: missingPage(row) ?? (documents.some(({ state }) => state === "ready") ? null : "documents"),
      code: code && code.expiresAt > now ? code : null,
    })
  },
})

function typedOf(row: Registration) {
  const { nationalIdSealed, id } = row
  return {
    number: row.number,
    version: row.version,
    state: row.state,
    page: row.page,
    isProved: row.provedAt !== null,
    nationalId: nationalIdSealed ? open(keyRing(), registrationIdPlace(id), nationalIdSealed) : "",
    titleTh: row.titleTh,
    givenNameTh: row.givenNameTh,
    familyNameTh: row.familyNameTh,
    post: row.post,
    staffKind: row.staffKind,
    staffReason: row.staffReason,
    telephone: row.telephone,
    email: row.email ?? "",
    isEmailConfirmed: row.emailVerifiedAt !== null,
    returnedFields: row.returnedFields ?? [],
    submittedAt: row.submittedAt,
    expiresAt: row.expiresAt,
  }
}
