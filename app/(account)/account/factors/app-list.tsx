import { Button } from "@/components/ui/button"
import { formatDate, formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type App = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }

type AppListProps = { w: Dictionary; locale: Locale; apps: readonly App[] }

/** The apps that are asked for at sign-in, each to be removed. */
export function AppList({ w, locale, apps }: AppListProps) {
  const f = w.factors
  if (apps.length === 0) return <p className="mb-6">{f.none}</p>
  return (
    <ul className="mb-6 border-t border-line">
      {apps.map((app) => (
        <li
          key={app.id}
          className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3"
        >
          <div>
            <b className="block [overflow-wrap:anywhere]">{app.name || f.unnamed}</b>
            <span className="block text-sm text-ink-2">{f.since(formatDate(app.createdAt, locale))}</span>
            {app.lastUsedAt ? (
              <span className="block text-sm text-ink-2">
                {f.lastUsed(formatDateTime(app.lastUsedAt, locale))}
              </span>
            ) : null}
          </div>
          <form method="post" action="/api/account/factors/remove">
            <input type="hidden" name="id" value={app.id} />
            <Button kind="danger">{f.remove}</Button>
          </form>
        </li>
      ))}
    </ul>
  )
}
