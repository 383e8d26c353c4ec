import { rightName } from "@/components/rights/right-name"
import { EmptyState } from "@/components/ui/empty-state"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type System = {
  code: string
  nameTh: string
  nameEn: string
  purposeTh: string
  purposeEn: string
  roles: readonly { id: string; nameTh: string; nameEn: string; standing: "held" | "waiting" | "free" }[]
}

type SystemListProps = { w: Dictionary; locale: Locale; membershipId: string; systems: readonly System[] }

/** The systems that a unit may use, what one holds there, and the way to ask for more. */
export function SystemList({ w, locale, membershipId, systems }: SystemListProps) {
  const m = w.rights.mine
  if (systems.length === 0) return <EmptyState title={m.none} />
  return (
    <ul className="border-t border-line">
      {systems.map((system) => {
        const name = rightName(locale, system)
        const taken = system.roles.filter(({ standing }) => standing !== "free")
        const href = `/portal/rights/${system.code}?${new URLSearchParams({ m: membershipId })}`
        return (
          <li
            key={system.code}
            className="border-b border-line py-3 sm:grid sm:grid-cols-[1fr_auto] sm:gap-4"
          >
            <div>
              <p className="font-semibold">{name}</p>
              <p className="text-sm text-ink-2">
                {digits(locale === "th" ? system.purposeTh : system.purposeEn, locale)}
              </p>
              {taken.map((role) => (
                <p key={role.id} className="text-sm">
                  {rightName(locale, role)} <i>{role.standing === "held" ? m.held : m.waiting}</i>
                </p>
              ))}
            </div>
            {taken.length === system.roles.length ? (
              <p className="text-sm text-ink-2">{m.allHeld}</p>
            ) : (
              <p className="mt-1 sm:mt-0">
                <a href={href} className="btn">
                  {m.ask}
                  <span className="sr-only">{name}</span>
                </a>
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
