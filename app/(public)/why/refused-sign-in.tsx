import { Button } from "@/components/ui/button"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { groupedTrace } from "@/lib/why/rules"

type RefusedSignInProps = {
  w: Dictionary
  locale: Locale
  at: Date
  trace: string
  /** The system's request that still waits in this browser. */
  from: string
}

/** When a connected system was refused, the number by which those who help find it, and the way back there. */
export function RefusedSignIn({ w, locale, at, trace, from }: RefusedSignInProps) {
  const y = w.why
  return (
    <section className="rounded-control border border-line p-4">
      <p>{y.refusedAt(formatDateTime(at, locale))}</p>
      <dl className="mt-2">
        <dt className="font-semibold">{y.trace}</dt>
        <dd>
          <code className="break-words">{groupedTrace(trace)}</code>
        </dd>
      </dl>
      <p className="mt-1 text-sm text-ink-2">{y.traceNote}</p>
      {from ? (
        <form method="post" action="/api/continue/leave" className="mt-4">
          <input type="hidden" name="uid" value={from} />
          <Button>{y.backToSystem}</Button>
        </form>
      ) : null}
    </section>
  )
}
