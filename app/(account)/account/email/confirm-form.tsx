import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { TextField } from "@/components/ui/text-field"
import { formatTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Change = {
  email: string
  asksFormer: boolean
  expiresAt: Date
  resendAt: Date
  mailIsLate: boolean
}

type ConfirmFormProps = {
  w: Dictionary
  locale: Locale
  faults: readonly Fault[]
  mine: { masked: string | undefined; now: Date }
  change: Change
}

/** The codes of the change under way; below them the way to fresh ones, and out. */
export function ConfirmForm({ w, locale, faults, mine, change }: ConfirmFormProps) {
  const c = w.email.confirm
  const code = (name: "code" | "formerCode") => ({
    name,
    label: c[name],
    hint: c.codeHint,
    error: faults.find((fault) => fault.field === name)?.text,
    inputMode: "numeric" as const,
    autoComplete: "one-time-code",
    spellCheck: false,
    className: "max-w-52 text-xl tracking-widest",
  })
  return (
    <>
      <p className="mb-5">
        {c.sent}
        <strong className="block text-lg [overflow-wrap:anywhere]">{change.email}</strong>
        {change.asksFormer ? c.sentBoth(mine.masked ?? "") : null}
      </p>
      {change.mailIsLate ? (
        <div className="mb-5">
          <Notice tone="needs-you">{c.late}</Notice>
        </div>
      ) : null}
      <form method="post" action="/api/account/email/confirm" className="space-y-4">
        <TextField {...code("code")} />
        {change.asksFormer ? <TextField {...code("formerCode")} /> : null}
        <p className="text-sm text-ink-2">{c.until(formatTime(change.expiresAt, locale))}</p>
        <Button kind="main" wide>
          {c.submit}
        </Button>
      </form>
      <section className="mt-8 space-y-4 border-t border-line pt-5">
        <p className="text-sm">{c.junk}</p>
        {change.resendAt <= mine.now ? (
          <form method="post" action="/api/account/email/resend">
            <Button wide>{c.resend}</Button>
          </form>
        ) : (
          <p className="text-sm text-ink-2">
            {c.resendFrom(formatTime(change.resendAt, locale))}{" "}
            <a href="/account/email" className="nowrap">
              {c.refresh}
            </a>
          </p>
        )}
        <form method="post" action="/api/account/email/withdraw">
          <Button wide>{mine.masked ? c.withdraw : c.withdrawFirst}</Button>
        </form>
      </section>
    </>
  )
}
