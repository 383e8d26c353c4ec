import { Notice } from "@/components/ui/notice"
import { formatDate } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type StrongFactorNoticeProps = {
  w: Dictionary
  locale: Locale
  gate: { from: Date; hasCome: boolean; isStrong: boolean } | null
}

/** To who has administrative power and came in without a strong factor: from when that is not enough, or that it is not. */
export function StrongFactorNotice({ w, locale, gate }: StrongFactorNoticeProps) {
  if (!gate || gate.isStrong) return null
  const g = w.factors.gate
  const day = formatDate(gate.from, locale)
  return (
    <div className="mb-6">
      <Notice tone="needs-you" title={gate.hasCome ? g.title : g.soonTitle}>
        <p>{gate.hasCome ? g.why(day) : g.soon(day)}</p>
        <p>
          <a href={gate.hasCome ? "/portal/strong-factor" : "/account/factors"}>
            {gate.hasCome ? g.open : g.setUp}
          </a>
        </p>
      </Notice>
    </div>
  )
}
