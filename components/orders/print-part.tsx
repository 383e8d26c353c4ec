import { Button } from "@/components/ui/button"
import type { Dictionary } from "@/lib/i18n/words"
import type { ShownOrder } from "./shown-order"

/** The way to the sheets that are printed to be signed. */
export function PrintPart({ w, action, shown }: { w: Dictionary; action: string; shown: ShownOrder }) {
  const o = w.orders
  return (
    <section aria-labelledby="print">
      <h2 id="print">{o.printTitle}</h2>
      <p className="mt-1 mb-3">{o.printAbout}</p>
      {shown.printLacks.length === 0 ? (
        <form method="post" action={action}>
          <input type="hidden" name="unitCode" value={shown.unit.code} />
          <input type="hidden" name="number" value={shown.order.number} />
          <Button>{o.print}</Button>
        </form>
      ) : (
        <p className="text-ink-2">{o.printNot}</p>
      )}
    </section>
  )
}
