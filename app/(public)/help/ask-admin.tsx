import { Button } from "@/components/ui/button"
import { Phrase } from "@/components/ui/phrase"
import { TextField } from "@/components/ui/text-field"
import type { Dictionary } from "@/lib/i18n/words"

/** The nearest help, looked up in place: the form leads straight to the public lookup's answer. */
export function AskAdmin({ w }: { w: Dictionary }) {
  const h = w.support.help
  return (
    <section aria-labelledby="admin">
      <h2 id="admin">{h.adminTitle}</h2>
      <p className="mt-2">
        <Phrase text={h.adminBody} />
      </p>
      <search>
        <form method="get" action="/admins" className="mt-4 space-y-4">
          <TextField
            name="q"
            type="search"
            label={h.search}
            hint={h.searchHint}
            autoComplete="organization"
          />
          <Button kind="main">{h.find}</Button>
        </form>
      </search>
    </section>
  )
}
