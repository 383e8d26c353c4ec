import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { getCare } from "@/lib/caretakers/get-care"
import { framePerson } from "@/lib/http/frame-person"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { formatDateTime } from "@/lib/i18n/dates"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getStepUp } from "@/lib/signin/get-step-up"
import { CareActs } from "./care-acts"
import { CareLimits } from "./care-limits"

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const w = await words()
  const refusal = await shownRefusal((await searchParams).refused)
  return { title: `${refusal ? w.ui.errorTitlePrefix : ""}${w.caretakers.title}` }
}

/** Which office looks after a unit, what that gives and what not, and the buttons of who may change it. */
export default async function CaretakerPage({ params, searchParams }: Props) {
  const { code } = await params
  const path = `/unit/${encodeURIComponent(code)}/caretaker`
  const session = await requireConsole(path)
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const c = w.caretakers
  const [answer, step, refusal] = await Promise.all([
    runRead(getCare, { unitCode: code }),
    runRead(getStepUp, {}),
    shownRefusal(query.refused),
  ])
  if (!answer.ok) notFound()
  const { unit, care, canBegin, canRenew, canEnd } = answer.value
  const said = Object.entries(c.done).find(([name]) => name === query.done)?.[1]
  const isFresh = step.ok && step.value.isFresh
  const named = (nameTh: string, nameEn: string | null) => (locale === "en" && nameEn ? nameEn : nameTh)
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <div className="max-w-reading space-y-4">
        {refusal ? (
          <ErrorSummary
            title={w.ui.errorSummaryTitle}
            faults={[
              {
                text: refusalText(refusal, locale),
                ...(refusal.code === "caretakers.confirm" ? { field: "confirmed" } : {}),
              },
            ]}
          />
        ) : null}
        {said && !refusal ? <Notice tone="done">{said}</Notice> : null}
        <h1>{c.title}</h1>
        <p className="text-lg">{named(unit.nameTh, unit.nameEn)}</p>
        <p>{c.lead}</p>
        <Notice tone={unit.hasWorkingAdmin || care ? "information" : "needs-you"}>
          <p>{unit.hasWorkingAdmin ? c.hasAdmin : c.hasNoAdmin}</p>
          <p>
            {care
              ? c.current({
                  office: named(care.officeTh, care.officeEn),
                  since: formatDateTime(care.begunAt, locale),
                  until: formatDateTime(care.endsAt, locale),
                })
              : c.nobody}
          </p>
          {care?.renewedAt ? <p>{c.wasRenewed}</p> : null}
        </Notice>
        <CareLimits w={w} />
        <CareActs w={w} unitCode={code} can={{ canBegin, canRenew, canEnd, isFresh }} />
      </div>
    </SignedInFrame>
  )
}
