import { FactorCodeForm } from "@/components/factors/factor-code-form"
import { PasskeyForm } from "@/components/factors/passkey-form"
import { type MailedCode, MailedCodeForm, SentTo } from "@/components/signin/mailed-code-form"
import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { reachesAcr } from "@/lib/oidc/rules"
import { assurances } from "@/lib/sessions/rules"
import { PasswordForm } from "./password-form"

/** The ways that reach what was asked for. */
function sureEnough(step: ProofsProps["step"], isPasskeyPossible: boolean, asked: readonly string[]) {
  const reaches = (one: keyof typeof assurances) => reachesAcr(assurances[one].acr, asked)
  return {
    asksPassword: step.asksPassword && reaches("passwordAndMailedCode"),
    asksCode: step.asksCode && reaches("passwordAndTotp"),
    asksPasskey: step.asksPasskey && isPasskeyPossible && reaches("passkey"),
    hasThaid: step.hasThaid && reaches("thaid"),
  }
}

type ReasonProps = { w: Dictionary; isForSystem: boolean; asksCode: boolean; isPossible: boolean }

/** Why a proof is asked for; where a system wants a surer one and there is none, where to get one. */
function Reason({ w, isForSystem, asksCode, isPossible }: ReasonProps) {
  if (!isForSystem) return asksCode ? <p className="mb-5">{w.signin.stepUp.why}</p> : null
  if (isPossible) return <p className="mb-5">{w.signin.stepUp.surer}</p>
  return (
    <>
      <p className="mb-4">{w.signin.stepUp.noSurer}</p>
      <p>
        <a href="/account/sign-in">{w.signin.stepUp.setUp}</a>
      </p>
    </>
  )
}

type ProofsProps = {
  w: Dictionary
  locale: Locale
  faults: readonly Fault[]
  returnTo: string | undefined
  isPasskeyPossible: boolean
  /** Names of assurance of which a connected system wants one, or a surer one (`acr_values`); none for any. */
  asked: readonly string[]
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
export function Proofs({ w, locale, faults, returnTo, isPasskeyPossible, asked, step }: ProofsProps) {
  const { code, now } = step
  const { asksPassword, asksCode, asksPasskey, hasThaid } = sureEnough(step, isPasskeyPossible, asked)
  const mailed = asksPassword && !returnTo ? code : undefined
  const back = returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null
  return (
    <>
      <Reason
        w={w}
        isForSystem={asked.length > 0}
        asksCode={asksCode}
        isPossible={asksPassword || asksCode || asksPasskey || hasThaid}
      />
      {asksPasskey ? (
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
      {asksCode ? (
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
