import { type MailedCode, MailedCodeForm, SentTo } from "@/components/signin/mailed-code-form"
import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { FactorForm } from "./factor-form"
import { PasswordForm } from "./password-form"

type ProofsProps = {
  w: Dictionary
  locale: Locale
  faults: readonly Fault[]
  returnTo: string | undefined
  step: {
    asksPassword: boolean
    asksCode: boolean
    hasThaid: boolean
    code: (MailedCode & { maskedEmail: string }) | undefined
    now: Date
  }
}

const paths = { submit: "/api/step-up/code", resend: "/api/step-up/resend", here: "/step-up" }

/** The ways to prove who one is, of those that the account has. */
export function Proofs({ w, locale, faults, returnTo, step }: ProofsProps) {
  const { asksPassword, asksCode, code, hasThaid, now } = step
  const mailed = asksPassword && !returnTo ? code : undefined
  return (
    <>
      {asksCode ? <FactorForm w={w} faults={faults} returnTo={returnTo} /> : null}
      {mailed ? (
        <MailedCodeForm
          words={w.signin.otp}
          locale={locale}
          now={now}
          code={mailed}
          sentTo={<SentTo address={mailed.maskedEmail} />}
          faults={faults}
          paths={paths}
        />
      ) : null}
      {asksPassword && !mailed ? <PasswordForm w={w} faults={faults} returnTo={returnTo} /> : null}
      {hasThaid ? (
        <form method="post" action="/api/step-up/thaid" className="mt-6 border-t border-line pt-5">
          {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
          <Button wide>{w.signin.stepUp.thaid}</Button>
        </form>
      ) : null}
    </>
  )
}
