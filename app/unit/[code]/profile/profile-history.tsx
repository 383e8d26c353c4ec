import { formatDateTime } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { ProfileField } from "@/lib/profiles/rules"

type ProfileHistoryProps = {
  w: Dictionary
  locale: Locale
  history: readonly {
    version: number
    changedAt: Date
    changedBy: string
    changed: readonly ProfileField[]
  }[]
}

/** Who changed a unit's data, when, and in what. */
export function ProfileHistory({ w, locale, history }: ProfileHistoryProps) {
  const h = w.profiles.history
  return (
    <section aria-labelledby="history" className="border-t border-line pt-4">
      <h2 id="history" className="mb-2">
        {h.title}
      </h2>
      {history.length === 0 ? <p>{h.none}</p> : null}
      <ol className="space-y-2">
        {history.map(({ version, changedAt, changedBy, changed }) => (
          <li key={version}>
            <p>
              {h.line({
                version: digits(version, locale),
                who: changedBy,
                when: formatDateTime(changedAt, locale),
              })}
            </p>
            <p className="text-sm text-ink-2">
              {h.changed(changed.map((field) => w.profiles.fields[field]).join(", "))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
