import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { getMyEmail } from "@/lib/email/get-my-email"
import { framePerson } from "@/lib/http/frame-person"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireReadySession } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { typedFields } from "@/lib/http/typed-fields"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { ConfirmForm } from "./confirm-form"
import { CurrentAddress } from "./current-address"
import { emailFaults } from "./email-faults"
import { StartForm } from "./start-form"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  return refusableTitle((await words()).email.title, searchParams)
}

const outcomes = ["saved", "withdrawn", "sentAgain"] as const

/** One's own e-mail address: what it is, the form that begins a change, or the codes of the change under way. */
export default async function EmailPage({ searchParams }: Query) {
  const session = await requireReadySession("/account/email")
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const [mine, refusal] = await Promise.all([runRead(getMyEmail, {}), shownRefusal(query.refused)])
  if (!mine.ok) notFound()
  const { change } = mine.value
  const faults = refusal ? emailFaults(refusal, w, locale, change !== undefined) : []
  const outcome = refusal ? undefined : outcomes.find((one) => one === query.done)
  const shared = { w, locale, faults, mine: mine.value }
  return (
    <SignedInFrame person={framePerson(session, locale)} place="account">
      <div className="mx-auto max-w-door">
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        {outcome ? (
          <div className="mb-6">
            <Notice tone="done">{w.email[outcome]}</Notice>
          </div>
        ) : null}
        <h1 className="mb-4">{change ? w.email.confirm.title : w.email.title}</h1>
        {change ? (
          <ConfirmForm {...shared} change={change} />
        ) : (
          <>
            <CurrentAddress {...shared} />
            {mine.value.isSettable ? (
              <StartForm {...shared} typed={(await typedFields("email"))?.email} />
            ) : null}
          </>
        )}
        <p className="mt-8 border-t border-line pt-4 text-sm">
          <a href="/account">{w.ui.frame.account}</a>
        </p>
      </div>
    </SignedInFrame>
  )
}
