import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { ActivationHead } from "@/components/activation/activation-head"
import { ActivationSteps } from "@/components/activation/activation-steps"
import { PublicFrame } from "@/components/frame/public-frame"
import { PaperForm } from "@/components/orders/paper-form"
import { ErrorSummary } from "@/components/ui/error-summary"
import { getMyActivation } from "@/lib/activation/get-my-activation"
import { readCookie } from "@/lib/http/cookies"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { runRead } from "@/lib/http/run-read"
import { typedFields } from "@/lib/http/typed-fields"
import { orderFaults } from "@/lib/i18n/order-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  return refusableTitle((await words()).activation.form.steps.paper, searchParams)
}

/** What stands on the paper that appoints him. */
export default async function ActivationPaperPage({ searchParams }: Query) {
  const query = await searchParams
  const found = await runRead(getMyActivation, { activation: (await readCookie("activation")) ?? "" })
  if (!found.ok) redirect(`/activate?refused=${found.refusal.code}`)
  if (!found.value.canSubmit) redirect("/activate/form")
  const { unit, order, until } = found.value
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const refusal = await shownRefusal(query.refused)
  const faults = refusal ? orderFaults(refusal, locale) : []
  const typed = refusal ? await typedFields(`activate-paper ${order.number}`) : undefined
  return (
    <PublicFrame>
      {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
      <ActivationHead w={w} locale={locale} unit={unit} until={until} />
      <ActivationSteps w={w} locale={locale} at="paper" />
      <div className="max-w-reading">
        <p className="mb-2 text-sm">
          <a href="/activate/form">{w.activation.form.back}</a>
        </p>
        <h1>{w.activation.form.steps.paper}</h1>
        <p className="mt-1 mb-6">{w.orders.form.lead}</p>
        <PaperForm
          action="/api/activate/paper"
          w={w}
          locale={locale}
          shown={found.value}
          faults={faults}
          typed={typed}
        />
      </div>
    </PublicFrame>
  )
}
