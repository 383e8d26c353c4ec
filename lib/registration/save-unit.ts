import "server-only"
import { findAskedUnit, markRegistration, type Registration } from "@/db/queries/registration"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { openRequest } from "./open-request"
import { pageAfter } from "./page-after"
import { editableFields, needsReason } from "./rules"
import { saveUnitInput } from "./schema"

/** Saves where the person works, and as what. Whoever is no permanent official of such a unit says why he asks. */
export const saveUnit = command({
  name: "registration.save-unit",
  input: saveUnitInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const row = await openRequest(tx, { ...input, now })
    if ("kind" in row) return row
    const open = editableFields(row)
    const key = open.has("unit") && input.unit !== undefined ? { code: input.unit } : idOf(row)
    const unit = key && (await findAskedUnit(tx, key))
    if (!unit) return refused("registration.unit-unknown")
    const pick = <F extends "post" | "staffKind" | "staffReason" | "telephone">(field: F) =>
      open.has(field) && input[field] !== undefined ? input[field] : row[field]
    const [staffKind, post] = [pick("staffKind"), pick("post")]
    if (!staffKind || !post) return refused("registration.incomplete")
    const isAsked = needsReason({ unitKind: unit.kind, staffKind })
    const staffReason = isAsked ? (pick("staffReason") ?? "") : ""
    if (isAsked && staffReason === "") return refused("registration.reason-missing")
    await markRegistration(tx, row.id, {
      unitId: unit.id,
      staffKind,
      post,
      staffReason,
      telephone: pick("telephone") ?? "",
      page: pageAfter(row, "unit"),
    })
    return done(null, { subject: row.id, unit: unit.id })
  },
})

function idOf({ unitId }: Registration) {
  return unitId ? { id: unitId } : undefined
}
