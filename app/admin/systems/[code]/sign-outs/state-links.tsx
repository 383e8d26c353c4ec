import type { SignOutsShown } from "@/lib/clients/get-sign-outs"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type StateLinksProps = { r: Dictionary["signOutReport"]; locale: Locale; shown: SignOutsShown }

/** What still has to be done stands first. */
const order = ["waiting", "gave-up", "confirmed", "untold"] as const

/** How many sign-outs there are of each state; each leads to those alone. */
export function StateLinks({ r, locale, shown }: StateLinksProps) {
  const { counts, state } = shown
  const number = (count: number) => digits(String(count), locale)
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const links = [
    { state: "", text: r.all(number(all)) },
    ...order
      .flatMap((of) => counts.filter((one) => one.state === of))
      .map((one) => ({ state: one.state, text: r.ofState(r.states[one.state], number(one.count)) })),
  ]
  if (all === 0) return null
  return (
    <nav aria-label={r.filter} className="mb-4 flex flex-wrap gap-x-5 gap-y-1">
      {links.map((link) => (
        <a
          key={link.state}
          href={link.state ? `?state=${link.state}` : "?"}
          aria-current={link.state === state ? "page" : undefined}
        >
          {link.text}
        </a>
      ))}
    </nav>
  )
}
