import { LinkButton } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import { Icon } from "@/components/ui/icon"
import type { ClientShown } from "@/lib/clients/get-clients"
import { checks, checksSeen, endpointPath, nearestUri, problems } from "@/lib/clients/try-rules"
import { clientPath } from "@/lib/http/client-path"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type TriesPartProps = { w: Dictionary; locale: Locale; shown: ClientShown }
type Event = ClientShown["events"][number]

/** The latest requests shown at once. */
const latest = 20

/** A sign-in tried out at the system, step by step, and what its latest requests had wrong. */
export function TriesPart({ w, locale, shown }: TriesPartProps) {
  const t = w.clients.tries
  const { client, events } = shown
  const seen = checksSeen(events)
  const columns = [
    {
      key: "at",
      label: t.columns.at,
      rowName: true,
      cell: ({ at }: Event) => formatDateTime(at, locale),
    },
    {
      key: "endpoint",
      label: t.columns.endpoint,
      cell: ({ endpoint }: Event) => <code translate="no">{endpointPath(endpoint, client.isSandbox)}</code>,
    },
    {
      key: "outcome",
      label: t.columns.outcome,
      cell: (event: Event) => <Outcome w={w} event={event} registered={client.redirectUris} />,
    },
  ]
  return (
    <section id="tries" className="mt-10 border-t border-line pt-8" aria-label={t.title}>
      <h2>{t.title}</h2>
      <p className="mb-3">{t.lead}</p>
      <div className="mb-4 flex flex-wrap items-center gap-4">
        {client.startUri && !client.closedAt ? (
          <LinkButton href={client.startUri}>{t.start}</LinkButton>
        ) : (
          <p className="text-sm text-ink-2">{t.noStart}</p>
        )}
        <a href={clientPath(client.systemCode, client.id)}>{t.refresh}</a>
      </div>
      <ul>
        {checks.map((check) => (
          <li key={check} className="flex items-start gap-2.5 border-b border-line py-2">
            <Icon
              name={seen[check] ? "done" : "clock"}
              className={seen[check] ? "text-jade" : "text-ink-2"}
            />
            <span>
              {t.checks[check]}
              <span className="block text-sm text-ink-2">{seen[check] ? t.seen : t.notSeen}</span>
            </span>
          </li>
        ))}
      </ul>
      <h3 className="mt-6 mb-2">{t.latest}</h3>
      {events.length === 0 ? (
        <p className="text-ink-2">{t.none}</p>
      ) : (
        <DataTable
          caption={t.latest}
          columns={columns}
          rows={events.slice(0, latest)}
          rowKey={({ id }) => `${id}`}
        />
      )}
    </section>
  )
}

function Outcome({ w, event, registered }: { w: Dictionary; event: Event; registered: readonly string[] }) {
  const t = w.clients.tries
  if (event.outcome === "ok") return t.ok
  const problem = problems.find((one) => one === event.outcome) ?? "other"
  const near = event.given ? nearestUri(event.given, registered) : undefined
  return (
    <>
      {t.problems[problem]}
      {event.given ? (
        <span className="block text-sm break-all text-ink-2">{t.given(event.given)}</span>
      ) : null}
      {near ? (
        <>
          <span className="block text-sm break-all text-ink-2">{t.nearest(near.uri)}</span>
          <span className="block text-sm">{t.differs[near.differsIn]}</span>
        </>
      ) : null}
    </>
  )
}
