import type { ShownOrder } from "@/components/orders/shown-order"
import { Button } from "@/components/ui/button"
import type { Dictionary } from "@/lib/i18n/words"

/** What is still missing, and the button that hands the request in. */
export function SendPart({ w, shown }: { w: Dictionary; shown: ShownOrder }) {
  const f = w.activation.form
  const { lacks, order, unit } = shown
  const isFirst = order.state === "draft"
  return (
    <section aria-labelledby="send" className="border-t-2 border-ink pt-3">
      <h2 id="send">{f.submitTitle}</h2>
      {isFirst ? <p className="mt-1 mb-3">{f.submitAbout}</p> : null}
      {lacks.length > 0 ? (
        <div className="mb-3">
          <p className="font-semibold">{w.orders.lacksTitle}</p>
          <ul className="list-disc pl-5">
            {lacks.map((lack) => (
              <li key={lack}>{w.orders.lacks[lack]}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <form method="post" action="/api/activate/submit">
        <input type="hidden" name="unitCode" value={unit.code} />
        <input type="hidden" name="number" value={order.number} />
        <input type="hidden" name="version" value={order.version} />
        <Button kind="main">{isFirst ? f.submit : f.submitAgain}</Button>
      </form>
    </section>
  )
}
