import { Notice } from "@/components/ui/notice"
import type { getMyActivation } from "@/lib/activation/get-my-activation"
import { formatDate } from "@/lib/i18n/dates"
import { decisionWords } from "@/lib/i18n/decision-words"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Mine = Extract<Awaited<ReturnType<(typeof getMyActivation)["run"]>>, { readonly ok: true }>["value"]

/** How the request stands, until when it waits, and why it came back if it did. */
export function Standing({ w, locale, shown }: { w: Dictionary; locale: Locale; shown: Mine }) {
  const { order, answer } = shown
  const o = w.orders
  const hasDay = order.state === "draft" || order.state === "returned"
  const said = answer
    ? decisionWords({ reasons: answer.reasons, fields: order.returnedFields }, locale)
    : undefined
  return (
    <>
      <p className="mt-2 text-sm text-ink-2">{o.requestNumber(order.number)}</p>
      <p className="mt-1">{w.activation.form.states[order.state]}</p>
      {order.state === "draft" ? <p className="mt-1">{w.activation.form.checkLead}</p> : null}
      {hasDay ? <p className="mt-1 text-sm text-ink-2">{o.until(formatDate(shown.sendBy, locale))}</p> : null}
      {answer && said ? (
        <div className="mt-4">
          <Notice
            tone={order.state === "returned" ? "needs-you" : "refused"}
            title={order.state === "returned" ? o.returnedTitle : o.rejectedTitle}
          >
            {said.fields.length > 0 ? <p>{o.toMend(said.fields.join(", "))}</p> : null}
            {said.reasons.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
            {answer.note === "" ? null : <p>{o.note(answer.note)}</p>}
          </Notice>
        </div>
      ) : null}
    </>
  )
}
