import "server-only"
import { findImport, listImportRows } from "@/db/queries/imports"
import { canManageSomeUnit, unitInSight } from "@/lib/access/unit-in-sight"
import { en } from "@/lib/i18n/en"
import { th } from "@/lib/i18n/th"
import { found, notShown, read } from "@/lib/kernel/read"
import { sheetLimits } from "@/lib/sheets/sheet-lines"
import { writeWorkbook } from "@/lib/sheets/write-workbook"
import { rowTexts } from "./fault-text"
import { shownRow } from "./get-import"
import { importResultInput } from "./schema"

/** What became of each row of a workbook, as a workbook; numbers masked. */
export const getImportResult = read({
  name: "imports.result",
  input: importResultInput,
  allow: canManageSomeUnit,
  async run({ db, actor, now, input }) {
    const unit = await unitInSight(db, actor, { unitCode: input.unitCode, now })
    if (!unit?.canManage) return notShown()
    const batch = await findImport(db, { batchId: input.batchId, unitId: unit.id })
    if (!batch) return notShown()
    const rows = await listImportRows(db, { batchId: batch.id, after: 0, limit: sheetLimits.rows })
    const { locale } = input
    const w = (locale === "th" ? th : en).imports
    const lines = rows.map(shownRow).map((row) => {
      const roles = row.rolesState === "none" ? [] : [w.rolesStates[row.rolesState]]
      return [
        row.number,
        row.nationalId,
        row.name,
        w.plans[row.plan],
        row.plan === "refuse" ? "" : w.rowStates[row.state],
        [...roles, ...rowTexts(row, locale)].join("\n"),
      ]
    })
    const headings = [
      w.table.row,
      w.columns.nationalId,
      w.table.person,
      w.table.plan,
      w.table.state,
      w.table.why,
    ]
    const widths = [8, 20, 32, 16, 16, 80]
    const columns = headings.map((heading, at) => ({ heading, width: widths[at] ?? 20 }))
    return found(await writeWorkbook([{ name: w.sheetName, columns, rows: lines }]))
  },
})
