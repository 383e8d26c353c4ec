import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { ExportForm } from "@/components/imports/export-form"
import { usualTime } from "@/components/rights/usual-time"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { framePerson } from "@/lib/http/frame-person"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { unitRightsPath } from "@/lib/http/rights-path"
import { runRead } from "@/lib/http/run-read"
import { digits } from "@/lib/i18n/digits"
import { rightsFaults } from "@/lib/i18n/rights-faults"
import { currentLocale, type Dictionary, words, wordsIn } from "@/lib/i18n/words"
import { getRightsGrid } from "@/lib/rights/get-rights-grid"
import { ChooseForm } from "./choose-form"
import { GridForm } from "./grid-form"
import { RequestList } from "./request-list"
import { RoleMeanings } from "./role-meanings"

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).rights.title }
}

/** The rights of a unit's people in one system or one kind of system, and the requests that wait for an answer. */
export default async function UnitRightsPage({ params, searchParams }: Props) {
  const { code } = await params
  const path = unitRightsPath(code)
  const session = await requireConsole(path)
  const query = await searchParams
  const text = (value: string | string[] | undefined) => (typeof value === "string" ? value : "")
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const [grid, refusal] = await Promise.all([
    runRead(getRightsGrid, {
      unitCode: code,
      system: text(query.system),
      q: text(query.q),
      after: text(query.after),
    }),
    shownRefusal(query.refused),
  ])
  if (!grid.ok) notFound()
  const { unit, requests, below, answerTime } = grid.value
  const said = refusal ? undefined : doneWords(text(query.done), w, (count) => digits(count, locale))
  const r = w.rights
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      {refusal ? (
        <ErrorSummary title={w.ui.errorSummaryTitle} faults={rightsFaults(refusal, locale)} />
      ) : null}
      {said ? (
        <div className="mb-6">
          <Notice tone="done">{said}</Notice>
        </div>
      ) : null}
      <p className="mb-2 text-sm">
        <a href={`/unit/${encodeURIComponent(unit.code)}`}>
          {locale === "en" && unit.nameEn ? unit.nameEn : unit.nameTh}
        </a>
      </p>
      <h1>{r.title}</h1>
      <p className="mt-1 mb-5 max-w-reading">{unit.canManage ? r.lead : r.readOnly}</p>
      {unit.isCaretaker && unit.canManage ? <p className="mb-5 max-w-reading">{r.asCaretaker}</p> : null}
      {requests.length > 0 ? (
        <RequestList
          w={w}
          locale={locale}
          title={r.requests.title}
          about={usualTime(w, locale, answerTime)}
          requests={requests}
        />
      ) : null}
      {below.length > 0 ? (
        <RequestList
          w={w}
          locale={locale}
          title={r.requests.belowTitle}
          about={r.requests.belowAbout}
          requests={below.map((request) => ({ ...request, canAnswer: true, isElsewhere: true }))}
        />
      ) : null}
      <ChooseForm w={w} locale={locale} path={path} grid={grid.value} words={text(query.q)} />
      <RoleMeanings w={w} locale={locale} systems={grid.value.chosen.systems} />
      <GridForm w={w} locale={locale} path={path} grid={grid.value} words={text(query.q)} />
      <ExportForm w={w} code={unit.code} heading={w.imports.exportTitle} />
    </SignedInFrame>
  )
}

function doneWords(done: string, w: Dictionary, digitsOf: (count: string) => string): string | undefined {
  const d = w.rights.done
  if (done === "grant") return d.granted
  if (done === "refuse") return d.refused
  return /^\d{1,3}$/.test(done) ? d.changed(digitsOf(done)) : undefined
}
