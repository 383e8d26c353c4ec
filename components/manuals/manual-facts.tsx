import { Fragment } from "react"
import { formatDate } from "@/lib/i18n/dates"
import { digits, formatCount } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Version = { version: number; publishedAt: Date; sizeBytes: number; pages: number | null }

/** Version, date, length and size of a manual's file, in one quiet line. */
export function ManualFacts({ version, w, locale }: { version: Version; w: Dictionary; locale: Locale }) {
  const m = w.manuals
  const parts = [
    m.version(digits(version.version, locale)),
    m.published(formatDate(version.publishedAt, locale)),
    ...(version.pages ? [m.pages(digits(version.pages, locale))] : []),
    m.size(formatCount(Math.ceil(version.sizeBytes / 1024), locale)),
  ]
  return (
    <p className="text-sm text-ink-2">
      {parts.map((part, at) => (
        <Fragment key={part}>
          {at > 0 ? " · " : null}
          <span className="nowrap">{part}</span>
        </Fragment>
      ))}
    </p>
  )
}
