import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { EmptyState } from "@/components/ui/empty-state"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { nameIn } from "@/components/units/unit-names"
import { framePerson } from "@/lib/http/frame-person"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { transfersPath } from "@/lib/http/transfers-path"
import { memberFaults } from "@/lib/i18n/member-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getUnitTransfers } from "@/lib/transfers/get-unit-transfers"
import { TransferLine } from "./transfer-line"

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return refusableTitle((await words()).transfers.title, searchParams)
}

/** The transfers of a unit, to it and from it. */
export default async function UnitTransfersPage({ params, searchParams }: Props) {
  const { code } = await params
  const session = await requireConsole(transfersPath(code))
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const t = w.transfers
  const query = await searchParams
  const [found, refusal] = await Promise.all([
    runRead(getUnitTransfers, { unitCode: code }),
    shownRefusal(query.refused),
  ])
  if (!found.ok) notFound()
  const { unit, lines, roles } = found.value
  const said = Object.entries(t.done).find(([name]) => name === query.done)?.[1]
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <div className="max-w-reading">
        <p className="mb-2 text-sm">
          <a href={`/unit/${encodeURIComponent(code)}`}>{nameIn(locale, unit)}</a>
        </p>
        {refusal ? (
          <ErrorSummary title={w.ui.errorSummaryTitle} faults={memberFaults(refusal, locale)} />
        ) : null}
        {said && !refusal ? (
          <div className="mb-4">
            <Notice tone="done">{said}</Notice>
          </div>
        ) : null}
        <h1>{t.title}</h1>
        <p className="mt-1">{t.lead}</p>
        <p className="mb-5 text-sm text-ink-2">{unit.canSign ? t.how : t.readOnly}</p>
        {lines.length === 0 ? (
          <EmptyState title={t.none}>
            <p>{t.noneAbout}</p>
          </EmptyState>
        ) : null}
        <ul className="border-t border-line">
          {lines.map((line) => (
            <TransferLine
              key={line.id}
              w={w}
              locale={locale}
              unitCode={unit.code}
              line={line}
              roles={roles}
            />
          ))}
        </ul>
      </div>
    </SignedInFrame>
  )
}
