import { shownDay } from "@/components/orders/shown-day"
import { rightName } from "@/components/rights/right-name"
import { Chip } from "@/components/ui/chip"
import { formatShortDate } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { RightsGrid } from "@/lib/rights/get-rights-grid"
import {
  allows,
  type GrantAct,
  type GrantStanding,
  grantActs,
  grantMark,
  rightsLimits,
  standingOf,
  writeChange,
} from "@/lib/rights/rules"

type System = RightsGrid["chosen"]["systems"][number]

type RoleCellProps = {
  w: Dictionary
  locale: Locale
  grid: RightsGrid
  person: RightsGrid["people"][number]
  system: System
  role: System["roles"][number]
  /** Says the role's name as well, where the column is a whole system. */
  isNamed: boolean
}

/** How a role stands with a person, and the choice of what to do with it. */
export function RoleCell({ w, locale, grid, person, system, role, isNamed }: RoleCellProps) {
  const grant = grid.grants.find(
    (one) => one.membershipId === person.membershipId && one.systemRoleId === role.id,
  )
  const standing = standingOf(grant, grid.today)
  const isOpen = !system.bar && person.state === "active"
  const acts = grid.unit.canManage ? actsFor(standing, { isSelf: person.isSelf, isOpen }) : []
  const name = rightName(locale, role)
  const change = { membershipId: person.membershipId, systemRoleId: role.id, seen: grantMark(grant) }
  return (
    <div>
      {isNamed ? <p className="text-sm">{name}</p> : null}
      {grant && standing !== "none" ? <Held w={w} locale={locale} grant={grant} standing={standing} /> : null}
      {acts.length === 0 && standing === "none" ? "–" : null}
      {acts.length === 0 ? null : (
        <select
          name="c"
          aria-label={w.rights.cell(name, person.name)}
          className="input screen-only mt-1 min-w-32 text-sm"
          defaultValue=""
        >
          <option value="">{w.rights.acts.none}</option>
          {acts.map((act) => (
            <option key={act} value={writeChange({ act, ...change })}>
              {w.rights.acts[act]}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

type HeldProps = {
  w: Dictionary
  locale: Locale
  grant: RightsGrid["grants"][number]
  standing: Exclude<GrantStanding, "none">
}

function Held({ w, locale, grant, standing }: HeldProps) {
  const r = w.rights
  const ends = new Date(grant.stateChangedAt.getTime() + rightsLimits.suspension * 1000)
  const until = grant.validUntil ? r.untilDay(shownDay(grant.validUntil, locale)) : ""
  const note = standing === "suspended" ? r.restorable(formatShortDate(ends, locale)) : until
  return (
    <div className="text-sm">
      <Chip tone={standing === "active" ? "done" : "needs-you"}>{r.states[standing]}</Chip>
      {note ? <p className="text-ink-2">{note}</p> : null}
      {grant.orderText ? <p className="text-ink-2">{r.order(grant.orderText)}</p> : null}
    </div>
  )
}

/** What can be chosen: nobody gives himself a right, and what the unit may not use is only taken away. */
function actsFor(standing: GrantStanding, at: { isSelf: boolean; isOpen: boolean }): GrantAct[] {
  return grantActs.filter((act) => allows(act, standing) && (act === "withdraw" || (at.isOpen && !at.isSelf)))
}
