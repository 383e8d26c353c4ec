import "server-only"
import { markRegistration } from "@/db/queries/registration"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done } from "@/lib/kernel/outcome"
import { openRequest } from "./open-request"
import { pageAfter } from "./page-after"
import { editableFields } from "./rules"
import { savePersonInput } from "./schema"
import { sealedNumber } from "./sealed-number"

/** Saves who it is. Whether the number has an account here already is told to nobody, since whoever types it may be anyone. */
export const savePerson = command({
  name: "registration.save-person",
  input: savePersonInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const row = await openRequest(tx, { ...input, now })
    if ("kind" in row) return row
    const open = editableFields(row)
    const { nationalId, titleTh, givenNameTh, familyNameTh } = input
    const number = open.has("nationalId") && nationalId ? sealedNumber(row.id, nationalId) : {}
    await markRegistration(tx, row.id, {
      ...number,
      ...(open.has("name") && titleTh !== undefined ? { titleTh } : {}),
      ...(open.has("name") && givenNameTh !== undefined ? { givenNameTh } : {}),
      ...(open.has("name") && familyNameTh !== undefined ? { familyNameTh } : {}),
      page: pageAfter(row, "person"),
    })
    return done(null, { subject: row.id })
  },
})
