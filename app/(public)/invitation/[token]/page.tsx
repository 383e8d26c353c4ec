import type { Metadata } from "next"
import { PublicFrame } from "@/components/frame/public-frame"
import { InvitationShut } from "@/components/invitations/invitation-shut"
import { Button } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { runRead } from "@/lib/http/run-read"
import { formatDateTime } from "@/lib/i18n/dates"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getInvitation } from "@/lib/invitations/get-invitation"

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).invitations.title, robots: { index: false } }
}

/** The link of an invitation: opening the page mails nothing, the button does, because scanners of mail open links. */
export default async function InvitationPage({ params, searchParams }: Props) {
  const link = (await params).token.slice(0, 100)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const i = w.invitations
  const open = await runRead(getInvitation, { link })
  if (!open.ok)
    return (
      <PublicFrame>
        <InvitationShut w={w} locale={locale} refusal={open.refusal} />
      </PublicFrame>
    )
  const refusal = await shownRefusal((await searchParams).refused)
  return (
    <PublicFrame>
      <div className="mx-auto max-w-door space-y-5">
        {refusal ? (
          <ErrorSummary title={w.ui.errorSummaryTitle} faults={[{ text: refusalText(refusal, locale) }]} />
        ) : null}
        <h1>{i.title}</h1>
        <p>{i.open.lead(open.value.email)}</p>
        <form method="post" action="/api/invitation">
          <input type="hidden" name="link" value={link} />
          <Button kind="main" wide>
            {i.open.submit}
          </Button>
        </form>
        <p className="text-sm text-ink-2">{i.open.until(formatDateTime(open.value.expiresAt, locale))}</p>
      </div>
    </PublicFrame>
  )
}
