import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { FactorCodeForm } from "@/components/factors/factor-code-form"
import { PasskeyForm } from "@/components/factors/passkey-form"
import { PublicFrame } from "@/components/frame/public-frame"
import { ErrorSummary } from "@/components/ui/error-summary"
import { readCookie } from "@/lib/http/cookies"
import { currentSession } from "@/lib/http/current-session"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { relyingParty } from "@/lib/http/relying-party"
import { runRead } from "@/lib/http/run-read"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, type Dictionary, words, wordsIn } from "@/lib/i18n/words"
import type { Refusal } from "@/lib/kernel/refusal"
import { getFactorStep } from "@/lib/signin/get-factor-step"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  return refusableTitle((await words()).factors.step.title, searchParams)
}

function faultText(refusal: Refusal, w: Dictionary, locale: Locale): string {
  const { faults } = w.factors
  if (refusal.code === "invalid") return faults.factorWrongForm
  const { left } = refusal.facts ?? {}
  if (refusal.code === "otp.wrong" && left !== undefined) return faults.wrong(digits(left, locale))
  return refusalText(refusal, locale)
}

/** The second step of an account with an authenticator app; without a sign-in under way, back to the door. */
export default async function FactorPage({ searchParams }: Query) {
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const step = await runRead(getFactorStep, { flow: (await readCookie("flow")) ?? "" })
  if (!step.ok) redirect((await currentSession()) ? "/portal" : `/login?refused=${step.refusal.code}`)
  const [refusal, rp] = await Promise.all([shownRefusal(query.refused), relyingParty()])
  const error = refusal && faultText(refusal, w, locale)
  const codeError = refusal && !refusal.code.startsWith("factors.passkey") ? error : undefined
  const { hasTotp, hasPasskey } = step.value
  const f = w.factors.step
  return (
    <PublicFrame>
      <div className="mx-auto max-w-door">
        {error ? (
          <ErrorSummary
            title={w.ui.errorSummaryTitle}
            faults={[codeError ? { text: error, field: "code" } : { text: error }]}
          />
        ) : null}
        <h1 className="mb-3">{f.title}</h1>
        {hasPasskey && rp ? (
          <div className="mb-8">
            <p className="mb-4">{f.byPasskey}</p>
            <PasskeyForm
              kind="get"
              action="/api/login/passkey/step"
              options="/api/login/passkey/options"
              step
              isMain={!hasTotp}
              words={{ ...w.factors.passkey.form, submit: w.factors.passkey.use }}
            />
          </div>
        ) : null}
        {hasTotp ? <p className="mb-5">{f.lead}</p> : null}
        <FactorCodeForm w={w} action="/api/login/factor" hasTotp={hasTotp} error={codeError} />
        <p className="mt-8 border-t border-line pt-5 text-sm text-ink-2">
          {f.lost} <a href="/admins">{w.signin.otp.lookup}</a>
        </p>
        <p className="mt-4 text-sm">
          <a href="/login">{w.signin.otp.startAgain}</a>
        </p>
      </div>
    </PublicFrame>
  )
}
