import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { LinkButton } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { framePerson } from "@/lib/http/frame-person"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { recoveryFaults } from "@/lib/i18n/recovery-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getUnitRecoveries } from "@/lib/recovery/get-assisted"
import { getStepUp } from "@/lib/signin/get-step-up"
import { AskForm } from "./ask-form"
import { RecoveryLine } from "./recovery-line"

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const w = await words()
  const refusal = await shownRefusal((await searchParams).refused)
  return { title: `${refusal ? w.ui.errorTitlePrefix : ""}${w.recovery.unit.title}` }
}

/** The ways back of a unit's people: the list with what may be done about each, and the form that opens one. */
export default async function UnitRecoveriesPage({ params, searchParams }: Props) {
  const { code } = await params
  const path = `/unit/${encodeURIComponent(code)}/recoveries`
  const session = await requireConsole(path)
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const u = w.recovery.unit
  const [unit, step, refusal] = await Promise.all([
    runRead(getUnitRecoveries, { unitCode: code }),
    runRead(getStepUp, {}),
    shownRefusal(query.refused),
  ])
  if (!unit.ok) notFound()
  const { nameTh, nameEn, lines } = unit.value
  const faults = refusal ? recoveryFaults(refusal, locale) : []
  const said = Object.entries(u.done).find(([name]) => name === query.done)?.[1]
  const isFresh = step.ok && step.value.isFresh
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <div className="max-w-reading">
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        {said && !refusal ? (
          <div className="mb-6">
            <Notice tone="done">{said}</Notice>
          </div>
        ) : null}
        <h1>{u.title}</h1>
        <p className="mb-3 text-lg">{locale === "en" && nameEn ? nameEn : nameTh}</p>
        <p>{u.lead}</p>
        <p className="mt-1 mb-6 text-sm text-ink-2">{u.rule}</p>
        <section aria-labelledby="list">
          <h2 id="list" className="mb-2">
            {u.listTitle}
          </h2>
          {lines.length === 0 ? <p className="text-ink-2">{u.none}</p> : null}
          <ul className="border-t border-line">
            {lines.map((line) => (
              <RecoveryLine key={line.id} w={w} locale={locale} unitCode={code} line={line} />
            ))}
          </ul>
        </section>
        <section aria-labelledby="ask" className="mt-8 border-t-2 border-ink pt-3">
          <h2 id="ask" className="mb-3">
            {u.ask.title}
          </h2>
          {isFresh ? (
            <AskForm w={w} unitCode={code} faults={faults} />
          ) : (
            <LinkButton href={`/step-up?${new URLSearchParams({ returnTo: path })}`} wide>
              {u.ask.proveFirst}
            </LinkButton>
          )}
        </section>
      </div>
    </SignedInFrame>
  )
}
