import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { TextField } from "@/components/ui/text-field"
import { formatTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import { CodeResend, type CodeWords } from "./code-resend"

/** A code that was mailed, as far as a page may know of it. */
export type MailedCode = { expiresAt: Date; resendAt: Date; mailIsLate: boolean }

type MailedCodeFormProps = {
  words: CodeWords
  locale: Locale
  now: Date
  code: MailedCode
  /** Where the code went, as the page may show it. */
  sentTo: ReactNode
  /** Each code that is asked for. */
  fields?: readonly { name: string; label: string }[]
  faults: readonly Fault[]
  /** Where the code is sent, where another is asked for, and the page itself, for a look at the time. */
  paths: { submit: string; resend: string; here: string }
  /** Other ways on, after another code. */
  children?: ReactNode
}

/** Asks for a code that was mailed: one field, one button; below it the way to another code and to help. */
export function MailedCodeForm(props: MailedCodeFormProps) {
  const { words, locale, now, code, sentTo, faults, paths, children } = props
  const { fields = [{ name: "code", label: words.code }] } = props
  const isExpired = code.expiresAt <= now
  return (
    <>
      <p className="mb-5">
        {words.sent}
        {sentTo}
      </p>
      {code.mailIsLate && !isExpired ? (
        <div className="mb-5">
          <Notice tone="needs-you">{words.late}</Notice>
        </div>
      ) : null}
      {isExpired ? (
        <Notice tone="needs-you">{words.expired}</Notice>
      ) : (
        <form method="post" action={paths.submit} className="space-y-4">
          {fields.map((field) => (
            <TextField
              key={field.name}
              {...field}
              hint={words.codeHint}
              error={faults.find((fault) => fault.field === field.name)?.text}
              inputMode="numeric"
              autoComplete="one-time-code"
              spellCheck={false}
              className="max-w-52 text-xl tracking-widest"
            />
          ))}
          <p className="text-sm text-ink-2">{words.expiresAt(formatTime(code.expiresAt, locale))}</p>
          <Button kind="main" wide>
            {words.submit}
          </Button>
        </form>
      )}
      <section className="mt-8 space-y-4 border-t border-line pt-5">
        <p className="text-sm">{words.junk}</p>
        <CodeResend words={words} locale={locale} now={now} from={code.resendAt} paths={paths} />
        {children}
      </section>
    </>
  )
}

/** An address to which a code went; the page of a sign-in holds it masked only. */
export function SentTo({ address }: { address: string }) {
  return <strong className="block text-lg [overflow-wrap:anywhere]">{address}</strong>
}
