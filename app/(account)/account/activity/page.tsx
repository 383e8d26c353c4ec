import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { EmptyState } from "@/components/ui/empty-state"
import { Notice } from "@/components/ui/notice"
import { Pagination } from "@/components/ui/pagination"
import { getMyActivity } from "@/lib/activity/get-my-activity"
import { shownDays } from "@/lib/activity/rules"
import { framePerson } from "@/lib/http/frame-person"
import { requireReadySession } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { digits, formatCount } from "@/lib/i18n/digits"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { ActivityList } from "./activity-list"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const path = "/account/activity"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).activity.title }
}

/** What happened with one's own account, in plain sentences. */
export default async function ActivityPage({ searchParams }: Query) {
  const session = await requireReadySession(path)
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const a = w.activity
  const mine = await runRead(getMyActivity, { page: query.page })
  if (!mine.ok) notFound()
  const { lines, page, pages } = mine.value
  const to = (target: number, label: string) => ({
    href: target === 1 ? path : `${path}?page=${target}`,
    label,
  })
  return (
    <SignedInFrame person={framePerson(session, locale)} place="account">
      <div className="mx-auto max-w-reading">
        <h1 className="mb-2">{a.title}</h1>
        <p className="mb-5 text-ink-2">{a.lead(digits(shownDays, locale))}</p>
        <div className="mb-6">
          <Notice tone="information">
            <p>{a.notYou}</p>
            <p>
              <a href="/account/password">{a.changePassword}</a>
            </p>
          </Notice>
        </div>
        {lines.length > 0 ? (
          <ActivityList w={w} locale={locale} lines={lines} />
        ) : (
          <EmptyState title={page > 1 ? a.noneHere : a.none}>
            {page > 1 ? <a href={path}>{a.firstPage}</a> : null}
          </EmptyState>
        )}
        {lines.length > 0 && pages > 1 ? (
          <Pagination
            label={w.ui.pages.label}
            position={w.ui.pages.at(formatCount(page, locale), formatCount(pages, locale))}
            previous={page > 1 ? to(page - 1, w.ui.pages.previous) : undefined}
            next={page < pages ? to(page + 1, w.ui.pages.next) : undefined}
          />
        ) : null}
        <p className="mt-8 border-t border-line pt-4 text-sm">
          <a href="/account">{w.ui.frame.account}</a>
        </p>
      </div>
    </SignedInFrame>
  )
}
