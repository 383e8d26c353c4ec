import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { LinkButton } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { nameIn } from "@/components/units/unit-names"
import { framePerson } from "@/lib/http/frame-person"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { usersPath } from "@/lib/http/users-path"
import { memberFaults } from "@/lib/i18n/member-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getUnitUsers } from "@/lib/members/get-unit-users"
import { OpenOffers } from "./open-offers"
import { UserList } from "./user-list"

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return refusableTitle((await words()).members.title, searchParams)
}

/** The users of a unit: who they are, how they stand, and who has not accepted yet. */
export default async function UnitUsersPage({ params, searchParams }: Props) {
  const { code } = await params
  const path = usersPath(code)
  const session = await requireConsole(path)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const m = w.members
  const query = await searchParams
  const [found, refusal] = await Promise.all([
    runRead(getUnitUsers, { ...query, unitCode: code }),
    shownRefusal(query.refused),
  ])
  if (!found.ok) notFound()
  const { unit, offers } = found.value
  const said = Object.entries(m.done).find(([name]) => name === query.done)?.[1]
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <p className="mb-2 text-sm">
        <a href={`/unit/${encodeURIComponent(code)}`}>{nameIn(locale, unit)}</a>
      </p>
      {refusal ? (
        <ErrorSummary title={w.ui.errorSummaryTitle} faults={memberFaults(refusal, locale)} />
      ) : null}
      {said && !refusal ? (
        <div className="mb-4">
          <Notice tone="done">{said}</Notice>
        </div>
      ) : null}
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h1>{m.title}</h1>
        {unit.canManage ? (
          <LinkButton href={`${path}/new`} kind="main">
            {m.add}
          </LinkButton>
        ) : null}
      </div>
      <UserList w={w} locale={locale} path={path} shown={found.value} />
      <OpenOffers w={w} locale={locale} unit={unit} offers={offers} />
    </SignedInFrame>
  )
}
