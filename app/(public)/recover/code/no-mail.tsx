import type { Dictionary } from "@/lib/i18n/words"

/** What to do where no mail comes; the same for everybody. */
export function NoMail({ w }: { w: Dictionary }) {
  const c = w.recovery.code
  return (
    <section aria-labelledby="no-mail" className="mt-8 border-t border-line pt-4">
      <h2 id="no-mail" className="mb-2 text-lg">
        {c.noneTitle}
      </h2>
      <ul className="list-disc space-y-1 pl-5 text-sm">
        <li>{c.junk}</li>
        <li>{c.spelling}</li>
        <li>{c.noAddress}</li>
      </ul>
      <p className="mt-3 flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <a href="/recover">{c.again}</a>
        <a href="/admins">{c.lookup}</a>
      </p>
    </section>
  )
}
