import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { nameIn } from "@/components/units/unit-names"
import { framePerson } from "@/lib/http/frame-person"
import { pathSegment } from "@/lib/http/path-segment"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { usersPath } from "@/lib/http/users-path"
import { memberFaults } from "@/lib/i18n/member-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getUnitUser } from "@/lib/members/get-unit-user"
import { AccountActs } from "./account-acts"
import { UserActs } from "./user-acts"
import { UserFacts } from "./user-facts"
import { UserGrants } from "./user-grants"
import { UserHistory } from "./user-history"

type Props = {
  params: Promise<{ code: string; membership: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return refusableTitle((await words()).members.userTitle, searchParams)
}

/** A user of a unit: the facts, the rights, what happened. */
export default async function UnitUserPage({ params, searchParams }: Props) {
  const { code, membership } = await params
  const list = usersPath(code)
  const path = `${list}/${pathSegment(membership, 36)}`
  const session = await requireConsole(path)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const query = await searchParams
  const [found, refusal] = await Promise.all([
    runRead(getUnitUser, { unitCode: code, membershipId: membership }),
    shownRefusal(query.refused),
  ])
  if (!found.ok) notFound()
  const { unit, user, events } = found.value
  const said = Object.entries(w.members.acts.done).find(([name]) => name === query.done)?.[1]
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <div className="max-w-reading">
        <p className="mb-2 text-sm">
          <a href={list}>{w.members.back(nameIn(locale, unit))}</a>
        </p>
        {refusal ? (
          <ErrorSummary title={w.ui.errorSummaryTitle} faults={memberFaults(refusal, locale)} />
        ) : null}
        {said && !refusal ? (
          <div className="mb-4">
            <Notice tone="done">{said}</Notice>
          </div>
        ) : null}
        <h1 className="mb-4" lang="th">
          {user.name}
        </h1>
        <UserFacts w={w} locale={locale} user={user} />
        <UserActs w={w} path={path} shown={found.value} />
        <AccountActs w={w} path={path} shown={found.value} />
        <UserGrants w={w} locale={locale} grants={user.grants} />
        <UserHistory w={w} locale={locale} events={events} />
      </div>
    </SignedInFrame>
  )
}
