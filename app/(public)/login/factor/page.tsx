import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { PublicFrame } from "@/components/frame/public-frame"
import { Button } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { TextField } from "@/components/ui/text-field"
import { readCookie } from "@/lib/http/cookies"
import { currentSession } from "@/lib/http/current-session"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
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
  const refusal = await shownRefusal(query.refused)
  const error = refusal && faultText(refusal, w, locale)
  const f = w.factors.step
  return (
    <PublicFrame>
      <div className="mx-auto max-w-door">
        {error ? (
          <ErrorSummary title={w.ui.errorSummaryTitle} faults={[{ text: error, field: "code" }]} />
        ) : null}
        <h1 className="mb-3">{f.title}</h1>
        <p className="mb-5">{f.lead}</p>
        <form method="post" action="/api/login/factor" className="space-y-4">
          <TextField
            name="code"
            label={f.code}
            hint={f.codeHint}
            error={error}
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Button kind="main" wide>
            {f.submit}
          </Button>
        </form>
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
