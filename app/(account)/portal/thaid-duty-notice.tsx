import { Notice } from "@/components/ui/notice"
import { Phrase } from "@/components/ui/phrase"
import { runRead } from "@/lib/http/run-read"
import { formatDate } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { getMyMethod } from "@/lib/signin/get-my-method"

/** Tells in good time that from a day on nothing but ThaiID opens the door to this account, and how to change now. */
export async function ThaidDutyNotice({ w, locale }: { w: Dictionary; locale: Locale }) {
  const mine = await runRead(getMyMethod, {})
  if (!mine.ok || mine.value.method === "thaid") return null
  const { duty } = mine.value
  if (!duty || duty.isInForce) return null
  const n = w.signin.dutyNotice
  return (
    <div className="mb-6">
      <Notice tone="needs-you" title={n.title(formatDate(duty.from, locale))}>
        <p>
          <Phrase text={n.body} />
        </p>
        <p>
          <a href="/account/sign-in">{n.link}</a>
        </p>
      </Notice>
    </div>
  )
}
