import { shownDay } from "@/components/orders/shown-day"
import { Chip } from "@/components/ui/chip"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { UserShown } from "@/lib/members/get-unit-user"

type UserGrantsProps = { w: Dictionary; locale: Locale; grants: UserShown["user"]["grants"] }

/** The roles that somebody holds in systems in the name of this unit. */
export function UserGrants({ w, locale, grants }: UserGrantsProps) {
  const g = w.members.grants
  return (
    <section aria-labelledby="grants" className="mt-8">
      <h2 id="grants" className="mb-2">
        {g.title}
      </h2>
      {grants.length === 0 ? <p className="text-ink-2">{g.none}</p> : null}
      <ul className="border-t border-line">
        {grants.map((grant) => (
          <li
            key={`${grant.systemTh} ${grant.roleTh}`}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2.5"
          >
            <span className="min-w-0 grow">
              <strong>{locale === "en" ? grant.systemEn : grant.systemTh}</strong>{" "}
              <span>{locale === "en" ? grant.roleEn : grant.roleTh}</span>
            </span>
            {grant.validUntil ? (
              <span className="text-sm text-ink-2">{g.until(shownDay(grant.validUntil, locale))}</span>
            ) : null}
            {grant.state === "suspended" ? <Chip tone="refused">{g.suspended}</Chip> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
