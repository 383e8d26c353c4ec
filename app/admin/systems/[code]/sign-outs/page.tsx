import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { rightName } from "@/components/rights/right-name"
import { Button } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { getSignOuts } from "@/lib/clients/get-sign-outs"
import { framePerson } from "@/lib/http/frame-person"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { signOutsPath } from "@/lib/http/sign-outs-path"
import { systemPath } from "@/lib/http/system-path"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { SignOutsTable } from "./sign-outs-table"
import { StateLinks } from "./state-links"

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).signOutReport.title }
}

/** Which sign-outs a connected system has confirmed, which it is told of again, and which were given up. */
export default async function SignOutsPage({ params, searchParams }: Props) {
  const { code } = await params
  const session = await requireConsole(signOutsPath(code))
  const [locale, query] = [await currentLocale(), await searchParams]
  const w = wordsIn(locale)
  const r = w.signOutReport
  const [found, refusal] = await Promise.all([
    runRead(getSignOuts, { systemCode: code, state: query.state ?? "", page: query.page ?? 1 }),
    shownRefusal(query.refused),
  ])
  if (!found.ok) notFound()
  const shown = found.value
  const name = rightName(locale, shown.system)
  const isOpen = shown.counts.some(({ state }) => state === "waiting" || state === "gave-up")
  return (
    <SignedInFrame person={framePerson(session, locale)} place="systems">
      {refusal ? (
        <ErrorSummary title={w.ui.errorSummaryTitle} faults={[{ text: refusalText(refusal, locale) }]} />
      ) : null}
      {query.done === "told" && !refusal ? (
        <div className="mb-6">
          <Notice tone="done">
            <p>{r.told}</p>
          </Notice>
        </div>
      ) : null}
      <p className="mb-2 text-sm">
        <a href={systemPath(code)}>{r.back(name)}</a>
      </p>
      <h1>{r.titleOf(name)}</h1>
      <p className="mt-1 mb-4 max-w-reading">{r.lead}</p>
      <StateLinks r={r} locale={locale} shown={shown} />
      {shown.counts.some(({ state }) => state === "untold") ? (
        <p className="mb-4 max-w-reading text-sm text-ink-2">{r.untold}</p>
      ) : null}
      <SignOutsTable w={w} locale={locale} shown={shown} />
      {shown.canManage && isOpen ? (
        <form method="post" action="/api/admin/systems/sign-outs" className="mt-6">
          <input type="hidden" name="systemCode" value={shown.system.code} />
          <Button>{r.again}</Button>
        </form>
      ) : null}
    </SignedInFrame>
  )
}
