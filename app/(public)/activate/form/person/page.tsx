import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { ActivationHead } from "@/components/activation/activation-head"
import { ActivationSteps } from "@/components/activation/activation-steps"
import { PublicFrame } from "@/components/frame/public-frame"
import { PersonForm } from "@/components/orders/person-form"
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
  return refusableTitle((await words()).activation.form.steps.person, searchParams)
}

/** The first SSO Admin of the unit, or another whom the order names. */
export default async function ActivationPersonPage({ searchParams }: Query) {
  const query = await searchParams
  const found = await runRead(getMyActivation, { activation: (await readCookie("activation")) ?? "" })
  if (!found.ok) redirect(`/activate?refused=${found.refusal.code}`)
  if (!found.value.openFields.includes("people")) redirect("/activate/form")
  const { unit, order, people, until } = found.value
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const refusal = await shownRefusal(query.refused)
  const faults = refusal ? orderFaults(refusal, locale) : []
  const id = typeof query.id === "string" ? query.id : ""
  const person = people.find((one) => one.id === id)
  if (id !== "" && !person) notFound()
  const typed = refusal ? await typedFields(`activate-person ${order.number} ${id}`) : undefined
  return (
    <PublicFrame>
      {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
      <ActivationHead w={w} locale={locale} unit={unit} until={until} />
      <ActivationSteps w={w} locale={locale} at="person" />
      <div className="max-w-reading">
        <p className="mb-2 text-sm">
          <a href="/activate/form">{w.activation.form.back}</a>
        </p>
        <h1>{w.activation.form.steps.person}</h1>
        <p className="mt-1 mb-6">{w.activation.form.personLead}</p>
        <PersonForm
          action="/api/activate/person"
          w={w}
          shown={found.value}
          person={person}
          faults={faults}
          typed={typed}
        />
      </div>
    </PublicFrame>
  )
}
