import { ShareBar } from "@/components/oversight/share-bar"
import { type Column, DataTable } from "@/components/ui/data-table"
import { nameIn } from "@/components/units/unit-names"
import { formatShortDate } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { isOffice, percent } from "@/lib/oversight/rules"

type Child = {
  code: string
  kind: Parameters<typeof isOffice>[0]
  nameTh: string
  nameEn: string | null
  admins: number
  orderEndsOn: string | null
  adminSeenAt: Date | null
  counted: { units: number; withoutAdmin: number; oneAdmin: number; waiting: number } | null
}

type ChildTableProps = {
  w: Dictionary
  locale: Locale
  path: string
  page: { children: readonly Child[]; next: string | undefined }
}

/** The offices and units directly below: the sums of the one, how the other stands. */
export function ChildTable({ w, locale, path, page }: ChildTableProps) {
  const t = w.oversight.table
  const offices = page.children.filter(({ counted }) => counted !== null)
  const units = page.children.filter(({ counted }) => counted === null)
  return (
    <section aria-labelledby="table" className="my-6">
      <h2 id="table" className="mb-2">
        {t.title}
      </h2>
      {page.children.length === 0 ? <p className="text-ink-2">{t.empty}</p> : null}
      {offices.length > 0 ? (
        <DataTable
          caption={t.title}
          rowKey={({ code }) => code}
          rows={offices}
          columns={officeColumns(t, locale)}
        />
      ) : null}
      {units.length > 0 ? (
        <DataTable
          caption={t.title}
          rowKey={({ code }) => code}
          rows={units}
          columns={unitColumns(t, locale)}
        />
      ) : null}
      {page.next ? (
        <p className="mt-3">
          <a href={`${path}?after=${page.next}`}>{t.next}</a>
        </p>
      ) : null}
    </section>
  )
}

type TableWords = Dictionary["oversight"]["table"]

const count = (value: number, locale: Locale) => digits(value.toLocaleString("en"), locale)

function nameColumn(t: TableWords, locale: Locale): Column<Child> {
  return {
    key: "unit",
    label: t.unit,
    rowName: true,
    cell: (row) => (
      <>
        <a href={isOffice(row.kind) && row.counted ? `/oversight/${row.code}` : `/unit/${row.code}`}>
          {nameIn(locale, row)}
        </a>{" "}
        <span className="text-sm text-ink-2">{digits(row.code, locale)}</span>
      </>
    ),
  }
}

function adminsColumn(t: TableWords, locale: Locale): Column<Child> {
  const cell = ({ admins }: Child) => (admins === 0 ? t.nobody : t.people(count(admins, locale)))
  return { key: "admins", label: t.admins, end: true, cell }
}

function officeColumns(t: TableWords, locale: Locale): Column<Child>[] {
  const number = (key: string, label: string, of: (counted: NonNullable<Child["counted"]>) => number) => {
    const cell = ({ counted }: Child) => (counted ? count(of(counted), locale) : "")
    return { key, label, end: true, cell }
  }
  return [
    nameColumn(t, locale),
    number("below", t.below, ({ units }) => units),
    {
      key: "share",
      label: t.covered,
      end: true,
      cell: ({ counted }) => <Covered counted={counted} locale={locale} />,
    },
    number("one", t.oneAdmin, ({ oneAdmin }) => oneAdmin),
    number("waiting", t.waiting, ({ waiting }) => waiting),
    adminsColumn(t, locale),
  ]
}

function unitColumns(t: TableWords, locale: Locale): Column<Child>[] {
  return [
    nameColumn(t, locale),
    adminsColumn(t, locale),
    {
      key: "ends",
      label: t.orderEnds,
      end: true,
      cell: ({ admins, orderEndsOn }) => {
        if (admins === 0) return "–"
        return orderEndsOn ? formatShortDate(new Date(orderEndsOn), locale) : t.noEnd
      },
    },
    {
      key: "seen",
      label: t.seen,
      end: true,
      cell: ({ admins, adminSeenAt }) => {
        if (admins === 0) return "–"
        return adminSeenAt ? formatShortDate(adminSeenAt, locale) : t.neverSeen
      },
    },
  ]
}

function Covered({ counted, locale }: { counted: Child["counted"]; locale: Locale }) {
  if (!counted) return null
  const share = percent(counted.units - counted.withoutAdmin, counted.units)
  return <ShareBar percent={share} label={`${digits(String(share), locale)}%`} />
}
