import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { UploadPanel } from "@/components/documents/upload-panel"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { PaperFacts } from "@/components/orders/paper-facts"
import { PeopleTable } from "@/components/orders/people-table"
import { PrintPart } from "@/components/orders/print-part"
import { ScanPart } from "@/components/orders/scan-part"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { framePerson } from "@/lib/http/frame-person"
import { orderPath, unitOrdersPath } from "@/lib/http/order-path"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { orderFaults } from "@/lib/i18n/order-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getOrder } from "@/lib/orders/get-order"
import { OrderHead } from "./order-head"
import { SendPart } from "./send-part"

type Props = {
  params: Promise<{ code: string; number: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const w = await words()
  const refusal = await shownRefusal((await searchParams).refused)
  const { number } = await params
  return { title: `${refusal ? w.ui.errorTitlePrefix : ""}${w.orders.requestNumber(number)}` }
}

/** An order: how it stands, what it says, whom it names, its scan, and the buttons of what can be done with it now. */
export default async function OrderPage({ params, searchParams }: Props) {
  const { code, number } = await params
  const path = orderPath({ unitCode: code, number })
  const session = await requireConsole(path)
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const o = w.orders
  const [found, refusal] = await Promise.all([
    runRead(getOrder, { unitCode: code, number }),
    shownRefusal(query.refused),
  ])
  if (!found.ok) notFound()
  const shown = found.value
  const faults = refusal ? orderFaults(refusal, locale) : []
  const said = Object.entries(o.done).find(([name]) => name === query.done)?.[1]
  const at = { w, locale, path, shown }
  const which = { unitCode: code, number }
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <div className="space-y-8">
        <div className="max-w-reading">
          <p className="mb-2 text-sm">
            <a href={unitOrdersPath(code)}>{o.back}</a>
          </p>
          {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
          {said && !refusal ? (
            <div className="mb-4">
              <Notice tone="done">{said}</Notice>
            </div>
          ) : null}
          <OrderHead {...at} />
        </div>
        <div className="max-w-reading">
          <PaperFacts {...at} />
        </div>
        {shown.order.kind === "revoke" ? null : (
          <PeopleTable {...at} removeAction="/api/unit/orders/person/remove" />
        )}
        <div className="max-w-reading space-y-8">
          {shown.canSubmit ? <PrintPart {...at} action="/api/unit/orders/print" /> : null}
          {shown.openFields.includes("documents") ? (
            <UploadPanel
              documents={shown.documents}
              action="/api/unit/orders/documents"
              removeAction="/api/unit/orders/documents/remove"
              fields={which}
              w={w}
              locale={locale}
            >
              <p className="mt-1 font-semibold">{o.scanTitle}</p>
              <p className="mb-2 text-sm text-ink-2">{o.scanAbout}</p>
            </UploadPanel>
          ) : null}
          <ScanPart {...at} />
          <SendPart {...at} />
        </div>
      </div>
    </SignedInFrame>
  )
}
