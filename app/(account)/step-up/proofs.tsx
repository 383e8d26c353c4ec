import { FactorCodeForm } from "@/components/factors/factor-code-form"
import { PasskeyForm } from "@/components/factors/passkey-form"
import { type MailedCode, MailedCodeForm, SentTo } from "@/components/signin/mailed-code-form"
import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { PasswordForm } from "./password-form"

type ProofsProps = {
  w: Dictionary
  locale: Locale
  faults: readonly Fault[]
  returnTo: string | undefined
  isPasskeyPossible: boolean
  step: {
    asksPassword: boolean
    asksCode: boolean
    asksPasskey: boolean
    hasTotp: boolean
    hasThaid: boolean
    code: (MailedCode & { maskedEmail: string }) | undefined
    now: Date
  }
}

const paths = { submit: "/api/step-up/code", resend: "/api/step-up/resend", here: "/step-up" }

/** The ways to prove who one is, of those that the account has. */
export function Proofs({ w, locale, faults, returnTo, isPasskeyPossible, step }: ProofsProps) {
  const { asksPassword, code, hasThaid, now } = step
  const mailed = asksPassword && !returnTo ? code : undefined
  const back = returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null
  return (
    <>
      {step.asksCode ? <p className="mb-5">{w.signin.stepUp.why}</p> : null}
      {step.asksPasskey && isPasskeyPossible ? (
        <div className="mb-6">
          <PasskeyForm
            kind="get"
            action="/api/step-up/passkey"
            options="/api/step-up/passkey/options"
            isMain={!step.hasTotp}
            words={{ ...w.factors.passkey.form, submit: w.factors.passkey.use }}
          >
            {back}
          </PasskeyForm>
        </div>
      ) : null}
      {step.asksCode ? (
        <FactorCodeForm
          w={w}
          action="/api/step-up/factor"
          hasTotp={step.hasTotp}
          error={faults.find((fault) => fault.field === "code")?.text}
          returnTo={returnTo}
        />
      ) : null}
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
          {back}
          <Button wide>{w.signin.stepUp.thaid}</Button>
        </form>
      ) : null}
    </>
  )
}
