import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { framePerson } from "@/lib/http/frame-person"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireAnySession, requireReadySession } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { passwordFaults } from "@/lib/i18n/password-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { assurances } from "@/lib/sessions/rules"
import { getStepUp } from "@/lib/signin/get-step-up"
import { ChangeForm } from "./change-form"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const path = "/account/password"

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  const w = await words()
  const refusal = await shownRefusal((await searchParams).refused)
  return { title: `${refusal ? w.ui.errorTitlePrefix : ""}${w.passwords.title}` }
}

/** Change of one's own password; to who must change it first, the only page that opens. */
export default async function PasswordPage({ searchParams }: Query) {
  const held = await requireAnySession(path)
  const session = held.mustChangePassword ? held : await requireReadySession(path)
  const query = await searchParams
  // asked before anything is typed here, since nothing of that would come back
  const step = await runRead(getStepUp, {})
  const isAsked = step.ok && !step.value.isFresh && session.acr !== assurances.password.acr
  if (isAsked && query.refused === undefined && query.done === undefined)
    redirect(`/step-up?${new URLSearchParams({ returnTo: path })}`)
  // the address is kept from a bookmark, or the password was changed in another window
  if (query.must !== undefined && !session.mustChangePassword) redirect(path)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const p = w.passwords
  const refusal = await shownRefusal(query.refused)
  const faults = refusal ? passwordFaults(refusal, w, locale) : []
  return (
    <SignedInFrame person={framePerson(session, locale)} place="account">
      <div className="mx-auto max-w-door">
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        {query.done !== undefined && !refusal ? (
          <div className="mb-6">
            <Notice tone="done">
              <p>{p.done}</p>
              <p>
                <a href="/portal">{p.toPortal}</a>
              </p>
            </Notice>
          </div>
        ) : null}
        <h1 className="mb-4">{session.mustChangePassword ? p.mustTitle : p.title}</h1>
        {session.mustChangePassword ? (
          <div className="mb-6">
            <Notice tone="needs-you">{p.must}</Notice>
          </div>
        ) : null}
        <ChangeForm w={w} locale={locale} faults={faults} />
        {session.mustChangePassword ? null : (
          <p className="mt-8 border-t border-line pt-4 text-sm">
            <a href="/account">{w.ui.frame.account}</a>
          </p>
        )}
      </div>
    </SignedInFrame>
  )
}
