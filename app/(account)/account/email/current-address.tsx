import { Notice } from "@/components/ui/notice"
import { formatDate } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type CurrentAddressProps = {
  w: Dictionary
  locale: Locale
  mine: { masked: string | undefined; isVerified: boolean; isSettable: boolean; askedFrom: Date | undefined }
}

/** The address at present, masked, and what follows from its not being confirmed. */
export function CurrentAddress({ w, locale, mine }: CurrentAddressProps) {
  const e = w.email
  return (
    <div className="mb-6 space-y-4">
      <p>
        <span className="block text-sm text-ink-2">{e.current}</span>
        <strong className="block [overflow-wrap:anywhere]">{mine.masked ?? e.none}</strong>
        {mine.masked ? <span>{mine.isVerified ? e.verified : e.unverified}</span> : null}
      </p>
      {mine.isSettable ? null : (
        <Notice tone="refused">
          <p>{e.notSettable}</p>
          <p>
            <a href="/admins">{e.lookup}</a>
          </p>
        </Notice>
      )}
      {mine.isSettable && !mine.isVerified && mine.askedFrom ? (
        <Notice tone="needs-you">{e.askedFrom(formatDate(mine.askedFrom, locale))}</Notice>
      ) : null}
    </div>
  )
}
