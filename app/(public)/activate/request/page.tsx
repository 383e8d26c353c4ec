import type { Metadata } from "next"
import { PublicFrame } from "@/components/frame/public-frame"
import { Button } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { TextField } from "@/components/ui/text-field"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { activationFaults } from "@/lib/i18n/activation-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  return refusableTitle((await words()).activation.request.title, searchParams)
}

/** Number and secret of a request that was sent with a code; nothing of what was typed comes back. */
export default async function ActivationRequestPage({ searchParams }: Query) {
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const r = w.activation.request
  const refusal = await shownRefusal((await searchParams).refused)
  const faults = refusal ? activationFaults(refusal, locale) : []
  return (
    <PublicFrame>
      {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
      <h1>{r.title}</h1>
      <div className="max-w-door">
        <p className="mt-2 mb-5">{r.lead}</p>
        <form method="post" action="/api/activate/request" className="space-y-4">
          <TextField
            name="number"
            label={r.number}
            hint={r.numberHint}
            autoComplete="off"
            spellCheck={false}
          />
          <TextField
            name="secret"
            label={r.secret}
            hint={r.secretHint}
            error={faults.find(({ field }) => field === "secret")?.text}
            autoComplete="off"
            spellCheck={false}
          />
          <Button kind="main" wide>
            {r.submit}
          </Button>
        </form>
        <p className="mt-6">
          <a href="/activate">{r.toDoor}</a>
        </p>
      </div>
    </PublicFrame>
  )
}
