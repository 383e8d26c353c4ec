import { type MailedCode, MailedCodeForm, SentTo } from "@/components/signin/mailed-code-form"
import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type ConfirmFormProps = {
  w: Dictionary
  locale: Locale
  faults: readonly Fault[]
  mine: { masked: string | undefined; now: Date }
  change: MailedCode & { email: string; asksFormer: boolean }
}

/** The codes of the change under way; below them the way to fresh ones, and out. */
export function ConfirmForm({ w, locale, faults, mine, change }: ConfirmFormProps) {
  const c = w.email.confirm
  const former = { name: "formerCode", label: c.formerCode }
  return (
    <MailedCodeForm
      words={{ ...w.signin.otp, ...c }}
      locale={locale}
      now={mine.now}
      code={change}
      sentTo={
        <>
          <SentTo address={change.email} />
          {change.asksFormer ? c.sentBoth(mine.masked ?? "") : null}
        </>
      }
      fields={[{ name: "code", label: c.code }, ...(change.asksFormer ? [former] : [])]}
      faults={faults}
      paths={{
        submit: "/api/account/email/confirm",
        resend: "/api/account/email/resend",
        here: "/account/email",
      }}
    >
      <form method="post" action="/api/account/email/withdraw">
        <Button wide>{mine.masked ? c.withdraw : c.withdrawFirst}</Button>
      </form>
    </MailedCodeForm>
  )
}
