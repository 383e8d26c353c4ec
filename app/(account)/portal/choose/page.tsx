import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { ErrorSummary } from "@/components/ui/error-summary"
import { framePerson } from "@/lib/http/frame-person"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireSession } from "@/lib/http/require-session"
import { parseReturnTo } from "@/lib/http/return-to"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  return refusableTitle((await words()).sessions.choose.title, searchParams)
}

/** For which of his units a person works in this session. Who has but one is not asked. */
export default async function ChoosePage({ searchParams }: Query) {
  const session = await requireSession("/portal/choose")
  const query = await searchParams
  const returnTo = parseReturnTo(typeof query.returnTo === "string" ? query.returnTo : undefined)
  if (session.seats.length < 2) redirect(returnTo ?? "/portal")
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const refusal = await shownRefusal(query.refused)
  return (
    <SignedInFrame person={framePerson(session, locale)} place="portal">
      {refusal ? (
        <ErrorSummary title={w.ui.errorSummaryTitle} faults={[{ text: refusalText(refusal, locale) }]} />
      ) : null}
      <h1>{w.sessions.choose.title}</h1>
      <p className="mt-1 mb-6 max-w-reading text-ink-2">{w.sessions.choose.lead}</p>
      <form method="post" action="/api/portal/choose" className="max-w-reading space-y-3">
        {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
        {session.seats.map((seat) => (
          <button
            key={seat.membershipId}
            type="submit"
            name="membershipId"
            value={seat.membershipId}
            className="btn w-full flex-col items-start! gap-0! text-left"
          >
            <span lang={locale === "en" && !seat.unitNameEn ? "th" : undefined}>
              {locale === "en" && seat.unitNameEn ? seat.unitNameEn : seat.unitName}
            </span>
            <span className="text-sm font-normal text-ink-2">
              {[
                ...(seat.isAdmin ? [w.sessions.choose.admin] : []),
                ...(seat.membershipId === session.chosenMembershipId ? [w.sessions.choose.chosen] : []),
              ].join(" · ")}
            </span>
          </button>
        ))}
      </form>
    </SignedInFrame>
  )
}
