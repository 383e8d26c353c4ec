import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Notice } from "@/components/ui/notice"
import { formatDate } from "@/lib/i18n/dates"
import { returnedField } from "@/lib/registration/rules"
import { Answers } from "./answers"
import type { Shown } from "./shown"

/** All answers on one page, each with the way to change it; then it is sent. */
export function CheckPage(shown: Shown) {
  const { w, locale, mine } = shown
  const r = w.registration
  const c = r.check
  const until = formatDate(mine.expiresAt, locale)
  return (
    <>
      <h1 className="mb-4">{c.title}</h1>
      {mine.state === "returned" ? (
        <Notice tone="needs-you" title={r.returned.title}>
          <ul className="list-disc pl-6">
            {[...new Set(mine.returnedFields.flatMap((name) => returnedField(name) ?? []))].map((field) => (
              <li key={field}>{r.returned.fields[field]}</li>
            ))}
          </ul>
          <p>{r.returned.lead}</p>
          <p>{r.returned.until(until)}</p>
        </Notice>
      ) : null}
      <Answers {...shown} />
      {mine.missing ? (
        <Notice tone="needs-you" title={c.missing}>
          <p>
            <a href={`/register/${mine.missing}`}>{r.pages[mine.missing]}</a>
          </p>
        </Notice>
      ) : (
        <form method="post" action="/api/register/submit" className="mt-6 space-y-4">
          <input type="hidden" name="version" value={mine.version} />
          <Checkbox name="isTrue" label={c.isTrue} />
          <Button kind="main" big>
            {c.submit}
          </Button>
        </form>
      )}
      {mine.state === "draft" && mine.isEmailConfirmed ? (
        <section aria-labelledby="keep" className="mt-8 border-t border-line pt-4">
          <h2 id="keep">{c.keep}</h2>
          <p className="mt-1">{c.keepBody}</p>
          <p className="text-sm text-ink-2">{c.keepUntil(until)}</p>
          <form method="post" action="/api/register/secret" className="mt-3">
            <Button>{c.keepSubmit}</Button>
          </form>
        </section>
      ) : null}
    </>
  )
}
