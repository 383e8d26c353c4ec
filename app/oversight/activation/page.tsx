import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { Button, LinkButton } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { Pagination } from "@/components/ui/pagination"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import { getRegister } from "@/lib/activation/get-register"
import { codeStates, linesPerPage } from "@/lib/activation/rules"
import { framePerson } from "@/lib/http/frame-person"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { formatCount } from "@/lib/i18n/digits"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, type Dictionary, words, wordsIn } from "@/lib/i18n/words"
import { RegisterTable } from "./register-table"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  return refusableTitle((await words()).activation.office.title, searchParams)
}

/** The register of activation codes within one's reach: issued, used, expired, replaced. Never a code. */
export default async function ActivationRegisterPage({ searchParams }: Query) {
  const query = await searchParams
  const session = await requireConsole("/oversight/activation")
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const o = w.activation.office
  const register = await runRead(getRegister, query)
  if (!register.ok) notFound()
  const { filters, total, lines, canIssue } = register.value
  const refusal = await shownRefusal(query.refused)
  const last = Math.ceil(total / linesPerPage)
  const page = (target: number, label: string) => ({ href: addressOf(filters, target), label })
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      {refusal ? (
        <ErrorSummary title={w.ui.errorSummaryTitle} faults={[{ text: refusalText(refusal, locale) }]} />
      ) : null}
      {query.done === "printed" && !refusal ? (
        <div className="mb-4">
          <Notice tone="done">{o.doneAll}</Notice>
        </div>
      ) : null}
      <div className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="max-w-reading">
          <h1>{o.title}</h1>
          <p className="mt-1">{o.lead}</p>
        </div>
        {canIssue ? (
          <LinkButton href="/oversight/activation/new" kind="main">
            {o.issueNew}
          </LinkButton>
        ) : null}
      </div>
      <Filters w={w} filters={filters} />
      {lines.length === 0 ? (
        <EmptyState title={o.none}>
          <p>{o.noneBody}</p>
        </EmptyState>
      ) : (
        <>
          <p className="mb-2 text-sm text-ink-2">{o.count(formatCount(total, locale))}</p>
          <RegisterTable w={w} locale={locale} lines={lines} />
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

type Filtered = { readonly q: string; readonly state: (typeof codeStates)[number] | "" }

function Filters({ w, filters }: { w: Dictionary; filters: Filtered }) {
  const o = w.activation.office
  return (
    <search>
      <form
        method="get"
        action="/oversight/activation"
        className="mb-5 grid items-end gap-3 sm:grid-cols-[1fr_14rem_auto]"
      >
        <TextField name="q" type="search" label={o.query} defaultValue={filters.q} maxLength={100} />
        <SelectField
          name="state"
          label={o.state}
          empty={o.anyState}
          options={codeStates.map((state) => ({ value: state, label: o.states[state] }))}
          defaultValue={filters.state}
        />
        <Button>{o.find}</Button>
      </form>
    </search>
  )
}

function addressOf({ q, state }: Filtered, page: number): string {
  const query = new URLSearchParams({ ...(q && { q }), ...(state && { state }), page: String(page) })
  return `/oversight/activation?${query}`
}
