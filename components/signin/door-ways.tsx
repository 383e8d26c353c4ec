import { Icon, type IconName } from "@/components/ui/icon"
import { Phrase } from "@/components/ui/phrase"
import type { Dictionary } from "@/lib/i18n/words"

/** Plain links for those who can't get in, one line of explanation each. */
export function DoorWays({ w }: { w: Dictionary }) {
  const ways: readonly { href: string; icon: IconName; name: string; hint: string }[] = [
    { href: "/admins", icon: "search", name: w.signin.door.lookup, hint: w.signin.door.lookupHint },
    { href: "/register", icon: "person", name: w.signin.door.register, hint: w.signin.door.registerHint },
    { href: "/manuals", icon: "book", name: w.signin.door.manuals, hint: w.signin.door.manualsHint },
    { href: "/help", icon: "help", name: w.signin.door.help, hint: w.signin.door.helpHint },
  ]
  return (
    <section aria-labelledby="ways">
      <h2 id="ways" className="mb-3">
        {w.signin.door.stuck}
      </h2>
      <ul className="border-t border-line">
        {ways.map((way) => (
          <li key={way.href} className="border-b border-line">
            <a
              href={way.href}
              className="group grid grid-cols-[28px_1fr_16px] items-start gap-3 py-3.5 text-ink no-underline hover:text-ink"
            >
              <Icon name={way.icon} className="mt-1 text-jade" />
              <span>
                <b className="block leading-snug group-hover:underline">{way.name}</b>
                <span className="block text-sm text-ink-2">
                  <Phrase text={way.hint} />
                </span>
              </span>
              <Icon name="forward" size={16} className="mt-1.5 text-ink-2" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
