import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { ExportForm } from "@/components/imports/export-form"
import { Button, LinkButton } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { controlAttributes, Field } from "@/components/ui/field"
import { nameIn } from "@/components/units/unit-names"
import { framePerson } from "@/lib/http/frame-person"
import { importsPath } from "@/lib/http/imports-path"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { formatDateTime } from "@/lib/i18n/dates"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, type Dictionary, words, wordsIn } from "@/lib/i18n/words"
import { getImports } from "@/lib/imports/get-imports"

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return refusableTitle((await words()).imports.open, searchParams)
}

/** Users of a unit by the workbook: the template, the file to check, earlier imports, and the way out. */
export default async function ImportPage({ params, searchParams }: Props) {
  const { code } = await params
  const path = importsPath(code)
  const session = await requireConsole(path)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const i = w.imports
  const [found, refusal] = await Promise.all([
    runRead(getImports, { unitCode: code }),
    shownRefusal((await searchParams).refused),
  ])
  if (!found.ok) notFound()
  const { unit, batches } = found.value
  const isFileMissing = refusal?.code === "invalid" && refusal.fields?.file !== undefined
  const fault = refusal
    ? isFileMissing
      ? { text: i.faults.fileMissing, field: "file" }
      : { text: refusalText(refusal, locale) }
    : undefined
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <div className="max-w-reading">
        <p className="mb-2 text-sm">
          <a href={`/unit/${encodeURIComponent(code)}`}>{nameIn(locale, unit)}</a>
        </p>
        {fault ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={[fault]} /> : null}
        <h1>{unit.canManage ? i.title : i.exportTitle}</h1>
        {unit.canManage ? (
          <>
            <p className="mt-1">{i.lead}</p>
            <h2 className="mt-6">{i.step1}</h2>
            <p className="mb-3 text-sm text-ink-2">{i.templateAbout}</p>
            <LinkButton href={`${path}/template`}>{i.template}</LinkButton>
            <UploadPart w={w} code={code} fault={isFileMissing ? i.faults.fileMissing : undefined} />
            <h2 className="mt-8">{i.earlier}</h2>
            <p className="text-sm text-ink-2">{batches.length === 0 ? i.none : i.kept}</p>
            <ul className="mt-2 border-t border-line">
              {batches.map((batch) => (
                <li
                  key={batch.id}
                  className="flex flex-wrap justify-between gap-x-4 border-b border-line py-3"
                >
                  <a href={`${path}/${batch.id}`}>{i.batch(formatDateTime(batch.uploadedAt, locale))}</a>
                  <span>{i.states[batch.state]}</span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <ExportForm w={w} code={code} {...(unit.canManage ? { heading: i.exportTitle } : {})} />
      </div>
    </SignedInFrame>
  )
}

function UploadPart({ w, code, fault }: { w: Dictionary; code: string; fault: string | undefined }) {
  const field = { name: "file", id: "file", label: w.imports.file, ...(fault ? { error: fault } : {}) }
  return (
    <form method="post" action="/api/unit/import" encType="multipart/form-data" className="mt-6 space-y-4">
      <h2>{w.imports.step2}</h2>
      <input type="hidden" name="unitCode" value={code} />
      <Field field={field}>
        <input {...controlAttributes(field)} type="file" accept=".xlsx" className="input" />
      </Field>
      <Button kind="main">{w.imports.submit}</Button>
    </form>
  )
}
