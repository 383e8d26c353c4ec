import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { DataTable } from "@/components/ui/data-table"
import { Pagination } from "@/components/ui/pagination"
import { SelectField } from "@/components/ui/select-field"
import { formatDateTime } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { ConnectionShown } from "@/lib/webhooks/get-connection"
import { webhookLimits } from "@/lib/webhooks/rules"

type CallsPartProps = { w: Dictionary; locale: Locale; shown: ConnectionShown }
type Call = ConnectionShown["calls"][number]

/** What came of the calls, the newest first; one that was taken can be sent again. */
export function CallsPart({ w, locale, shown }: CallsPartProps) {
  const c = w.webhooks.calls
  const { calls, waiting, delivered, state, page } = shown
  const shownNumber = (count: number) => digits(String(count), locale)
  const rest = state ? `&state=${state}` : ""
  return (
    <section className="mt-8" aria-label={c.title}>
      <h2>{c.title}</h2>
      <p>{c.counts(shownNumber(waiting), shownNumber(delivered))}</p>
      <form method="get" className="mt-3 mb-4 flex flex-wrap items-end gap-3">
        <SelectField
          name="state"
          label={c.filter}
          options={Object.entries(c.filters).map(([value, label]) => ({ value, label }))}
          defaultValue={state}
        />
        <Button>{c.show}</Button>
      </form>
      {calls.length === 0 ? (
        <p>{c.none}</p>
      ) : (
        <DataTable
          caption={c.caption}
          columns={columns({ w, locale, shown })}
          rows={calls}
          rowKey={({ position }) => String(position)}
        />
      )}
      {page > 1 || calls.length === webhookLimits.page ? (
        <Pagination
          label={c.pages}
          position={c.page(shownNumber(page))}
          previous={page > 1 ? { href: `?page=${page - 1}${rest}`, label: c.newer } : undefined}
          next={
            calls.length === webhookLimits.page
              ? { href: `?page=${page + 1}${rest}`, label: c.older }
              : undefined
          }
        />
      ) : null}
    </section>
  )
}

function columns({ w, locale, shown }: CallsPartProps) {
  const c = w.webhooks.calls
  return [
    {
      key: "id",
      label: c.columns.id,
      end: true,
      cell: ({ position }: Call) => digits(String(position), locale),
    },
    {
      key: "what",
      label: c.columns.what,
      rowName: true,
      cell: ({ kind, unitCode, at }: Call) => (
        <>
          {Object.entries(c.kinds).find(([name]) => name === kind)?.[1]}
          <span className="block text-sm text-ink-2">
            {c.unit(digits(unitCode, locale))} {formatDateTime(new Date(at), locale)}
          </span>
        </>
      ),
    },
    {
      key: "state",
      label: c.columns.state,
      cell: ({ state }: Call) => (
        <Chip tone={state === "delivered" ? "done" : "needs-you"}>{c.states[state]}</Chip>
      ),
    },
    { key: "answer", label: c.columns.answer, cell: (call: Call) => lastAnswer(w, locale, call) },
    {
      key: "tries",
      label: c.columns.tries,
      end: true,
      cell: (call: Call) => (
        <>
          {digits(String(call.attempts), locale)}
          {shown.canManage && call.state === "delivered" ? (
            <form method="post" action="/api/admin/systems/machine/again" className="mt-1">
              <input type="hidden" name="systemCode" value={shown.system.code} />
              <input type="hidden" name="position" value={call.position} />
              <Button>
                {c.again}
                <span className="sr-only">{digits(String(call.position), locale)}</span>
              </Button>
            </form>
          ) : null}
        </>
      ),
    },
  ]
}

function lastAnswer(w: Dictionary, locale: Locale, { lastAnswer: answer, lastAttemptAt }: Call) {
  if (!answer || !lastAttemptAt) return null
  const c = w.webhooks.calls
  const fault = Object.entries(c.faults).find(([name]) => name === answer)?.[1]
  return (
    <>
      {fault ?? c.status(digits(answer, locale))}
      <span className="block text-sm text-ink-2">{formatDateTime(new Date(lastAttemptAt), locale)}</span>
    </>
  )
}
