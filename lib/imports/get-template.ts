import "server-only"
import { canManageSomeUnit, unitInSight } from "@/lib/access/unit-in-sight"
import { en } from "@/lib/i18n/en"
import { th } from "@/lib/i18n/th"
import { found, notShown, read } from "@/lib/kernel/read"
import { sheetLimits } from "@/lib/sheets/sheet-lines"
import { writeWorkbook } from "@/lib/sheets/write-workbook"
import { rolesFor } from "./judging"
import { type ImportField, importFields, neededFields } from "./rules"
import { templateInput } from "./schema"

/** Columns of the template that have something to say of what is typed there. */
const hinted: Partial<Record<ImportField, "nationalId" | "date">> = {
  nationalId: "nationalId",
  validFrom: "date",
  validUntil: "date",
  rightsUntil: "date",
}

/** The empty workbook that a unit fills in: its own systems with the roles that can be given there. */
export const getTemplate = read({
  name: "imports.template",
  input: templateInput,
  allow: canManageSomeUnit,
  async run({ db, actor, now, input }) {
    const unit = await unitInSight(db, actor, { unitCode: input.unitCode, now })
    if (!unit?.canManage) return notShown()
    const isThai = input.locale === "th"
    const { imports: w, members } = isThai ? th : en
    const fields = importFields.map((field) => {
      const hint = hinted[field]
      return {
        heading: `${w.columns[field]}${neededFields.includes(field) ? " *" : ""}`,
        width: 24,
        ...(hint ? { hint: w.hints[hint] } : {}),
        ...(field === "staffKind" ? { choices: Object.values(members.kinds) } : {}),
      }
    })
    const roles = await rolesFor(db, unit.id)
    const systems = [...new Map(roles.map((role) => [role.systemCode, role])).values()]
    const room = systems.slice(0, sheetLimits.columns - fields.length).map((system) => ({
      heading: w.systemColumn(system.systemCode),
      width: 20,
      hint: w.hints.role(isThai ? system.systemTh : system.systemEn),
      isFree: true,
      choices: roles
        .filter(({ systemCode }) => systemCode === system.systemCode)
        .map(({ nameTh, nameEn }) => (isThai ? nameTh : nameEn)),
    }))
    // the sheet is found by its Thai name, whatever language its headings are in
    const columns = [...fields, ...room]
    const emptyRows = sheetLimits.rows - 1
    return found(await writeWorkbook([{ name: th.imports.sheetName, columns, rows: [], emptyRows }]))
  },
})
