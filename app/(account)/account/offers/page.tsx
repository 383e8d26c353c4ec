import type { Metadata } from "next"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { EmptyState } from "@/components/ui/empty-state"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { framePerson } from "@/lib/http/frame-person"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireReadySession } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { memberFaults } from "@/lib/i18n/member-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getMyOffers } from "@/lib/members/get-my-offers"
import { OwnOffer } from "./own-offer"

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return refusableTitle((await words()).members.own.title, searchParams)
}

/** The units that invite the person, to be accepted or declined. */
export default async function OffersPage({ searchParams }: Props) {
  const session = await requireReadySession("/account/offers")
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const o = w.members.own
  const query = await searchParams
  const [mine, refusal] = await Promise.all([runRead(getMyOffers, {}), shownRefusal(query.refused)])
  const offers = mine.ok ? mine.value : []
  const said = query.done === "accepted" ? o.accepted : query.done === "declined" ? o.declined : undefined
  return (
    <SignedInFrame person={framePerson(session, locale)} place="account">
      <div className="max-w-reading">
        <p className="mb-2 text-sm">
          <a href="/account">{w.ui.frame.account}</a>
        </p>
        {refusal ? (
          <ErrorSummary title={w.ui.errorSummaryTitle} faults={memberFaults(refusal, locale)} />
        ) : null}
        {said && !refusal ? (
          <div className="mb-6">
            <Notice tone="done">{said}</Notice>
          </div>
        ) : null}
        <h1>{o.title}</h1>
        {offers.length === 0 ? (
          <div className="mt-4">
            <EmptyState title={o.none} />
          </div>
        ) : (
          <>
            <p className="mt-1 mb-4">{o.lead}</p>
            <ul className="border-t border-line">
              {offers.map((offer) => (
                <OwnOffer key={offer.id} w={w} locale={locale} offer={offer} />
              ))}
            </ul>
          </>
        )}
      </div>
    </SignedInFrame>
  )
}
