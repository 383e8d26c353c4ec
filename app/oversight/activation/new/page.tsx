import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Pagination } from "@/components/ui/pagination"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import { nameIn } from "@/components/units/unit-names"
import { getEmptyUnits } from "@/lib/activation/get-empty-units"
import { linesPerPage } from "@/lib/activation/rules"
import { emptyUnitsPath } from "@/lib/http/activation-path"
import { framePerson } from "@/lib/http/frame-person"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { formatCount } from "@/lib/i18n/digits"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { searchUnits } from "@/lib/units/search-units"
import { IssueForm } from "./issue-form"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  return refusableTitle((await words()).activation.issue.title, searchParams)
}

/** Units without anybody who can get in, to be chosen or all at once. */
export default async function IssueCodesPage({ searchParams }: Query) {
  const query = await searchParams
  const session = await requireConsole("/oversight/activation/new")
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const i = w.activation.issue
  const empty = await runRead(getEmptyUnits, query)
  if (!empty.ok) notFound()
  const { filters, total, withoutCode } = empty.value
  const places = await runRead(searchUnits, {})
  const refusal = await shownRefusal(query.refused)
  const last = Math.ceil(total / linesPerPage)
  const page = (target: number, label: string) => {
    const path = emptyUnitsPath({ q: filters.q, province: filters.province })
    return { href: `${path}${path.includes("?") ? "&" : "?"}page=${target}`, label }
  }
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <p className="mb-2 text-sm">
        <a href="/oversight/activation">{w.activation.office.back}</a>
      </p>
      {refusal ? (
        <ErrorSummary title={w.ui.errorSummaryTitle} faults={[{ text: refusalText(refusal, locale) }]} />
      ) : null}
      <div className="mb-5 max-w-reading">
        <h1>{i.title}</h1>
        <p className="mt-1">{i.lead}</p>
      </div>
      <search>
        <form
          method="get"
          action="/oversight/activation/new"
          className="mb-5 grid items-end gap-3 sm:grid-cols-[1fr_16rem_auto]"
        >
          <TextField
            name="q"
            type="search"
            label={w.activation.office.query}
            defaultValue={filters.q}
            maxLength={100}
          />
          <SelectField
            name="province"
            label={i.province}
            empty={i.anyProvince}
            options={(places.ok ? places.value.provinces : []).map((one) => ({
              value: one.code,
              label: nameIn(locale, one),
            }))}
            defaultValue={filters.province}
          />
          <Button>{w.activation.office.find}</Button>
        </form>
      </search>
      {total === 0 ? (
        <EmptyState title={i.none}>
          <p>{i.noneBody}</p>
        </EmptyState>
      ) : (
        <>
          <p className="mb-2 text-sm text-ink-2">
            {i.count(formatCount(total, locale), formatCount(withoutCode, locale))}
          </p>
          <IssueForm w={w} locale={locale} empty={empty.value} />
        </>
      )}
      {last > 1 ? (
        <Pagination
          label={w.ui.pages.label}
          position={w.ui.pages.at(formatCount(filters.page, locale), formatCount(last, locale))}
          previous={filters.page > 1 ? page(filters.page - 1, w.ui.pages.previous) : undefined}
          next={filters.page < last ? page(filters.page + 1, w.ui.pages.next) : undefined}
        />
      ) : null}
    </SignedInFrame>
  )
}
