import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { PaperForm } from "@/components/orders/paper-form"
import { ErrorSummary } from "@/components/ui/error-summary"
import { framePerson } from "@/lib/http/frame-person"
import { orderPath } from "@/lib/http/order-path"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { typedFields } from "@/lib/http/typed-fields"
import { orderFaults } from "@/lib/i18n/order-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getOrder } from "@/lib/orders/get-order"

type Props = {
  params: Promise<{ code: string; number: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const w = await words()
  const refusal = await shownRefusal((await searchParams).refused)
  return { title: `${refusal ? w.ui.errorTitlePrefix : ""}${w.orders.form.title}` }
}

/** What stands on the paper, to be filled in. */
export default async function OrderPaperPage({ params, searchParams }: Props) {
  const { code, number } = await params
  const path = orderPath({ unitCode: code, number })
  const session = await requireConsole(`${path}/paper`)
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const [found, refusal] = await Promise.all([
    runRead(getOrder, { unitCode: code, number }),
    shownRefusal(query.refused),
  ])
  if (!found.ok || !found.value.canSubmit) notFound()
  const faults = refusal ? orderFaults(refusal, locale) : []
  const typed = refusal ? await typedFields(`paper ${number}`) : undefined
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <div className="max-w-reading">
        <p className="mb-2 text-sm">
          <a href={path}>{w.orders.backToOrder}</a>
        </p>
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        <h1>{w.orders.form.title}</h1>
        <p className="mt-1 mb-6">{w.orders.form.lead}</p>
        <PaperForm
          action="/api/unit/orders/paper"
          w={w}
          locale={locale}
          shown={found.value}
          faults={faults}
          typed={typed}
        />
      </div>
    </SignedInFrame>
  )
}
