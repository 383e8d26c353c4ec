import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { rightParts } from "@/components/rights/right-name"
import { ErrorSummary } from "@/components/ui/error-summary"
import { framePerson } from "@/lib/http/frame-person"
import { pathSegment } from "@/lib/http/path-segment"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { unitRightsPath } from "@/lib/http/rights-path"
import { runRead } from "@/lib/http/run-read"
import { typedFields } from "@/lib/http/typed-fields"
import { formatDate, formatDateTime } from "@/lib/i18n/dates"
import { rightsFaults } from "@/lib/i18n/rights-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getWaitingRequest } from "@/lib/rights/get-waiting-request"
import { DecideForm } from "./decide-form"

type Props = {
  params: Promise<{ code: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).rights.decide.title }
}

/** A request for a right, to be answered. */
export default async function RightsRequestPage({ params, searchParams }: Props) {
  const { code, id } = await params
  const path = unitRightsPath(code)
  const query = await searchParams
  const session = await requireConsole(`${path}/requests/${pathSegment(id, 36)}`)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const r = w.rights.requests
  const [found, refusal] = await Promise.all([
    runRead(getWaitingRequest, { unitCode: code, requestId: id }),
    shownRefusal(query.refused),
  ])
  if (!found.ok) notFound()
  const request = found.value
  const faults = refusal ? rightsFaults(refusal, locale) : []
  const typed = refusal ? await typedFields(`request ${id}`) : undefined
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <div className="max-w-reading">
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        <p className="mb-2 text-sm">
          <a href={path}>{w.rights.decide.back}</a>
        </p>
        <h1>{w.rights.decide.title}</h1>
        <p className="mt-3 text-lg" lang="th">
          <b>{request.name}</b> {request.post}
        </p>
        <p>{locale === "en" && request.unitEn ? request.unitEn : request.unitTh}</p>
        <p className="mt-2 font-semibold">{r.asks(...rightParts(locale, request))}</p>
        <p className="break-words">{r.reason(request.reason)}</p>
        <p className="mb-6 text-sm text-ink-2">
          {r.at(formatDateTime(request.askedAt, locale), formatDate(request.expiresAt, locale))}
        </p>
        <DecideForm w={w} locale={locale} unitCode={code} requestId={id} faults={faults} typed={typed} />
      </div>
    </SignedInFrame>
  )
}
