import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { getMyFactors } from "@/lib/factors/get-my-factors"
import { framePerson } from "@/lib/http/frame-person"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { relyingParty } from "@/lib/http/relying-party"
import { requireReadySession } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { typedFields } from "@/lib/http/typed-fields"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { AppForm } from "./app-form"
import { MyFactors } from "./my-factors"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  const w = await words()
  const refusal = await shownRefusal((await searchParams).refused)
  return { title: `${refusal ? w.ui.errorTitlePrefix : ""}${w.factors.title}` }
}

const outcomes = ["added", "removed", "passkey-added", "passkey-removed", "kept"] as const

/** One's own passkeys, authenticator apps and recovery codes. */
export default async function FactorsPage({ searchParams }: Query) {
  const session = await requireReadySession("/account/factors")
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const [mine, refusal, rp] = await Promise.all([
    runRead(getMyFactors, { label: session.name, title: w.factors.add.qr }),
    shownRefusal(query.refused),
    relyingParty(),
  ])
  if (!mine.ok) notFound()
  const { underWay } = mine.value
  const error =
    refusal && (refusal.code === "invalid" ? w.factors.faults.codeWrongForm : refusalText(refusal, locale))
  const isAboutCode = refusal?.code === "factors.code-wrong" || refusal?.code === "invalid"
  const outcome = refusal ? undefined : outcomes.find((one) => one === query.done)
  return (
    <SignedInFrame person={framePerson(session, locale)} place="account">
      <div className="mx-auto max-w-door">
        {error ? (
          <ErrorSummary
            title={w.ui.errorSummaryTitle}
            faults={[{ text: error, ...(isAboutCode && underWay ? { field: "code" } : {}) }]}
          />
        ) : null}
        {outcome ? (
          <div className="mb-6">
            <Notice tone="done">{w.factors[outcome]}</Notice>
          </div>
        ) : null}
        <h1 className="mb-3">{w.factors.title}</h1>
        {mine.value.isThaidOnly ? (
          <p className="mb-6">{w.factors.thaidOnly}</p>
        ) : (
          <MyFactors w={w} locale={locale} mine={mine.value} isPasskeyOffered={rp !== undefined}>
            <AppForm
              w={w}
              underWay={underWay}
              error={isAboutCode ? error : undefined}
              name={(await typedFields("factor"))?.name ?? ""}
            />
          </MyFactors>
        )}
        <p className="mt-8 border-t border-line pt-4 text-sm">
          <a href="/account">{w.ui.frame.account}</a>
        </p>
      </div>
    </SignedInFrame>
  )
}
