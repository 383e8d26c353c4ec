import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { ErrorSummary } from "@/components/ui/error-summary"
import { nameIn } from "@/components/units/unit-names"
import { framePerson } from "@/lib/http/frame-person"
import { importsPath } from "@/lib/http/imports-path"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { formatDateTime } from "@/lib/i18n/dates"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getImport } from "@/lib/imports/get-import"
import { importFilters } from "@/lib/imports/rules"
import { ImportActs } from "./import-acts"
import { ImportRows } from "./import-rows"

type Props = {
  params: Promise<{ code: string; batch: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return refusableTitle((await words()).imports.title, searchParams)
}

/** One workbook of users: what each row would do, how far it is, what became of it, and the way back. */
export default async function ImportBatchPage({ params, searchParams }: Props) {
  const { code, batch: batchId } = await params
  const path = importsPath(code, batchId)
  const session = await requireConsole(path)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const i = w.imports
  const { show, after, refused } = await searchParams
  const [found, refusal] = await Promise.all([
    runRead(getImport, { unitCode: code, batchId, show, after }),
    shownRefusal(refused),
  ])
  if (!found.ok) notFound()
  const { unit, batch, counts } = found.value
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <p className="mb-2 text-sm">
        <a href={importsPath(code)}>{`${nameIn(locale, unit)} · ${i.open}`}</a>
      </p>
      {refusal ? (
        <ErrorSummary title={w.ui.errorSummaryTitle} faults={[{ text: refusalText(refusal, locale) }]} />
      ) : null}
      <h1>{i.batch(formatDateTime(batch.uploadedAt, locale))}</h1>
      <ImportActs w={w} locale={locale} path={path} shown={found.value} />
      <nav aria-label={i.show} className="screen-only mt-6 flex flex-wrap gap-x-5 gap-y-2">
        <FilterLink href={path} isHere={found.value.show === undefined} label={i.all} />
        {importFilters
          .filter((name) => counts[name] > 0)
          .map((name) => (
            <FilterLink
              key={name}
              href={`${path}?show=${name}`}
              isHere={found.value.show === name}
              label={name === "failed" ? i.rowStates.failed : i.plans[name]}
            />
          ))}
      </nav>
      <ImportRows w={w} locale={locale} path={path} shown={found.value} />
    </SignedInFrame>
  )
}

function FilterLink({ href, label, isHere }: { href: string; label: string; isHere: boolean }) {
  return (
    <a
      href={href}
      aria-current={isHere ? "true" : undefined}
      className={isHere ? "font-semibold" : undefined}
    >
      {label}
    </a>
  )
}
