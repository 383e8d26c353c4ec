import { Button } from "@/components/ui/button"
import { formatCount } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { OrderShown } from "@/lib/orders/show-order"

type SendPartProps = { w: Dictionary; locale: Locale; shown: OrderShown }

/** What is still missing, the button that hands the order in, and the one that takes it back. */
export function SendPart({ w, locale, shown }: SendPartProps) {
  const o = w.orders
  const { canSubmit, canWithdraw, documents, lacks, order, unit } = shown
  const which = (
    <>
      <input type="hidden" name="unitCode" value={unit.code} />
      <input type="hidden" name="number" value={order.number} />
      <input type="hidden" name="version" value={order.version} />
    </>
  )
  return (
    <>
      {canSubmit ? (
        <section aria-labelledby="send" className="border-t-2 border-ink pt-3">
          <h2 id="send">{o.submitTitle}</h2>
          <p className="mt-1 mb-3">{o.submitAbout}</p>
          {lacks.length > 0 ? (
            <div className="mb-3">
              <p className="font-semibold">{o.lacksTitle}</p>
              <ul className="list-disc pl-5">
                {lacks.map((lack) => (
                  <li key={lack}>{o.lacks[lack]}</li>
                ))}
              </ul>
            </div>
          ) : null}
          <form method="post" action="/api/unit/orders/submit">
            {which}
            <Button kind="main">{o.submit}</Button>
          </form>
        </section>
      ) : documents.length > 0 ? (
        <p className="text-ink-2">{o.filesSent(formatCount(documents.length, locale))}</p>
      ) : null}
      {canWithdraw ? (
        <section aria-labelledby="withdraw" className="border-t border-line pt-3">
          <h2 id="withdraw" className="sr-only">
            {o.withdraw}
          </h2>
          <p className="mb-2 text-sm text-ink-2">{o.withdrawAbout}</p>
          <form method="post" action="/api/unit/orders/withdraw">
            {which}
            <Button kind="danger">{o.withdraw}</Button>
          </form>
        </section>
      ) : null}
    </>
  )
}
