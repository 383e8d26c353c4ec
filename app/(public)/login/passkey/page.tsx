import type { Metadata } from "next"
import { PasskeyForm } from "@/components/factors/passkey-form"
import { PublicFrame } from "@/components/frame/public-frame"
import { ErrorSummary } from "@/components/ui/error-summary"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { relyingParty } from "@/lib/http/relying-party"
import { parseReturnTo } from "@/lib/http/return-to"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  const w = await words()
  const refusal = await shownRefusal((await searchParams).refused)
  return { title: `${refusal ? w.ui.errorTitlePrefix : ""}${w.factors.passkey.signIn}` }
}

/** A whole sign-in by passkey; it has a page of its own, so that the front door carries no script for it. */
export default async function PasskeySignInPage({ searchParams }: Query) {
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const [refusal, rp] = await Promise.all([shownRefusal(query.refused), relyingParty()])
  const returnTo = parseReturnTo(typeof query.returnTo === "string" ? query.returnTo : undefined)
  const p = w.factors.passkey
  return (
    <PublicFrame>
      <div className="mx-auto max-w-door">
        {refusal ? (
          <ErrorSummary title={w.ui.errorSummaryTitle} faults={[{ text: refusalText(refusal, locale) }]} />
        ) : null}
        <h1 className="mb-3">{p.signIn}</h1>
        <p className="mb-5">{rp ? p.signInLead : p.notHere}</p>
        {rp ? (
          <PasskeyForm
            kind="get"
            action="/api/login/passkey"
            options="/api/login/passkey/options"
            isMain
            words={{ ...p.form, submit: p.use }}
          >
            {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
          </PasskeyForm>
        ) : null}
        <p className="mt-8 border-t border-line pt-5 text-sm">
          <a href={`/login${returnTo ? `?${new URLSearchParams({ returnTo })}` : ""}`}>{p.otherWays}</a>
        </p>
      </div>
    </PublicFrame>
  )
}
