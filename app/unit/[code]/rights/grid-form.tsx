import { rightName } from "@/components/rights/right-name"
import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { DataTable } from "@/components/ui/data-table"
import { EmptyState } from "@/components/ui/empty-state"
import { Pagination } from "@/components/ui/pagination"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { RightsGrid } from "@/lib/rights/get-rights-grid"
import { RoleCell } from "./role-cell"

type GridFormProps = { w: Dictionary; locale: Locale; path: string; grid: RightsGrid; words: string }

/* A kind of system is wider than a screen: the table scrolls within its own frame, by keys as well (WCAG 2.2, 2.1.1). */
const scrolled = { tabIndex: 0 }

/**
 * People by rows; roles of the one system, or the systems of a kind, by columns. Each cell is a choice of what to do with
 * the role, so that the form sends changes alone, to a page where they are checked.
 */
export function GridForm({ w, locale, path, grid, words }: GridFormProps) {
  const r = w.rights
  const { people, next, unit, chosen } = grid
  if (people.length === 0) return <EmptyState title={words === "" ? r.nobody : r.nobodyFound(words)} />
  const page = (after: string | null) =>
    `${path}?${new URLSearchParams({ system: chosen.key, q: words, ...(after ? { after } : {}) })}`
  return (
    <>
      <form method="get" action={`${path}/check`}>
        <section
          className="max-w-full overflow-x-auto print:overflow-visible"
          aria-label={r.caption}
          {...scrolled}
        >
          <DataTable
            caption={r.caption}
            columns={columnsOf({ w, locale, grid })}
            rows={people}
            rowKey={({ membershipId }) => membershipId}
          />
        </section>
        {unit.canManage ? (
          <div className="screen-only sticky bottom-0 mt-4 border-t border-line bg-paper py-3">
            <Button kind="main">{r.toCheck}</Button>
          </div>
        ) : null}
      </form>
      <Pagination
        label={r.pages.label}
        position={r.pages.position(digits(people.length, locale))}
        previous={{ href: page(null), label: r.pages.first }}
        next={next ? { href: page(next), label: r.pages.next } : undefined}
      />
      <p className="screen-only mt-4 text-sm text-ink-2">{r.print}</p>
    </>
  )
}

type Person = RightsGrid["people"][number]

function columnsOf({ w, locale, grid }: Pick<GridFormProps, "w" | "locale" | "grid">) {
  const { systems } = grid.chosen
  const [only] = systems
  const cell = (
    person: Person,
    system: (typeof systems)[number],
    role: (typeof systems)[number]["roles"][number],
    isNamed: boolean,
  ) => (
    <RoleCell
      key={role.id}
      w={w}
      locale={locale}
      grid={grid}
      person={person}
      system={system}
      role={role}
      isNamed={isNamed}
    />
  )
  const rights =
    systems.length === 1 && only
      ? only.roles.map((role) => ({
          key: role.id,
          label: rightName(locale, role),
          cell: (person: Person) => cell(person, only, role, false),
        }))
      : systems.map((system) => ({
          key: system.code,
          label: rightName(locale, system),
          cell: (person: Person) => (
            <div className="space-y-3">{system.roles.map((role) => cell(person, system, role, true))}</div>
          ),
        }))
  return [
    {
      key: "person",
      label: w.rights.columns.person,
      rowName: true,
      cell: (person: Person) => (
        <>
          <span lang="th">{person.name}</span>
          <span className="block text-sm font-normal text-ink-2" lang="th">
            {person.post}
          </span>
          {person.isSelf ? <Chip tone="plain">{w.rights.self}</Chip> : null}
          {person.state === "suspended" ? <Chip tone="refused">{w.rights.memberSuspended}</Chip> : null}
        </>
      ),
    },
    ...rights,
  ]
}
