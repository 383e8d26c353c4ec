import "server-only"
import {
  type Child,
  type Counted,
  type Found,
  findCounted,
  listChildren,
  listFound,
  listUnitsBelow,
  type UnitBelow,
} from "@/db/queries/oversight"
import { canSeeSomeUnit, unitInSight } from "@/lib/access/unit-in-sight"
import { formatDate, formatDateTime } from "@/lib/i18n/dates"
import { en } from "@/lib/i18n/en"
import type { Locale } from "@/lib/i18n/locale"
import { th } from "@/lib/i18n/th"
import { found, notShown, read } from "@/lib/kernel/read"
import { type SheetToWrite, writeWorkbook } from "@/lib/sheets/write-workbook"
import { isOffice, mostWorkbookLines, percent } from "./rules"
import { oversightWorkbookInput } from "./schema"

type Line = (string | number | null)[]

/** The tables of an office's oversight as a workbook: the sums, what lies directly below, what was found, and every local unit. */
export const getOversightWorkbook = read({
  name: "oversight.workbook",
  input: oversightWorkbookInput,
  allow: canSeeSomeUnit,
  async run({ db, actor, now, input }) {
    const office = await unitInSight(db, actor, { unitCode: input.officeCode, now })
    if (!office || !isOffice(office.kind)) return notShown()
    const limit = mostWorkbookLines
    const [counted, children, lines, units] = await Promise.all([
      findCounted(db, office.id),
      listChildren(db, { officeId: office.id, after: "", limit }),
      listFound(db, { path: office.path, finding: "", after: "", limit }),
      listUnitsBelow(db, office.path, limit),
    ])
    const wording = wordingIn(input.locale)
    const bytes = await writeWorkbook([
      sumsSheet(counted, wording),
      childSheet(children, wording),
      foundSheet(lines, wording),
      unitSheet(units, wording),
    ])
    return found({ bytes, code: office.code })
  },
})

type Wording = ReturnType<typeof wordingIn>

function wordingIn(locale: Locale) {
  const w = locale === "th" ? th : en
  const day = (at: Date | string | null) => (at ? formatDate(new Date(at), locale) : "")
  const time = (at: Date | null) => (at ? formatDateTime(at, locale) : "")
  const named = (row: { nameTh: string; nameEn: string | null }) =>
    locale === "en" && row.nameEn ? row.nameEn : row.nameTh
  return { o: w.oversight, u: w.units, locale, day, time, named }
}

function sheet(
  name: string,
  headings: readonly string[],
  widths: readonly number[],
  rows: Line[],
): SheetToWrite {
  return { name, columns: headings.map((heading, at) => ({ heading, width: widths[at] ?? 18 })), rows }
}

function sumsSheet(counted: Counted | undefined, { o, day, time }: Wording): SheetToWrite {
  const s = o.sums
  const rows: Line[] = counted
    ? [
        [s.units, counted.units],
        [s.covered, counted.units - counted.withoutAdmin],
        [s.withoutAdmin, counted.withoutAdmin],
        [s.oneAdmin, counted.oneAdmin],
        [s.ordersEnding, counted.ordersEnding],
        [s.adminsUnseen, counted.adminsUnseen],
        [s.waiting, counted.waiting],
        [s.waitingSince, counted.waitingSince ? day(counted.waitingSince) : s.none],
        [o.workbook.countedAt, time(counted.countedAt)],
      ]
    : [[o.notCounted, null]]
  return sheet(o.workbook.sums, [o.workbook.figure, o.workbook.value], [44, 26], rows)
}

function childSheet(children: readonly Child[], { o, day, named }: Wording): SheetToWrite {
  const t = o.table
  const headings = [
    o.workbook.code,
    t.unit,
    t.below,
    t.covered,
    t.percent,
    t.oneAdmin,
    t.waiting,
    t.admins,
    t.orderEnds,
    t.seen,
  ]
  const rows = children.map((row): Line => {
    const { counted } = row
    const covered = counted ? counted.units - counted.withoutAdmin : null
    return [
      row.code,
      named(row),
      counted?.units ?? null,
      covered,
      counted && covered !== null ? percent(covered, counted.units) : null,
      counted?.oneAdmin ?? null,
      counted?.waiting ?? null,
      row.admins,
      orderEnd(row, t.noEnd, day),
      day(row.adminSeenAt),
    ]
  })
  return sheet(o.workbook.children, headings, [12, 48], rows)
}

function foundSheet(lines: readonly Found[], { o, day, named }: Wording): SheetToWrite {
  const b = o.workbook
  const headings = [b.code, o.table.unit, b.finding, b.since, b.successor]
  const rows = lines.map((line): Line => {
    return [line.code, named(line), o.findings[line.finding], day(line.foundAt), line.successor ?? ""]
  })
  return sheet(b.found, headings, [12, 48, 36, 22, 32], rows)
}

function unitSheet(units: readonly UnitBelow[], { o, u, day, named, locale }: Wording): SheetToWrite {
  const b = o.workbook
  const t = o.table
  const headings = [b.code, t.unit, b.kind, b.district, b.province, t.admins, t.orderEnds, t.seen]
  const rows = units.map((row): Line => {
    const place = locale === "th" ? [row.districtTh, row.provinceTh] : [row.districtEn, row.provinceEn]
    return [
      row.code,
      named(row),
      u.kinds[row.kind],
      place[0] ?? "",
      place[1] ?? "",
      row.admins,
      orderEnd(row, t.noEnd, day),
      row.admins > 0 && !row.adminSeenAt ? t.neverSeen : day(row.adminSeenAt),
    ]
  })
  return sheet(b.units, headings, [12, 48, 28, 22, 22], rows)
}

/** When the last appointment of a unit's SSO Admins ends; nothing where there is none. */
function orderEnd(
  row: { readonly admins: number; readonly orderEndsOn: string | null },
  noEnd: string,
  day: (at: string | null) => string,
): string {
  if (row.admins === 0) return ""
  return row.orderEndsOn ? day(row.orderEndsOn) : noEnd
}
