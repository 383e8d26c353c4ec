import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { LinkButton } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { ErrorSummary } from "@/components/ui/error-summary"
import { framePerson } from "@/lib/http/frame-person"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { unitRightsPath } from "@/lib/http/rights-path"
import { runRead } from "@/lib/http/run-read"
import { typedFields } from "@/lib/http/typed-fields"
import { digits } from "@/lib/i18n/digits"
import { rightsFaults } from "@/lib/i18n/rights-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getRightsCheck } from "@/lib/rights/get-rights-check"
import { rightsLimits } from "@/lib/rights/rules"
import { CheckForm } from "./check-form"

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).rights.check.title }
}

/** What was chosen in the grid, to be checked before it is saved. */
export default async function RightsCheckPage({ params, searchParams }: Props) {
  const { code } = await params
  const path = unitRightsPath(code)
  const query = await searchParams
  const changes = [query.c ?? []].flat().filter((text) => text !== "")
  const again = new URLSearchParams(
    changes.slice(0, rightsLimits.changes).map((text) => ["c", text.slice(0, 120)]),
  )
  const session = await requireConsole(`${path}/check?${again}`)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const c = w.rights.check
  const [check, refusal] = await Promise.all([
    runRead(getRightsCheck, { unitCode: code, changes }),
    shownRefusal(query.refused),
  ])
  if (!check.ok) notFound()
  const { unit, lines, isTooMany } = check.value
  const faults = refusal ? rightsFaults(refusal, locale) : []
  const typed = refusal ? await typedFields(`rights ${code}`) : undefined
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
      <p className="mb-2 text-sm">
        <a href={path}>{w.rights.title}</a>
      </p>
      <h1>{c.title}</h1>
      <p className="mb-5">{locale === "en" && unit.nameEn ? unit.nameEn : unit.nameTh}</p>
      {lines.length === 0 ? (
        <EmptyState title={isTooMany ? c.tooMany(digits(rightsLimits.changes, locale)) : c.none}>
          <p>{c.noneAbout}</p>
          <LinkButton href={path}>{c.back}</LinkButton>
        </EmptyState>
      ) : (
        <CheckForm
          w={w}
          locale={locale}
          unitCode={code}
          path={path}
          lines={lines}
          faults={faults}
          typed={typed}
        />
      )}
    </SignedInFrame>
  )
}
