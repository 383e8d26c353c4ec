import { Button } from "@/components/ui/button"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type CodesLeftProps = { w: Dictionary; locale: Locale; left: number }

/** How many recovery codes are still good, and the way to new ones. */
export function CodesLeft({ w, locale, left }: CodesLeftProps) {
  const c = w.factors.codes
  return (
    <section aria-labelledby="codes-title" className="mt-10">
      <h2 id="codes-title">{c.title}</h2>
      <p className="mt-1 mb-3">{c.left(digits(left, locale))}</p>
      <form method="post" action="/api/account/factors/codes">
        <Button>{c.renew}</Button>
      </form>
    </section>
  )
}
