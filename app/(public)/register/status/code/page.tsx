import type { Metadata } from "next"
import { PublicFrame } from "@/components/frame/public-frame"
import { Button, LinkButton } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { TextField } from "@/components/ui/text-field"
import { readCookie } from "@/lib/http/cookies"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { runRead } from "@/lib/http/run-read"
import { formatTime } from "@/lib/i18n/dates"
import { registrationFaults } from "@/lib/i18n/registration-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getRegistrationStatus } from "@/lib/registration/get-registration-status"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  return refusableTitle((await words()).registration.code.title, searchParams)
}

/** The code without which number and secret change nothing. */
export default async function RegisterStatusCodePage({ searchParams }: Query) {
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const c = w.registration.code
  const status = await runRead(getRegistrationStatus, { ticket: (await readCookie("ticket")) ?? "" })
  const refusal = await shownRefusal(query.refused)
  const open = status.ok ? status.value.code : null
  const faults = refusal ? registrationFaults(refusal, locale) : []
  if (!open)
    return (
      <PublicFrame>
        <div className="mx-auto max-w-door space-y-4">
          <h1>{c.title}</h1>
          <p role="alert">{faults[0]?.text ?? w.refusals["registration.code-gone"]}</p>
          <LinkButton href="/register/status" kind="main" wide>
            {w.registration.done.status}
          </LinkButton>
        </div>
      </PublicFrame>
    )
  const isWithdrawal = open.purpose === "withdraw"
  return (
    <PublicFrame>
      <div className="mx-auto max-w-door space-y-4">
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        <h1>{c.title}</h1>
        {isWithdrawal ? (
          <Notice tone="needs-you" title={c.withdraw}>
            <p>{c.withdrawNote}</p>
          </Notice>
        ) : null}
        <form method="post" action="/api/register/status/confirm" className="space-y-4">
          <input type="hidden" name="purpose" value={open.purpose} />
          <TextField
            name="code"
            label={c.code}
            hint={c.hint}
            error={faults[0]?.text}
            inputMode="numeric"
            autoComplete="one-time-code"
            spellCheck={false}
            className="max-w-52 text-xl tracking-widest"
          />
          <p className="text-sm text-ink-2">{c.until(formatTime(open.expiresAt, locale))}</p>
          <Button kind={isWithdrawal ? "danger" : "main"}>{isWithdrawal ? c.withdraw : c.submit}</Button>
        </form>
        <p className="text-sm">{c.junk}</p>
        <p>
          <a href="/register/status">{w.registration.back}</a>
        </p>
      </div>
    </PublicFrame>
  )
}
