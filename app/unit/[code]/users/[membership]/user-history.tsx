import { sentenceOf } from "@/lib/activity/rules"
import { formatDateTime } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { UserShown } from "@/lib/members/get-unit-user"
import { shownEvents } from "@/lib/members/rules"

type Event = UserShown["events"][number]
type UserHistoryProps = { w: Dictionary; locale: Locale; events: readonly Event[] }

/** What happened about a user within his unit, in sentences, and who did it. */
export function UserHistory({ w, locale, events }: UserHistoryProps) {
  const h = w.members.history
  return (
    <section aria-labelledby="history" className="mt-8">
      <h2 id="history" className="mb-2">
        {h.title}
      </h2>
      {events.length === 0 ? <p className="text-ink-2">{h.none}</p> : null}
      <ol className="border-t border-line">
        {events.map((event) => (
          <li key={`${event.at.toISOString()} ${event.action}`} className="border-b border-line py-2.5">
            <p>{sentenceOf({ action: event.action, outcome: "done" }, w.activity)}</p>
            <p className="text-sm text-ink-2">{h.when(formatDateTime(event.at, locale), doer(event, h))}</p>
          </li>
        ))}
      </ol>
      {events.length === shownEvents ? (
        <p className="mt-2 text-sm text-ink-2">{h.newest(digits(shownEvents, locale))}</p>
      ) : null}
    </section>
  )
}

function doer(event: Event, h: Dictionary["members"]["history"]): string {
  if (event.actorKind === "system") return h.portal
  if (event.isOwner) return h.owner
  return event.actor ? h.by(event.actor) : h.someone
}
