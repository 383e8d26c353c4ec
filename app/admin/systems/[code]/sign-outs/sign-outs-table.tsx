import { Chip } from "@/components/ui/chip"
import { DataTable } from "@/components/ui/data-table"
import { Pagination } from "@/components/ui/pagination"
import type { SignOutsShown } from "@/lib/clients/get-sign-outs"
import { clientLimits } from "@/lib/clients/rules"
import { formatDateTime } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type SignOutsTableProps = { w: Dictionary; locale: Locale; shown: SignOutsShown }
type Row = SignOutsShown["rows"][number]

/** The sign-outs, the newest first, with what the system answered; nobody is named. */
export function SignOutsTable({ w, locale, shown }: SignOutsTableProps) {
  const r = w.signOutReport
  const { rows, state, page } = shown
  if (rows.length === 0) return <p>{r.none}</p>
  const at = (target: number) => `?${new URLSearchParams({ ...(state && { state }), page: String(target) })}`
  const isFull = rows.length === clientLimits.signOuts
  return (
    <>
      <DataTable
        caption={r.caption}
        columns={columns({ w, locale })}
        rows={rows}
        rowKey={(row) => `${row.endedAt.toISOString()} ${row.clientId} ${rows.indexOf(row)}`}
      />
      {page > 1 || isFull ? (
        <Pagination
          label={r.pages}
          position={r.page(digits(String(page), locale))}
          previous={page > 1 ? { href: at(page - 1), label: r.newer } : undefined}
          next={isFull ? { href: at(page + 1), label: r.older } : undefined}
        />
      ) : null}
    </>
  )
}

function columns({ w, locale }: Pick<SignOutsTableProps, "w" | "locale">) {
  const r = w.signOutReport
  const time = (when: Date) => formatDateTime(when, locale)
  return [
    { key: "ended", label: r.columns.ended, rowName: true, cell: (row: Row) => time(row.endedAt) },
    { key: "client", label: r.columns.client, cell: (row: Row) => row.clientName },
    { key: "reason", label: r.columns.reason, cell: (row: Row) => r.reasons[row.reason] },
    {
      key: "state",
      label: r.columns.state,
      cell: (row: Row) => (
        <div>
          <Chip tone={row.state === "confirmed" ? "done" : "needs-you"}>{r.states[row.state]}</Chip>
          {row.confirmedAt ? (
            <span className="block text-sm text-ink-2">{r.confirmed(time(row.confirmedAt))}</span>
          ) : null}
          {row.state === "waiting" && row.attempts > 0 ? (
            <span className="block text-sm text-ink-2">{r.next(time(row.nextAttemptAt))}</span>
          ) : null}
        </div>
      ),
    },
    { key: "answer", label: r.columns.answer, cell: (row: Row) => answerOf(w, locale, row) },
    {
      key: "tries",
      label: r.columns.tries,
      end: true,
      cell: (row: Row) => digits(String(row.attempts), locale),
    },
  ]
}

/** A status in the reader's digits, or why there was none in his words. */
function answerOf(w: Dictionary, locale: Locale, { lastAnswer }: Row): string {
  const { faults, status } = w.webhooks.calls
  if (!lastAnswer) return ""
  return (
    Object.entries(faults).find(([name]) => name === lastAnswer)?.[1] ?? status(digits(lastAnswer, locale))
  )
}
