import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { rightName } from "@/components/rights/right-name"
import { usualTime } from "@/components/rights/usual-time"
import { ErrorSummary } from "@/components/ui/error-summary"
import { framePerson } from "@/lib/http/frame-person"
import { pathSegment } from "@/lib/http/path-segment"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireReadySession } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { typedFields } from "@/lib/http/typed-fields"
import { digits } from "@/lib/i18n/digits"
import { rightsFaults } from "@/lib/i18n/rights-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getAskable } from "@/lib/rights/get-my-rights"
import { AskForm } from "./ask-form"

type Props = {
  params: Promise<{ system: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).rights.mine.title }
}

/** A system, its roles with what each means, and the request for one of them. */
export default async function AskRightPage({ params, searchParams }: Props) {
  const { system: code } = await params
  const query = await searchParams
  const membershipId = typeof query.m === "string" ? query.m : ""
  const path = `/portal/rights/${pathSegment(code, 40)}?m=${pathSegment(membershipId, 36)}`
  const session = await requireReadySession(path)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const m = w.rights.mine
  const [found, refusal] = await Promise.all([
    runRead(getAskable, { system: code, membershipId }),
    shownRefusal(query.refused),
  ])
  if (!found.ok) notFound()
  const system = found.value
  const seat = session.seats.find((one) => one.membershipId === membershipId)
  const faults = refusal ? rightsFaults(refusal, locale) : []
  const typed = refusal ? await typedFields(`ask ${code}`) : undefined
  const contact = [system.contactName, system.contactTelephone, system.contactEmail].filter(Boolean).join(" ")
  return (
    <SignedInFrame person={framePerson(session, locale)} place="portal">
      <div className="max-w-reading">
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        <p className="mb-2 text-sm">
          <a href="/portal/rights">{m.back}</a>
        </p>
        <h1>{m.askNamed(rightName(locale, system))}</h1>
        <p>{m.inUnit((locale === "en" && seat?.unitNameEn) || seat?.unitName || "")}</p>
        <p className="mb-6 text-sm text-ink-2">{usualTime(w, locale, system.answerTime)}</p>
        <AskForm
          w={w}
          locale={locale}
          membershipId={membershipId}
          system={code}
          roles={system.roles}
          faults={faults}
          typed={typed}
        />
        {contact ? <p className="mt-6 text-sm">{m.contact(digits(contact, locale))}</p> : null}
      </div>
    </SignedInFrame>
  )
}
