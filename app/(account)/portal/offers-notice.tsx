import { Notice } from "@/components/ui/notice"
import { runRead } from "@/lib/http/run-read"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { getMyOffers } from "@/lib/members/get-my-offers"

/** Says that units wait for the person's answer to their invitation. */
export async function OffersNotice({ w, locale }: { w: Dictionary; locale: Locale }) {
  const mine = await runRead(getMyOffers, {})
  if (!mine.ok || mine.value.length === 0) return null
  return (
    <div className="mb-6">
      <Notice tone="needs-you" title={w.members.own.notice(digits(mine.value.length, locale))}>
        <a href="/account/offers">{w.members.own.look}</a>
      </Notice>
    </div>
  )
}
