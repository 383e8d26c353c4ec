import { LinkButton } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { orderLimits } from "@/lib/orders/rules"
import type { ShownOrder, ShownPerson } from "./shown-order"

type PeopleTableProps = {
  w: Dictionary
  locale: Locale
  /** Page of the order; the person's own lies below it. */
  path: string
  /** Route that takes one off. */
  removeAction: string
  shown: ShownOrder
}

type Person = ShownPerson

/** Those whom the order names, with what can be done about each. */
export function PeopleTable({ w, locale, path, removeAction, shown }: PeopleTableProps) {
  const o = w.orders
  const { people, openFields } = shown
  const isOpen = openFields.includes("people")
  const columns = [
    {
      key: "name",
      label: o.personColumns.name,
      rowName: true,
      cell: (person: Person) => <span lang="th">{person.name}</span>,
    },
    {
      key: "id",
      label: o.personColumns.nationalId,
      cell: (person: Person) => <span className="nowrap">{digits(person.nationalId, locale)}</span>,
    },
    {
      key: "post",
      label: o.personColumns.post,
      cell: (person: Person) => (
        <div>
          <span lang="th">{person.post}</span>
          <span className="block text-sm text-ink-2">{o.person.kinds[person.staffKind]}</span>
          {person.staffReason ? <span className="block text-sm">{person.staffReason}</span> : null}
        </div>
      ),
    },
    {
      key: "contact",
      label: o.personColumns.contact,
      cell: (person: Person) => (
        <div className="text-sm break-words">
          {person.email}
          {person.officeTelephone ? (
            <span className="block">{digits(person.officeTelephone, locale)}</span>
          ) : null}
        </div>
      ),
    },
    ...(isOpen
      ? [
          {
            key: "act",
            label: o.personColumns.act,
            cell: (person: Person) => (
              <PersonActs w={w} path={path} removeAction={removeAction} shown={shown} person={person} />
            ),
          },
        ]
      : []),
  ]
  return (
    <section aria-labelledby="people">
      <h2 id="people" className="mb-2">
        {o.peopleTitle}
      </h2>
      {people.length === 0 ? (
        <p className="text-ink-2">{o.peopleNone}</p>
      ) : (
        <DataTable caption={o.peopleTitle} columns={columns} rows={people} rowKey={({ id }) => id} />
      )}
      {isOpen && people.length < orderLimits.people ? (
        <div className="mt-3">
          <LinkButton href={`${path}/person`}>{o.addPerson}</LinkButton>
        </div>
      ) : null}
    </section>
  )
}

type PersonActsProps = Omit<PeopleTableProps, "locale"> & { person: Person }

function PersonActs({ w, path, removeAction, shown: { order, unit }, person }: PersonActsProps) {
  const o = w.orders
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <a href={`${path}/person?id=${person.id}`} aria-label={o.editPersonNamed(person.name)}>
        {o.editPerson}
      </a>
      <form method="post" action={removeAction}>
        <input type="hidden" name="unitCode" value={unit.code} />
        <input type="hidden" name="number" value={order.number} />
        <input type="hidden" name="version" value={order.version} />
        <input type="hidden" name="personId" value={person.id} />
        <button
          type="submit"
          className="cursor-pointer py-2 text-lotus underline"
          aria-label={o.removePersonNamed(person.name)}
        >
          {o.removePerson}
        </button>
      </form>
    </div>
  )
}
