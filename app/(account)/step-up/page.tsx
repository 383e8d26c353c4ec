import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { framePerson } from "@/lib/http/frame-person"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { relyingParty } from "@/lib/http/relying-party"
import { requireReadySession } from "@/lib/http/require-session"
import { parseReturnTo } from "@/lib/http/return-to"
import { runRead } from "@/lib/http/run-read"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getStepUp } from "@/lib/signin/get-step-up"
import { Proofs } from "./proofs"
import { stepUpFaults } from "./step-up-faults"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  return refusableTitle((await words()).signin.stepUp.title, searchParams)
}

/** Proves once more who one is, before a sensitive change; then back to where it was wanted. */
export default async function StepUpPage({ searchParams }: Query) {
  const query = await searchParams
  const returnTo = parseReturnTo(typeof query.returnTo === "string" ? query.returnTo : undefined)
  const back = `/step-up${returnTo ? `?${new URLSearchParams({ returnTo })}` : ""}`
  const session = await requireReadySession(back)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const [step, refusal, rp] = await Promise.all([
    runRead(getStepUp, {}),
    shownRefusal(query.refused),
    relyingParty(),
  ])
  if (!step.ok) notFound()
  // The consoles' gate wants a strong proof, however fresh a weaker one is.
  if (step.value.isFresh && !refusal && query.strong === undefined) redirect(returnTo ?? "/portal")
  const asked = typeof query.acr === "string" ? query.acr.split(" ") : []
  const isForSystem = returnTo?.startsWith("/continue/") === true
  const faults = refusal ? stepUpFaults(refusal, w, locale) : []
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <div className="mx-auto max-w-door">
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        {query.sent !== undefined && !refusal ? (
          <div className="mb-6">
            <Notice tone="done">{w.signin.stepUp.sentAgain}</Notice>
          </div>
        ) : null}
        <h1 className="mb-3">{w.signin.stepUp.title}</h1>
        {isForSystem && asked.length === 0 ? <p className="mb-5">{w.signin.stepUp.forSystem}</p> : null}
        <Proofs
          asked={asked}
          w={w}
          locale={locale}
          faults={faults}
          returnTo={returnTo}
          isPasskeyPossible={rp !== undefined}
          step={step.value}
        />
        <p className="mt-8 border-t border-line pt-4 text-sm">
          <a href="/portal">{w.signin.stepUp.leave}</a>
        </p>
      </div>
    </SignedInFrame>
  )
}
