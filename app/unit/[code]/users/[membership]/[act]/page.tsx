import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { ErrorSummary } from "@/components/ui/error-summary"
import { framePerson } from "@/lib/http/frame-person"
import { pathSegment } from "@/lib/http/path-segment"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { typedFields } from "@/lib/http/typed-fields"
import { usersPath } from "@/lib/http/users-path"
import { memberFaults } from "@/lib/i18n/member-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getUnitUser, type UserShown } from "@/lib/members/get-unit-user"
import { type AskedAct, askedActs } from "@/lib/members/rules"
import { ActForm } from "./act-form"
import { EditForm } from "./edit-form"

type Props = {
  params: Promise<{ code: string; membership: string; act: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const actOf = (typed: string): AskedAct | undefined => askedActs.find((one) => one === typed)

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { acts } = (await words()).members
  const act = actOf((await params).act)
  return refusableTitle(act ? acts.pages[act].title : acts.edit, searchParams)
}

/** One thing that is to be done with a user of the unit or his account: what follows from it, and why it is done. */
export default async function UserActPage({ params, searchParams }: Props) {
  const { code, membership, act: asked } = await params
  const user = `${usersPath(code)}/${pathSegment(membership, 36)}`
  const session = await requireConsole(`${user}/${pathSegment(asked, 20)}`)
  const act = actOf(asked)
  if (!act && asked !== "edit") notFound()
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const query = await searchParams
  const [found, refusal, typed] = await Promise.all([
    runRead(getUnitUser, { unitCode: code, membershipId: membership }),
    shownRefusal(query.refused),
    typedFields(`${asked} ${membership}`),
  ])
  if (!found.ok || !isOpen(found.value, act)) notFound()
  const faults = refusal ? memberFaults(refusal, locale) : []
  const at = { w, locale, shown: found.value, faults }
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <div className="max-w-reading">
        <p className="mb-2 text-sm">
          <a href={user} lang="th">
            {found.value.user.name}
          </a>
        </p>
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        <h1 className="mb-4">{act ? w.members.acts.pages[act].title : w.members.acts.edit}</h1>
        {act ? (
          <ActForm {...at} act={act} typed={typed ?? {}} />
        ) : (
          <EditForm {...at} typed={refusal ? typed : undefined} />
        )}
      </div>
    </SignedInFrame>
  )
}

/** Whether the reader may be asked this at all; the command asks everything again. */
function isOpen({ unit, user, isSelf, canActOnAccount }: UserShown, act: AskedAct | undefined): boolean {
  const isHere = user.state !== "ended"
  switch (act) {
    case "suspend":
      return unit.canManage && !isSelf && user.state === "active"
    case "end":
      return unit.canManage && !isSelf && isHere
    case "leave":
      return isSelf && isHere
    case "suspend-account":
      return canActOnAccount && user.accountState === "active"
    case "close-account":
      return canActOnAccount && user.accountState !== "closed"
    default:
      return unit.canManage && isHere
  }
}
