import "server-only"
import { findImport, type ImportRow, listImportCounts, listImportRows } from "@/db/queries/imports"
import { canManageSomeUnit, unitInSight } from "@/lib/access/unit-in-sight"
import { maskNationalId } from "@/lib/identity/rules"
import { found, notShown, read } from "@/lib/kernel/read"
import { openRow } from "./row-content"
import { importLimits } from "./rules"
import { shownImportInput } from "./schema"

/** A workbook of users as its page shows it: how far it is, and a page of its rows; numbers masked. */
export const getImport = read({
  name: "imports.batch",
  input: shownImportInput,
  allow: canManageSomeUnit,
  async run({ db, actor, now, input }) {
    const unit = await unitInSight(db, actor, { unitCode: input.unitCode, now })
    if (!unit?.canManage) return notShown()
    const batch = await findImport(db, { batchId: input.batchId, unitId: unit.id })
    if (!batch) return notShown()
    const { show, after } = input
    const plan = show === "failed" ? undefined : show
    const states = show === "failed" ? (["failed", "kept"] as const) : undefined
    const [counts, rows] = await Promise.all([
      listImportCounts(db, batch.id),
      listImportRows(db, { batchId: batch.id, after, limit: importLimits.rowsPerPage + 1, plan, states }),
    ])
    const shown = rows.slice(0, importLimits.rowsPerPage)
    const { code, nameTh, nameEn } = unit
    return found({
      unit: { code, nameTh, nameEn },
      batch: { id: batch.id, state: batch.state, uploadedAt: batch.uploadedAt },
      counts: countsOf(counts),
      show,
      isFirst: after === 0,
      rows: shown.map(shownRow),
      next: rows.length > shown.length ? shown.at(-1)?.number : undefined,
    })
  },
})

/** What the page of an import shows. */
export type ImportShown = Extract<Awaited<ReturnType<typeof getImport.run>>, { ok: true }>["value"]

/** A row as it is read by the unit that sent it. */
export function shownRow(row: ImportRow) {
  const { name, nationalId } = openRow(row)
  const { number, plan, state, outcome, faults, rolesState } = row
  return {
    number,
    name,
    nationalId: nationalId === "" ? "" : maskNationalId(nationalId),
    plan,
    state,
    outcome,
    faults,
    rolesState,
  }
}

function countsOf(counts: Awaited<ReturnType<typeof listImportCounts>>) {
  const sum = (isMeant: (one: (typeof counts)[number]) => boolean) =>
    counts.filter(isMeant).reduce((total, { count }) => total + count, 0)
  const isMeant = ({ plan }: { plan: ImportRow["plan"] }) => plan === "create" || plan === "change"
  return {
    create: sum(({ plan }) => plan === "create"),
    change: sum(({ plan }) => plan === "change"),
    same: sum(({ plan }) => plan === "same"),
    refuse: sum(({ plan }) => plan === "refuse"),
    failed: sum((one) => isMeant(one) && (one.state === "failed" || one.state === "kept")),
    toDo: sum(isMeant),
    applied: sum((one) => isMeant(one) && one.state !== "waiting"),
    undone: sum((one) => isMeant(one) && (one.state === "undone" || one.state === "kept")),
    undoable: sum((one) => isMeant(one) && one.state !== "failed" && one.state !== "waiting"),
  }
}
