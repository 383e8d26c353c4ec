import type { Metadata } from "next"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { usualTime } from "@/components/rights/usual-time"
import { EmptyState } from "@/components/ui/empty-state"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { framePerson } from "@/lib/http/frame-person"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireReadySession } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { rightsFaults } from "@/lib/i18n/rights-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getMyRights } from "@/lib/rights/get-my-rights"
import { OwnRequests } from "./own-requests"
import { SystemList } from "./system-list"

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).rights.mine.title }
}

/** “ขอสิทธิ์”: what one asked for, and the systems for which one may ask, by unit. */
export default async function MyRightsPage({ searchParams }: Props) {
  const session = await requireReadySession("/portal/rights")
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const m = w.rights.mine
  const [mine, refusal] = await Promise.all([runRead(getMyRights, {}), shownRefusal(query.refused)])
  if (!mine.ok) return null
  const said = Object.entries(m.done).find(([name]) => name === query.done)?.[1]
  const { seats, requests } = mine.value
  return (
    <SignedInFrame person={framePerson(session, locale)} place="portal">
      <div className="max-w-reading">
        {refusal ? (
          <ErrorSummary title={w.ui.errorSummaryTitle} faults={rightsFaults(refusal, locale)} />
        ) : null}
        {said && !refusal ? (
          <div className="mb-6">
            <Notice tone="done">{said}</Notice>
          </div>
        ) : null}
        <p className="mb-2 text-sm">
          <a href="/portal">{w.ui.frame.portal}</a>
        </p>
        <h1>{m.title}</h1>
        <p className="mt-1 mb-6">{m.lead}</p>
        {requests.length > 0 ? <OwnRequests w={w} locale={locale} requests={requests} /> : null}
        {seats.length === 0 ? <EmptyState title={m.noSeat} /> : null}
        {seats.map((seat) => {
          const at = session.seats.find(({ membershipId }) => membershipId === seat.membershipId)
          const unit = (locale === "en" && at?.unitNameEn) || at?.unitName || ""
          return (
            <section key={seat.membershipId} aria-label={m.inUnit(unit)} className="mb-8">
              <h2>{m.inUnit(unit)}</h2>
              <p className="mb-2 text-sm text-ink-2">{usualTime(w, locale, seat.answerTime)}</p>
              <SystemList w={w} locale={locale} membershipId={seat.membershipId} systems={seat.systems} />
            </section>
          )
        })}
      </div>
    </SignedInFrame>
  )
}
