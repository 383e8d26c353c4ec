import "server-only"
import { type ExportedUser, listExportedUsers } from "@/db/queries/imports-known"
import { canSeeSomeUnit, unitInSight } from "@/lib/access/unit-in-sight"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { formatDate } from "@/lib/i18n/dates"
import { en } from "@/lib/i18n/en"
import type { Locale } from "@/lib/i18n/locale"
import { th } from "@/lib/i18n/th"
import { nationalIdPlace } from "@/lib/identity/places"
import { maskNationalId } from "@/lib/identity/rules"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import type { Standing } from "@/lib/members/rules"
import { maskEmail } from "@/lib/otp/rules"
import { writeCsv } from "@/lib/sheets/write-csv"
import { writeWorkbook } from "@/lib/sheets/write-workbook"
import { exportInput } from "./schema"

/**
 * The users of a unit with their roles, as a file; numbers and addresses masked as on the screens. Taking out so many at once
 * is recorded, so it is a command though nothing changes.
 */
export const exportUsers = command({
  name: "imports.export",
  input: exportInput,
  allow: canSeeSomeUnit,
  async run({ tx, actor, now, input }) {
    const unit = await unitInSight(tx, actor, { unitCode: input.unitCode, now })
    if (!unit) return refused("not-found")
    const users = await listExportedUsers(tx, unit.id, now)
    const table = tableOf(users, input.locale)
    const { title, headings, rows } = table
    const columns = headings.map((heading) => ({ heading, width: 22 }))
    const bytes =
      input.as === "csv"
        ? writeCsv([headings, ...rows])
        : await writeWorkbook([{ name: title, columns, rows }])
    const detail = { as: input.as, rows: rows.length }
    return done({ bytes, code: unit.code }, { subject: unit.id, unit: unit.id, detail })
  },
})

function tableOf(users: readonly ExportedUser[], locale: Locale) {
  const w = locale === "th" ? th : en
  const { columns } = w.imports
  const m = w.members
  const systems = [
    ...new Set(users.flatMap(({ roles }) => roles.map(({ systemCode }) => systemCode))),
  ].toSorted()
  const headings = [
    columns.nationalId,
    m.columns.name,
    w.imports.username,
    columns.email,
    columns.post,
    columns.staffKind,
    columns.officeTelephone,
    columns.orderText,
    columns.validFrom,
    columns.validUntil,
    m.columns.state,
    m.isAdmin,
    ...systems.map((code) => w.imports.systemColumn(code)),
  ]
  const day = (text: string | null) => (text ? formatDate(new Date(`${text}T12:00:00Z`), locale) : "")
  const rolesIn = (user: ExportedUser, code: string) =>
    user.roles
      .filter(({ systemCode }) => systemCode === code)
      .map((role) => {
        const name = locale === "th" ? role.nameTh : role.nameEn
        return role.validUntil ? w.imports.roleUntil(name, day(role.validUntil)) : name
      })
      .join(", ")
  const rows = users.map((user) => [
    maskNationalId(open(keyRing(), nationalIdPlace(user.personId), user.nationalIdSealed)),
    user.name,
    user.username ?? "",
    user.email ? maskEmail(user.email) : "",
    user.post,
    m.kinds[user.staffKind],
    user.officeTelephone ?? "",
    user.orderText,
    day(user.validFrom),
    day(user.validUntil),
    m.standings[user.standing as Standing],
    user.isAdmin ? m.isAdmin : "",
    ...systems.map((code) => rolesIn(user, code)),
  ])
  return { title: w.imports.sheetName, headings, rows }
}
