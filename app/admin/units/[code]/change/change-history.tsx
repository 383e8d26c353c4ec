import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { nameIn } from "@/components/units/unit-names"
import { formatDate } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import { refusalText } from "@/lib/i18n/refusal-text"
import type { Dictionary } from "@/lib/i18n/words"
import type { ShownUnitChange } from "@/lib/restructuring/get-change"

type ChangeHistoryProps = {
  w: Dictionary
  locale: Locale
  unitCode: string
  changes: readonly ShownUnitChange[]
}

/** What was changed of a unit, and what waits for its day. */
export function ChangeHistory({ w, locale, unitCode, changes }: ChangeHistoryProps) {
  const h = w.restructuring.history
  return (
    <section aria-labelledby="history" className="border-t border-line pt-4">
      <h2 id="history" className="mb-2">
        {h.title}
      </h2>
      {changes.length === 0 ? <p>{h.none}</p> : null}
      <ul className="space-y-4">
        {changes.map((change) => (
          <li key={change.id}>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {told(change, h, locale)}
              <Chip tone={change.state === "planned" ? "needs-you" : "information"}>
                {h.states[change.state]}
              </Chip>
            </p>
            <p className="text-sm text-ink-2">
              {`${h.on(formatDate(new Date(change.effectiveOn), locale))} · ${change.orderText} · ${change.reason}`}
            </p>
            <Failure failure={change.failure} locale={locale} />
            {change.state === "planned" && !change.isReceiver ? (
              <form method="post" action="/api/admin/units/change/withdraw" className="mt-2">
                <input type="hidden" name="unitCode" value={unitCode} />
                <input type="hidden" name="changeId" value={change.id} />
                <Button>{h.withdraw}</Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function told(change: ShownUnitChange, h: Dictionary["restructuring"]["history"], locale: Locale): string {
  const called = (one: ShownUnitChange["former"]) => `${nameIn(locale, one)} (${one.code})`
  const from = called(change.former)
  if (change.wanted) return h.change({ from, to: called(change.wanted) })
  return change.isReceiver ? h.taken(from) : h.merge(from)
}

function Failure({ failure, locale }: { failure: ShownUnitChange["failure"]; locale: Locale }) {
  return failure ? <p className="text-sm">{refusalText({ code: failure }, locale)}</p> : null
}
