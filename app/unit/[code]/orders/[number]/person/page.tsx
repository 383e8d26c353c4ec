import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { PersonForm } from "@/components/orders/person-form"
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
  return { title: `${refusal ? w.ui.errorTitlePrefix : ""}${w.orders.person.title}` }
}

/** A person to be named in the order, new or known. */
export default async function OrderPersonPage({ params, searchParams }: Props) {
  const { code, number } = await params
  const path = orderPath({ unitCode: code, number })
  const query = await searchParams
  const id = typeof query.id === "string" ? query.id : ""
  const session = await requireConsole(
    id === "" ? `${path}/person` : `${path}/person?id=${encodeURIComponent(id)}`,
  )
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const [found, refusal] = await Promise.all([
    runRead(getOrder, { unitCode: code, number }),
    shownRefusal(query.refused),
  ])
  if (!found.ok || !found.value.openFields.includes("people")) notFound()
  const person = found.value.people.find((one) => one.id === id)
  if (id !== "" && !person) notFound()
  const faults = refusal ? orderFaults(refusal, locale) : []
  const typed = refusal ? await typedFields(`person ${number} ${id}`) : undefined
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <div className="max-w-reading">
        <p className="mb-2 text-sm">
          <a href={path}>{w.orders.backToOrder}</a>
        </p>
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        <h1 className="mb-6">{w.orders.person.title}</h1>
        <PersonForm
          action="/api/unit/orders/person"
          w={w}
          shown={found.value}
          person={person}
          faults={faults}
          typed={typed}
        />
      </div>
    </SignedInFrame>
  )
}
