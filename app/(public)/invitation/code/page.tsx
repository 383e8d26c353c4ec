import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { PublicFrame } from "@/components/frame/public-frame"
import { InvitationShut } from "@/components/invitations/invitation-shut"
import { Button } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { TextField } from "@/components/ui/text-field"
import { readCookie } from "@/lib/http/cookies"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { runRead } from "@/lib/http/run-read"
import { formatDateTime } from "@/lib/i18n/dates"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getMyInvitation } from "@/lib/invitations/get-invitation"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  const w = await words()
  const refusal = await shownRefusal((await searchParams).refused)
  return { title: `${refusal ? w.ui.errorTitlePrefix : ""}${w.invitations.code.title}` }
}

/** The mailed code of the invitation that this browser opened. */
export default async function InvitationCodePage({ searchParams }: Query) {
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const c = w.invitations.code
  const mine = await runRead(getMyInvitation, { invitation: (await readCookie("invitation")) ?? "" })
  if (!mine.ok)
    return (
      <PublicFrame>
        <InvitationShut w={w} locale={locale} refusal={mine.refusal} />
      </PublicFrame>
    )
  if (mine.value.asks === "choice") redirect("/invitation/choose")
  const refusal = await shownRefusal((await searchParams).refused)
  const fault = refusal && (refusal.code === "invalid" ? c.wrongForm : refusalText(refusal, locale))
  return (
    <PublicFrame>
      <div className="mx-auto max-w-door">
        {fault ? (
          <ErrorSummary title={w.ui.errorSummaryTitle} faults={[{ text: fault, field: "code" }]} />
        ) : null}
        <h1 className="mb-3">{c.title}</h1>
        <p className="mb-5">
          {c.sent} <strong className="[overflow-wrap:anywhere]">{mine.value.email}</strong>
        </p>
        <form method="post" action="/api/invitation/code" className="space-y-4">
          <TextField
            name="code"
            label={c.label}
            hint={c.hint}
            error={fault}
            inputMode="numeric"
            autoComplete="one-time-code"
            spellCheck={false}
            className="max-w-52 text-xl tracking-widest"
          />
          <p className="text-sm text-ink-2">{c.until(formatDateTime(mine.value.until, locale))}</p>
          <Button kind="main" wide>
            {c.submit}
          </Button>
        </form>
        <p className="mt-8 border-t border-line pt-5 text-sm">{c.noMail}</p>
      </div>
    </PublicFrame>
  )
}
