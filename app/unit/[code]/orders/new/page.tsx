import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { Button } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { framePerson } from "@/lib/http/frame-person"
import { unitOrdersPath } from "@/lib/http/order-path"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { orderFaults } from "@/lib/i18n/order-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getUnitOrders } from "@/lib/orders/get-unit-orders"
import { orderKinds } from "@/lib/orders/rules"

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const w = await words()
  const refusal = await shownRefusal((await searchParams).refused)
  return { title: `${refusal ? w.ui.errorTitlePrefix : ""}${w.orders.begin}` }
}

/** Which kind of order is to be made; from then on it has a number and each page saves. */
export default async function NewOrderPage({ params, searchParams }: Props) {
  const { code } = await params
  const path = unitOrdersPath(code)
  const session = await requireConsole(`${path}/new`)
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const o = w.orders
  const unit = await runRead(getUnitOrders, { unitCode: code })
  if (!unit.ok || !unit.value.canMake) notFound()
  const refusal = await shownRefusal(query.refused)
  const faults = refusal ? orderFaults(refusal, locale) : []
  const { nameTh, nameEn } = unit.value
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <div className="max-w-reading">
        <p className="mb-2 text-sm">
          <a href={path}>{o.back}</a>
        </p>
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        <h1>{o.begin}</h1>
        <p className="mb-5 text-lg">{locale === "en" && nameEn ? nameEn : nameTh}</p>
        <form method="post" action="/api/unit/orders" className="space-y-5">
          <input type="hidden" name="unitCode" value={code} />
          <fieldset>
            <legend className="mb-2 font-semibold">{o.kindLegend}</legend>
            {orderKinds.map((kind) => (
              <div key={kind} className="flex items-start gap-2.5 py-2">
                <input
                  type="radio"
                  className="box"
                  id={kind === "appoint" ? "kind" : `kind-${kind}`}
                  name="kind"
                  value={kind}
                  defaultChecked={kind === "appoint"}
                  aria-describedby={`kind-${kind}-hint`}
                />
                <div>
                  <label htmlFor={kind === "appoint" ? "kind" : `kind-${kind}`} className="font-semibold">
                    {o.kinds[kind]}
                  </label>
                  <p id={`kind-${kind}-hint`} className="text-sm text-ink-2">
                    {o.kindsAbout[kind]}
                  </p>
                </div>
              </div>
            ))}
          </fieldset>
          <Button kind="main">{o.start}</Button>
        </form>
      </div>
    </SignedInFrame>
  )
}
