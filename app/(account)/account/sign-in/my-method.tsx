import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { Phrase } from "@/components/ui/phrase"
import { formatDate } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type MyMethodProps = {
  mine: {
    readonly method: "password" | "thaid"
    readonly changedAt: Date | null
    readonly hasPassword: boolean
    readonly hasThaid: boolean
    readonly duty: { readonly from: Date; readonly isInForce: boolean } | undefined
  }
  w: Dictionary
  locale: Locale
}

/** The way one signs in now, what the Department says of it, and the form that changes it. */
export function MyMethod({ mine, w, locale }: MyMethodProps) {
  const m = w.signin.method
  const { method, changedAt, duty } = mine
  return (
    <div className="mx-auto max-w-reading space-y-5">
      <h1>{m.title}</h1>
      <p>
        {m.now} <strong>{m.methods[method]}</strong>
        {changedAt ? (
          <span className="block text-sm text-ink-2">{m.since(formatDate(changedAt, locale))}</span>
        ) : null}
      </p>
      {duty ? (
        <Notice tone={duty.isInForce ? "information" : "needs-you"}>
          {(duty.isInForce ? m.required : m.requiredFrom)(formatDate(duty.from, locale))}
        </Notice>
      ) : null}
      <Change mine={mine} w={w} />
      <p>
        <a href="/account">{m.back}</a>
      </p>
    </div>
  )
}

/** The form that changes it, or why there is none. */
function Change({ mine, w }: Pick<MyMethodProps, "mine" | "w">) {
  const m = w.signin.method
  if (!mine.hasThaid) return <p className="text-ink-2">{w.signin.door.thaidLater}</p>
  const to = mine.method === "thaid" ? "password" : "thaid"
  if (to === "password" && !mine.hasPassword) return <p className="text-ink-2">{m.noPassword}</p>
  if (to === "password" && mine.duty?.isInForce) return null
  return (
    <form method="post" action="/api/account/sign-in" className="space-y-4 border-t border-line pt-5">
      <h2>{m.change[to].title}</h2>
      <p>
        <Phrase text={m.change[to].body} />
      </p>
      <input type="hidden" name="to" value={to} />
      <Button kind="main">{m.change[to].submit}</Button>
    </form>
  )
}
