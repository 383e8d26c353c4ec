import { formatTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type ActivationHeadProps = {
  w: Dictionary
  locale: Locale
  unit: { readonly nameTh: string; readonly nameEn: string | null }
  until: Date
}

/** In whose name one is here, until when, and the way out. */
export function ActivationHead({ w, locale, unit, until }: ActivationHeadProps) {
  const f = w.activation.form
  const name = locale === "en" && unit.nameEn ? unit.nameEn : unit.nameTh
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div>
        <p className="text-lg font-semibold">{f.for(name)}</p>
        <p className="text-sm text-ink-2">{f.until(formatTime(until, locale))}</p>
      </div>
      <form method="post" action="/api/activate/leave">
        <button type="submit" className="btn">
          {f.leave}
        </button>
      </form>
    </div>
  )
}
