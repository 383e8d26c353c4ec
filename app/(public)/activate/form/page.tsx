import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { ActivationHead } from "@/components/activation/activation-head"
import { ActivationSteps } from "@/components/activation/activation-steps"
import { UploadPanel } from "@/components/documents/upload-panel"
import { PublicFrame } from "@/components/frame/public-frame"
import { PaperFacts } from "@/components/orders/paper-facts"
import { PeopleTable } from "@/components/orders/people-table"
import { PrintPart } from "@/components/orders/print-part"
import { ScanPart } from "@/components/orders/scan-part"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { getMyActivation } from "@/lib/activation/get-my-activation"
import { readCookie } from "@/lib/http/cookies"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { runRead } from "@/lib/http/run-read"
import { orderFaults } from "@/lib/i18n/order-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { SendPart } from "./send-part"
import { Standing } from "./standing"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const path = "/activate/form"

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  return refusableTitle((await words()).activation.form.checkTitle, searchParams)
}

/** All answers on one page, the scan of the order, and the button that sends them. */
export default async function ActivationFormPage({ searchParams }: Query) {
  const query = await searchParams
  const mine = await runRead(getMyActivation, { activation: (await readCookie("activation")) ?? "" })
  if (!mine.ok) redirect(`/activate?refused=${mine.refusal.code}`)
  const shown = mine.value
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const f = w.activation.form
  const refusal = await shownRefusal(query.refused)
  const faults = refusal ? orderFaults(refusal, locale) : []
  const said = Object.entries(w.orders.done).find(([name]) => name === query.done)?.[1]
  const at = { w, locale, path, shown }
  return (
    <PublicFrame wide>
      {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
      {said && !refusal ? (
        <div className="mb-4">
          <Notice tone="done">{said}</Notice>
        </div>
      ) : null}
      <ActivationHead w={w} locale={locale} unit={shown.unit} until={shown.until} />
      {shown.order.state === "draft" ? <ActivationSteps w={w} locale={locale} at="form" /> : null}
      <div className="space-y-8">
        <div className="max-w-reading">
          <h1>{shown.canSubmit ? f.checkTitle : w.activation.request.title}</h1>
          <Standing w={w} locale={locale} shown={shown} />
        </div>
        <PeopleTable {...at} removeAction="/api/activate/person/remove" />
        <div className="max-w-reading space-y-8">
          <PaperFacts {...at} />
          {shown.canSubmit ? <PrintPart {...at} action="/api/activate/print" /> : null}
          {shown.openFields.includes("documents") ? (
            <UploadPanel
              documents={shown.documents}
              action="/api/activate/documents"
              removeAction="/api/activate/documents/remove"
              fields={{}}
              w={w}
              locale={locale}
            >
              <p className="mt-1 font-semibold">{w.orders.scanTitle}</p>
              <p className="mb-2 text-sm text-ink-2">{w.orders.scanAbout}</p>
            </UploadPanel>
          ) : null}
          <ScanPart {...at} />
          {shown.canSubmit ? <SendPart w={w} shown={shown} /> : null}
        </div>
      </div>
    </PublicFrame>
  )
}
