import type { Dictionary } from "@/lib/i18n/words"

/** The ways for who has forgotten something else, or can no longer open his mail. */
export function OtherWays({ w }: { w: Dictionary }) {
  const o = w.recovery.otherWays
  const ways = [
    { href: "/recover/username", name: o.username, hint: o.usernameHint },
    { href: "/admins", name: o.admin, hint: o.adminHint },
  ]
  return (
    <section aria-labelledby="other-ways" className="mt-8 border-t border-line pt-4">
      <h2 id="other-ways" className="mb-2">
        {o.title}
      </h2>
      <ul className="space-y-3">
        {ways.map((way) => (
          <li key={way.href}>
            <a href={way.href} className="font-semibold">
              {way.name}
            </a>
            <span className="block text-sm text-ink-2">{way.hint}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
