import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { CodeForm, type MailedCode } from "./code-form"
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
    code: MailedCode | undefined
    now: Date
  }
}

/** The ways to prove who one is, of those that the account has. */
export function Proofs({ w, locale, faults, returnTo, step }: ProofsProps) {
  const { asksPassword, asksCode, code, hasThaid, now } = step
  const mailed = asksPassword && !returnTo ? code : undefined
  return (
    <>
      {asksCode ? <FactorForm w={w} faults={faults} returnTo={returnTo} /> : null}
      {mailed ? <CodeForm w={w} locale={locale} faults={faults} code={mailed} now={now} /> : null}
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
