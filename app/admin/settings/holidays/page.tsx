import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { ChangeHistory } from "@/components/settings/change-history"
import { settingFaults } from "@/components/settings/setting-faults"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { mayForAll } from "@/lib/access/may"
import { getHolidays } from "@/lib/cases/get-holidays"
import { framePerson } from "@/lib/http/frame-person"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requestContext } from "@/lib/http/request-context"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { typedFields } from "@/lib/http/typed-fields"
import { digits } from "@/lib/i18n/digits"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { AddDay } from "./add-day"
import { DaysOfYear } from "./days-of-year"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const path = "/admin/settings/holidays"

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  const w = await words()
  const refusal = await shownRefusal((await searchParams).refused)
  return { title: `${refusal ? w.ui.errorTitlePrefix : ""}${w.settings.holidays.title}` }
}

/** The days off by which working days are counted: a year of the calendar, and what the Department changes of it. */
export default async function HolidaysPage({ searchParams }: Query) {
  const session = await requireConsole(path)
  const { actor } = await requestContext()
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const h = w.settings.holidays
  const asked = typeof query.year === "string" ? query.year.slice(0, 10) : undefined
  const [shown, refusal, typed] = await Promise.all([
    runRead(getHolidays, { year: asked }),
    shownRefusal(query.refused),
    typedFields("holidays"),
  ])
  if (!shown.ok) notFound()
  const { year, version, days, changes } = shown.value
  const faults = refusal ? settingFaults(refusal, w, locale) : []
  const mayChange = mayForAll("settings.change")(actor)
  const eraYear = (be: number) => digits(locale === "th" ? be : be - 543, locale)
  return (
    <SignedInFrame person={framePerson(session, locale)} place="settings">
      {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
      {query.saved === "1" && !refusal ? (
        <div className="mb-6">
          <Notice tone="done">{w.settings.saved}</Notice>
        </div>
      ) : null}
      <p className="mb-2 text-sm">
        <a href="/admin/settings">{h.back}</a>
      </p>
      <h1>{h.title}</h1>
      <p className="mt-1 mb-6 max-w-reading text-ink-2">{h.about}</p>
      {mayChange ? (
        <AddDay w={w} locale={locale} version={version} faults={faults} typed={typed} />
      ) : (
        <Notice tone="information">{w.settings.readOnly}</Notice>
      )}
      <section aria-labelledby="year-list" className="mt-10 border-t-2 border-ink pt-3">
        <h2 id="year-list">{h.ofYear(eraYear(year))}</h2>
        <nav aria-label={h.years} className="my-3 flex flex-wrap gap-x-6">
          <a href={`${path}?year=${year - 1}`}>{h.yearBefore(eraYear(year - 1))}</a>
          <a href={`${path}?year=${year + 1}`}>{h.yearAfter(eraYear(year + 1))}</a>
        </nav>
        <DaysOfYear w={w} locale={locale} days={days} version={version} mayChange={mayChange} />
      </section>
      <ChangeHistory
        w={w}
        locale={locale}
        changes={changes}
        what={({ added, dropped }) => h.changedTo(digits(added, locale), digits(dropped, locale))}
      />
    </SignedInFrame>
  )
}
