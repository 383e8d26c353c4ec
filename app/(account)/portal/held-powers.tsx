import { Notice } from "@/components/ui/notice"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

/** After a recovery: until when there is no administrative power, and what to do if it was not the owner's. */
export function HeldPowers({ w, locale, until }: { w: Dictionary; locale: Locale; until: Date | null }) {
  if (!until) return null
  const h = w.recovery.held
  return (
    <div className="mb-6">
      <Notice tone="needs-you" title={h.title}>
        <p>{h.body(formatDateTime(until, locale))}</p>
        <p>{h.notYou}</p>
      </Notice>
    </div>
  )
}
