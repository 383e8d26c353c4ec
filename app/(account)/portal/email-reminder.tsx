import { Notice } from "@/components/ui/notice"
import { getMyEmail } from "@/lib/email/get-my-email"
import { runRead } from "@/lib/http/run-read"
import { formatDate } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

/** Asks for an e-mail address while there is still time: before the day from which a code is mailed to it. */
export async function EmailReminder({ w, locale }: { w: Dictionary; locale: Locale }) {
  const mine = await runRead(getMyEmail, {})
  if (!mine.ok || mine.value.isVerified || !mine.value.askedFrom) return null
  const r = w.email.reminder
  return (
    <div className="mb-6">
      <Notice tone="needs-you" title={r.title}>
        <p>{r.body(formatDate(mine.value.askedFrom, locale))}</p>
        <p>
          <a href="/account/email">{r.link}</a>
        </p>
      </Notice>
    </div>
  )
}
