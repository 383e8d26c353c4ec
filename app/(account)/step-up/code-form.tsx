import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { TextField } from "@/components/ui/text-field"
import { formatTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

/** The code under way: where it went (masked), until when it is good and when another may be had. */
export type MailedCode = { maskedEmail: string; expiresAt: Date; resendAt: Date; mailIsLate: boolean }

type CodeFormProps = {
  w: Dictionary
  locale: Locale
  faults: readonly Fault[]
  now: Date
  code: MailedCode
}

/** The code that was mailed, and the way to another one. */
export function CodeForm({ w, locale, faults, now, code }: CodeFormProps) {
  const o = w.signin.otp
  return (
    <>
      <p className="mb-5">
        {o.sent}
        <strong className="block text-lg [overflow-wrap:anywhere]">{code.maskedEmail}</strong>
      </p>
      {code.mailIsLate ? (
        <div className="mb-5">
          <Notice tone="needs-you">{o.late}</Notice>
        </div>
      ) : null}
      <form method="post" action="/api/step-up/code" className="space-y-4">
        <TextField
          name="code"
          label={o.code}
          hint={o.codeHint}
          error={faults.find((fault) => fault.field === "code")?.text}
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          className="max-w-52 text-xl tracking-widest"
        />
        <p className="text-sm text-ink-2">{o.expiresAt(formatTime(code.expiresAt, locale))}</p>
        <Button kind="main" wide>
          {o.submit}
        </Button>
      </form>
      <section className="mt-8 space-y-4 border-t border-line pt-5">
        <p className="text-sm">{o.junk}</p>
        {code.resendAt <= now ? (
          <form method="post" action="/api/step-up/resend">
            <Button wide>{o.resend}</Button>
          </form>
        ) : (
          <p className="text-sm text-ink-2">
            {o.resendAtTime(formatTime(code.resendAt, locale))}{" "}
            <a href="/step-up" className="nowrap">
              {o.refresh}
            </a>
          </p>
        )}
      </section>
    </>
  )
}
