import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { DataTable } from "@/components/ui/data-table"
import { adminLines } from "@/components/units/admin-lines"
import { AdminList } from "@/components/units/admin-list"
import { nameIn } from "@/components/units/unit-names"
import { spendLookupPage } from "@/lib/http/page-allowance"
import { runRead } from "@/lib/http/run-read"
import { formatDateTime } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getDistrictSheet } from "@/lib/units/get-district-sheet"

type Query = { searchParams: Promise<{ district?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).units.lookup.print, robots: { index: false } }
}

/** The SSO Admins of one district on paper: A4, dated, with a QR that leads to the living list. */
export default async function DistrictSheetPage({ searchParams }: Query) {
  await spendLookupPage()
  const answer = await runRead(getDistrictSheet, await searchParams)
  if (!answer.ok) notFound()
  const { office, units, address, qr, asOf } = answer.value
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const s = w.units.sheet
  const [district, province] =
    locale === "en" ? [office.districtEn, office.provinceEn] : [office.districtTh, office.provinceTh]
  const rows = units.map((unit, at) => ({ ...unit, number: digits(at + 1, locale) }))
  type Row = (typeof rows)[number]
  const columns = [
    { key: "number", label: s.number, cell: (row: Row) => row.number },
    { key: "unit", label: w.units.lookup.unit, rowName: true, cell: (row: Row) => nameIn(locale, row) },
    { key: "code", label: w.units.unit.code, cell: (row: Row) => digits(row.code, locale) },
    {
      key: "admins",
      label: w.units.lookup.admins,
      cell: (row: Row) => (
        <AdminList admins={adminLines(row.admins, w, locale)} nobody={w.units.lookup.nobody} />
      ),
    },
  ]
  return (
    <main id="content" tabIndex={-1} className="mx-auto max-w-page px-4 py-6 outline-none">
      <p className="screen-only mb-6 flex flex-wrap gap-x-6 text-sm">
        <a href={new URL(address).pathname + new URL(address).search}>{s.back}</a>
        <span className="text-ink-2">{s.print}</span>
      </p>
      <header className="mb-4 flex flex-col items-start justify-between gap-x-6 gap-y-4 sm:flex-row">
        <div>
          <h1>{s.title(district ?? "")}</h1>
          <p>{s.province(province ?? "")}</p>
          <p className="mt-2 text-sm text-ink-2">{w.units.lookup.asOf(formatDateTime(asOf, locale))}</p>
        </div>
        <figure className="flex-none text-center">
          <img src={`data:image/svg+xml,${encodeURIComponent(qr)}`} alt={s.qr} width={112} height={112} />
          <figcaption className="text-xs">{s.qr}</figcaption>
        </figure>
      </header>
      <DataTable caption={s.title(district ?? "")} columns={columns} rows={rows} rowKey={(row) => row.code} />
    </main>
  )
}
