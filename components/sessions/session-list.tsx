import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { Icon } from "@/components/ui/icon"
import { Phrase } from "@/components/ui/phrase"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { deviceName } from "./device-name"

/** A signed-in browser as its owner may see it. */
export type SessionRow = {
  id: string
  isCurrent: boolean
  isShared: boolean
  userAgent: string
  address?: string | null | undefined
  /** How sure the sign-in was (`lib/sessions/rules.ts`, `assurances`). */
  acr: string
  signedInAt: Date
  lastSeenAt: Date
  expiresAt: Date
}

/** Addresses that take the two form posts: one session (`sessionId`), or all but this one. */
export type SessionActions = { end: string; endOthers: string }

type SessionListProps = {
  w: Dictionary
  locale: Locale
  sessions: readonly SessionRow[]
  actions: SessionActions
}

/** Where the account is signed in; each place but this one can be signed out. */
export function SessionList({ w, locale, sessions, actions }: SessionListProps) {
  const s = w.sessions.list
  return (
    <section aria-labelledby="sessions-title">
      <h2 id="sessions-title">{s.title}</h2>
      <p className="mt-1 max-w-reading text-ink-2">
        <Phrase text={s.lead} />
      </p>
      <ul className="mt-3 border-t border-line">
        {sessions.map((session) => (
          <SessionItem key={session.id} w={w} locale={locale} session={session} action={actions.end} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form method="post" action={actions.endOthers} className="mt-4">
          <Button kind="danger">{s.endOthers}</Button>
        </form>
      ) : null}
    </section>
  )
}

type SessionItemProps = { w: Dictionary; locale: Locale; session: SessionRow; action: string }

function SessionItem({ w, locale, session, action }: SessionItemProps) {
  const s = w.sessions.list
  const name = deviceName(session.userAgent) ?? s.unknownDevice
  const ways: Readonly<Record<string, string>> = s.ways
  const facts = [
    [s.by, ways[session.acr] ?? ""],
    [s.signedIn, formatDateTime(session.signedInAt, locale)],
    [s.lastSeen, formatDateTime(session.lastSeenAt, locale)],
    [s.expires, formatDateTime(session.expiresAt, locale)],
    [s.address, session.address ?? ""],
  ].filter(([, value]) => value !== "")
  return (
    <li className="grid gap-3 border-b border-line py-4 sm:grid-cols-[28px_minmax(0,1fr)_auto] sm:items-start">
      <Icon
        name={/Android|iPhone/.test(session.userAgent) ? "device" : "computer"}
        className="mt-0.5 text-ink-2 max-sm:hidden"
      />
      <div>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {name}
          {session.isCurrent ? <Chip tone="done">{s.current}</Chip> : null}
          {session.isShared ? <Chip tone="plain">{s.shared}</Chip> : null}
        </p>
        <dl className="mt-1 text-sm text-ink-2">
          {facts.map(([term, value]) => (
            <div key={term} className="flex flex-wrap gap-x-2">
              <dt>{term}</dt>
              <dd className="text-ink">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      {session.isCurrent ? null : (
        <form method="post" action={action}>
          <input type="hidden" name="sessionId" value={session.id} />
          <button type="submit" className="btn w-full" aria-label={s.endNamed(name)}>
            {s.end}
          </button>
        </form>
      )}
    </li>
  )
}
