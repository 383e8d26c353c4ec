import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/text-field"
import { formatTime } from "@/lib/i18n/dates"
import { errorAt, type Shown } from "./shown"

/** The code that was mailed to the address. */
export function CodePage({ w, locale, mine, faults }: Shown) {
  const c = w.registration.code
  return (
    <>
      <h1 className="mb-3">{c.title}</h1>
      <p className="mb-4">{c.sent(mine.email)}</p>
      <form method="post" action="/api/register/code" className="space-y-4">
        <TextField
          name="code"
          label={c.code}
          hint={c.hint}
          error={errorAt(faults, "code")}
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          className="max-w-52 text-xl tracking-widest"
        />
        {mine.code ? (
          <p className="text-sm text-ink-2">{c.until(formatTime(mine.code.expiresAt, locale))}</p>
        ) : null}
        <Button kind="main">{c.submit}</Button>
      </form>
      <p className="mt-6 text-sm">{c.junk}</p>
      <form method="post" action="/api/register/email" className="mt-3">
        <input type="hidden" name="version" value={mine.version} />
        <input type="hidden" name="email" value={mine.email} />
        <Button>{c.again}</Button>
      </form>
      <p className="mt-4">
        <a href="/register/email">{c.change}</a>
      </p>
    </>
  )
}
