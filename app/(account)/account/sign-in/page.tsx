import type { Metadata } from "next"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { framePerson } from "@/lib/http/frame-person"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireReadySession } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getMyMethod } from "@/lib/signin/get-my-method"
import { MyMethod } from "./my-method"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).signin.method.title }
}

/** How one signs in, and the change of it, which ThaiID has to agree to. */
export default async function SignInMethodPage({ searchParams }: Query) {
  const session = await requireReadySession("/account/sign-in")
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const m = w.signin.method
  const [mine, refusal] = await Promise.all([runRead(getMyMethod, {}), shownRefusal(query.refused)])
  if (!mine.ok) return null
  return (
    <SignedInFrame person={framePerson(session, locale)} place="account">
      {refusal ? (
        <ErrorSummary title={w.ui.errorSummaryTitle} faults={[{ text: refusalText(refusal, locale) }]} />
      ) : null}
      {query.done !== undefined && !refusal ? (
        <div className="mb-6">
          <Notice tone="done">{m.done}</Notice>
        </div>
      ) : null}
      <MyMethod mine={mine.value} w={w} locale={locale} />
    </SignedInFrame>
  )
}
