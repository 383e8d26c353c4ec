import { LinkButton } from "@/components/ui/button"
import type { Dictionary } from "@/lib/i18n/words"

/** What keeps people out in general, and where each of it is mended. Nothing about any account. */
export function CausesAtLarge({ w }: { w: Dictionary }) {
  const c = w.why.causes
  return (
    <>
      <p>
        <LinkButton kind="main" href={`/login?${new URLSearchParams({ returnTo: "/why" })}`}>
          {w.why.signIn}
        </LinkButton>
      </p>
      <section aria-labelledby="causes">
        <h2 id="causes" className="mb-2">
          {c.title}
        </h2>
        <ul className="list-disc space-y-1 pl-5">
          {c.list.map((cause) => (
            <li key={cause}>{cause}</li>
          ))}
        </ul>
        <p className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
          <a href="/recover">{c.recover}</a>
          <a href="/admins">{c.lookup}</a>
        </p>
      </section>
      <p className="text-sm text-ink-2">{c.none}</p>
    </>
  )
}
