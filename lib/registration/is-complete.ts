import "server-only"
import type { Registration } from "@/db/queries/registration"
import type { RegistrationPage } from "./rules"

/** The first page of a request on which something is missing; nothing where all is there. */
export function missingPage(row: Registration): RegistrationPage | undefined {
  if (!(row.nationalIdHash && row.titleTh && row.givenNameTh && row.familyNameTh)) return "person"
  if (!(row.unitId && row.post && row.staffKind)) return "unit"
  return row.email && row.emailVerifiedAt ? undefined : "email"
}

/** Whether nothing of what is typed is missing. */
export function isComplete(row: Registration): boolean {
  return missingPage(row) === undefined
}
