import type { Metadata } from "next"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { DutiesPanel } from "@/components/signin/duties-panel"
import { ErrorSummary } from "@/components/ui/error-summary"
import { framePerson } from "@/lib/http/frame-person"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireSession } from "@/lib/http/require-session"
import { parseReturnTo } from "@/lib/http/return-to"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { dutiesVersion } from "@/lib/sessions/rules"
import { dutiesDatedOn } from "@/lib/signin/rules"
import { EmailReminder } from "./email-reminder"
import { HeldPowers } from "./held-powers"
import { MySystems } from "./my-systems"
import { MyUnits } from "./my-units"
import { OffersNotice } from "./offers-notice"
import { StrongFactorNotice } from "./strong-factor-notice"
import { ThaidDutyNotice } from "./thaid-duty-notice"

type Query = {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).systems.launcher.title }
}

/** The launcher; before it, once and at every change, the duties of use. */
export default async function PortalPage({ searchParams }: Query) {
  const session = await requireSession("/portal")
  const query = await searchParams
  const text = (value: string | string[] | undefined) => (typeof value === "string" ? value : "")
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const refusal = await shownRefusal(query.refused)
  const mustAccept = session.dutiesVersion !== dutiesVersion
  return (
    <SignedInFrame person={framePerson(session, locale)} place="portal">
      {refusal ? (
        <ErrorSummary title={w.ui.errorSummaryTitle} faults={[{ text: refusalText(refusal, locale) }]} />
      ) : null}
      {mustAccept ? (
        <DutiesPanel
          w={w}
          locale={locale}
          version={dutiesVersion}
          datedOn={dutiesDatedOn}
          action="/api/duties"
          returnTo={parseReturnTo(text(query.returnTo))}
        />
      ) : (
        <>
          <HeldPowers w={w} locale={locale} until={session.powersHeldUntil} />
          <StrongFactorNotice w={w} locale={locale} gate={session.gate} />
          <ThaidDutyNotice w={w} locale={locale} />
          <EmailReminder w={w} locale={locale} />
          <OffersNotice w={w} locale={locale} />
          <MySystems session={session} w={w} locale={locale} query={text(query.q)} />
          <MyUnits w={w} locale={locale} seats={session.seats} />
        </>
      )}
    </SignedInFrame>
  )
}
