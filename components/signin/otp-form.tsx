import { Button } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { TextField } from "@/components/ui/text-field"
import { formatTime } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { OtpResend } from "./otp-resend"

/** What the page of the one-time code knows about the sign-in that is under way. */
export type OtpFormProps = {
  w: Dictionary
  locale: Locale
  now: Date
  /** Where the code went, masked: the page never holds the whole address. */
  maskedAddress: string
  /** When the newest code ends, and from when another may be asked for. */
  codeExpiresAt: Date
  resendFrom: Date
  /** Guesses left in this sign-in; told once the first is spent. */
  attemptsLeft?: number | undefined
  /** The sentence of a refusal, already in the reader's language; `code` when it is about what was typed. */
  refusal?: { text: string; field?: "code" } | undefined
  /** The mail queue is behind: the code will come, only later. */
  mailIsLate?: boolean
}

/** The page that asks for the code: one field, one button; below it the way to another code and to help. */
export function OtpForm(props: OtpFormProps) {
  const { w, locale, now, maskedAddress, codeExpiresAt, attemptsLeft, refusal, mailIsLate } = props
  const o = w.signin.otp
  const isExpired = codeExpiresAt <= now
  const codeError = isExpired || refusal?.field !== "code" ? undefined : refusal.text
  return (
    <div className="mx-auto max-w-door">
      {refusal ? (
        <ErrorSummary
          title={w.ui.errorSummaryTitle}
          faults={[codeError ? { text: codeError, field: "code" } : { text: refusal.text }]}
        />
      ) : null}
      <h1 className="mb-3">{o.title}</h1>
      <p className="mb-5">
        {o.sent}
        <strong className="block text-lg break-words [overflow-wrap:anywhere]">{maskedAddress}</strong>
      </p>
      {mailIsLate && !isExpired ? (
        <div className="mb-5">
          <Notice tone="needs-you">{o.late}</Notice>
        </div>
      ) : null}
      {isExpired ? (
        <Notice tone="needs-you">{o.expired}</Notice>
      ) : (
        <form method="post" action="/api/login/otp" className="space-y-4">
          <TextField
            name="code"
            label={o.code}
            hint={o.codeHint}
            error={codeError}
            inputMode="numeric"
            autoComplete="one-time-code"
            spellCheck={false}
            className="max-w-52 text-xl tracking-widest"
          />
          <p className="text-sm text-ink-2">
            {o.expiresAt(formatTime(codeExpiresAt, locale))}
            {attemptsLeft !== undefined && !refusal ? (
              <strong className="block text-ink">{o.attemptsLeft(digits(attemptsLeft, locale))}</strong>
            ) : null}
          </p>
          <Button kind="main" wide>
            {o.submit}
          </Button>
        </form>
      )}
      <OtpResend {...props} />
    </div>
  )
}
