import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { framePerson } from "@/lib/http/frame-person"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requestContext } from "@/lib/http/request-context"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getManuals } from "@/lib/manuals/get-manuals"
import { canPublishManuals, manualPath } from "@/lib/manuals/rules"
import { UploadForm } from "./upload-form"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  return refusableTitle((await words()).manuals.upload.title, searchParams)
}

/** Where the Department's officers publish new versions. For anyone else there is no such page. */
export default async function AdminManualsPage({ searchParams }: Query) {
  const session = await requireConsole("/admin/manuals")
  const { actor } = await requestContext()
  if (!canPublishManuals(actor)) notFound()
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const u = w.manuals.upload
  const [result, refusal] = await Promise.all([runRead(getManuals, {}), shownRefusal(query.refused)])
  const manuals = result.ok ? result.value : []
  const named = refusal?.code === "invalid" ? Object.entries(refusal.fields ?? {}) : []
  const sentences: Record<string, string> = u.faults
  const at = typeof query.manual === "string" ? query.manual : ""
  const faults = named.flatMap(([field, key]) => {
    const text = sentences[key]
    return text ? [{ text, field: `${field}-${at}` }] : []
  })
  return (
    <SignedInFrame person={framePerson(session, locale)} place="publish">
      {refusal ? (
        <ErrorSummary
          title={w.ui.errorSummaryTitle}
          faults={faults.length > 0 ? faults : [{ text: refusalText(refusal, locale) }]}
        />
      ) : null}
      {typeof query.published === "string" && !refusal ? (
        <div className="mb-6">
          <Notice tone="done">
            {u.done} <a href={manualPath(query.published.replace(/[^a-z0-9-]/g, ""))}>{u.see}</a>
          </Notice>
        </div>
      ) : null}
      <h1>{u.title}</h1>
      <p className="mt-1 mb-6 text-ink-2">{u.lead}</p>
      <div className="space-y-10">
        {manuals.map((manual) => (
          <UploadForm key={manual.slug} manual={manual} w={w} locale={locale} />
        ))}
      </div>
    </SignedInFrame>
  )
}
