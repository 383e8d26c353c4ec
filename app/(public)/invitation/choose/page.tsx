import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { PublicFrame } from "@/components/frame/public-frame"
import { InvitationShut } from "@/components/invitations/invitation-shut"
import { ErrorSummary } from "@/components/ui/error-summary"
import { readCookie } from "@/lib/http/cookies"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { runRead } from "@/lib/http/run-read"
import { formatTime } from "@/lib/i18n/dates"
import { invitationFaults } from "@/lib/i18n/invitation-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getMyInvitation } from "@/lib/invitations/get-invitation"
import { ByPassword } from "./by-password"
import { ByThaid } from "./by-thaid"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  const w = await words()
  const refusal = await shownRefusal((await searchParams).refused)
  return { title: `${refusal ? w.ui.errorTitlePrefix : ""}${w.invitations.choice.title}` }
}

/** How the invited person comes in from now on: ThaiID first, a password second. */
export default async function InvitationChoicePage({ searchParams }: Query) {
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const c = w.invitations.choice
  const mine = await runRead(getMyInvitation, { invitation: (await readCookie("invitation")) ?? "" })
  if (!mine.ok)
    return (
      <PublicFrame>
        <InvitationShut w={w} locale={locale} refusal={mine.refusal} />
      </PublicFrame>
    )
  if (mine.value.asks === "code") redirect("/invitation/code")
  const refusal = await shownRefusal((await searchParams).refused)
  const faults = refusal ? invitationFaults(refusal, w, locale) : []
  return (
    <PublicFrame>
      <div className="mx-auto max-w-door">
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        <h1 className="mb-3">{c.title}</h1>
        <p className="mb-5 text-sm text-ink-2">{c.until(formatTime(mine.value.until, locale))}</p>
        {mine.value.hasThaid ? <ByThaid w={w} /> : null}
        {mine.value.mustUseThaid ? (
          <p>{c.password.required}</p>
        ) : (
          <ByPassword w={w} locale={locale} faults={faults} isMain={!mine.value.hasThaid} />
        )}
      </div>
    </PublicFrame>
  )
}
