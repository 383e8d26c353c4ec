import type { Metadata } from "next"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { SessionList } from "@/components/sessions/session-list"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { framePerson } from "@/lib/http/frame-person"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireReadySession } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getMyProfile } from "@/lib/identity/get-my-profile"
import { getMySessions } from "@/lib/sessions/get-my-sessions"
import { getMyMethod } from "@/lib/signin/get-my-method"
import { Profile } from "./profile"

type Query = {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).ui.frame.account }
}

/** One's own account: who I am here, and where I am signed in. */
export default async function AccountPage({ searchParams }: Query) {
  const session = await requireReadySession("/account")
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const [profile, method, mine, refusal] = await Promise.all([
    runRead(getMyProfile, {}),
    runRead(getMyMethod, {}),
    runRead(getMySessions, {}),
    shownRefusal(query.refused),
  ])
  return (
    <SignedInFrame person={framePerson(session, locale)} place="account">
      {refusal ? (
        <ErrorSummary title={w.ui.errorSummaryTitle} faults={[{ text: refusalText(refusal, locale) }]} />
      ) : null}
      {query.ended !== undefined && !refusal ? (
        <div className="mb-6">
          <Notice tone="done">{w.sessions.ended}</Notice>
        </div>
      ) : null}
      <h1 className="mb-6">{w.ui.frame.account}</h1>
      {profile.ok ? (
        <Profile
          profile={profile.value}
          codeFrom={method.ok ? method.value.codeFrom : undefined}
          w={w}
          locale={locale}
        />
      ) : null}
      <p className="mb-3">
        <a href="/account/factors">{w.factors.link}</a>
      </p>
      <p className="mb-3">
        <a href="/account/offers">{w.members.own.title}</a>
      </p>
      <p className="mb-10">
        <a href="/account/activity">{w.activity.link}</a>
      </p>
      {mine.ok ? (
        <SessionList
          w={w}
          locale={locale}
          sessions={mine.value.map((row) => ({
            ...row,
            isCurrent: row.isThisOne,
            isShared: row.sharedComputer,
            signedInAt: row.authenticatedAt,
          }))}
          actions={{
            end: "/api/account/sessions/end",
            endOthers: "/api/account/sessions/end-others",
          }}
        />
      ) : null}
    </SignedInFrame>
  )
}
