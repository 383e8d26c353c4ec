import { Button } from "@/components/ui/button"
import { Phrase } from "@/components/ui/phrase"
import { formatDate } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type DutiesPanelProps = {
  w: Dictionary
  locale: Locale
  version: number
  datedOn: Date
  /** Address that takes the acceptance as a form post. */
  action: string
  returnTo?: string | undefined
}

/** The duties of use, read and accepted before the portal opens; the only other way is out. */
export function DutiesPanel({ w, locale, version, datedOn, action, returnTo }: DutiesPanelProps) {
  const d = w.signin.duties
  return (
    <div className="mx-auto max-w-reading space-y-5">
      <div>
        <h1>{d.title}</h1>
        <p className="mt-1 text-ink-2">
          <Phrase text={d.lead} />
        </p>
      </div>
      <ol className="list-[thai] space-y-3 border-y border-line py-5 pl-7 [&:lang(en)]:list-decimal">
        {Object.entries(d.points).map(([key, point]) => (
          <li key={key} className="pl-1">
            <Phrase text={point} />
          </li>
        ))}
      </ol>
      <p className="text-sm text-ink-2">
        {d.version(digits(version, locale), formatDate(datedOn, locale))} <Phrase text={d.record} />
      </p>
      <div className="flex flex-col gap-3 sm:flex-row">
        <form method="post" action={action}>
          <input type="hidden" name="version" value={version} />
          {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
          <Button kind="main" wide>
            {d.accept}
          </Button>
        </form>
        <form method="post" action="/api/logout">
          <Button wide>{d.decline}</Button>
        </form>
      </div>
    </div>
  )
}
