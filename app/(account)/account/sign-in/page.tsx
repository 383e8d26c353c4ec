import type { Metadata } from "next"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { Button } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { Phrase } from "@/components/ui/phrase"
import { framePerson } from "@/lib/http/frame-person"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireReadySession } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { formatDate } from "@/lib/i18n/dates"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getMyMethod } from "@/lib/signin/get-my-method"

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
  const { method, changedAt, hasPassword, hasThaid } = mine.value
  const to = method === "thaid" ? "password" : "thaid"
  const mayChange = hasThaid && (to === "thaid" || hasPassword)
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
      <div className="max-w-reading space-y-5">
        <h1>{m.title}</h1>
        <p>
          {m.now} <strong>{m.methods[method]}</strong>
          {changedAt ? (
            <span className="block text-sm text-ink-2">{m.since(formatDate(changedAt, locale))}</span>
          ) : null}
        </p>
        {mayChange ? (
          <form method="post" action="/api/account/sign-in" className="space-y-4 border-t border-line pt-5">
            <h2>{m.change[to].title}</h2>
            <p>
              <Phrase text={m.change[to].body} />
            </p>
            <input type="hidden" name="to" value={to} />
            <Button kind="main">{m.change[to].submit}</Button>
          </form>
        ) : (
          <p className="text-ink-2">{hasThaid ? m.noPassword : w.signin.door.thaidLater}</p>
        )}
        <p>
          <a href="/account">{m.back}</a>
        </p>
      </div>
    </SignedInFrame>
  )
}
