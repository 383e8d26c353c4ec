import { EmptyState } from "@/components/ui/empty-state"
import { Notice } from "@/components/ui/notice"
import { Pagination } from "@/components/ui/pagination"
import { formatCount } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { UsersShown } from "@/lib/members/get-unit-users"
import { UserFilter } from "./user-filter"
import { UserTable } from "./user-table"

type UserListProps = { w: Dictionary; locale: Locale; path: string; shown: UsersShown }

/** Filters, number and a page of the users of a unit. */
export function UserList({ w, locale, path, shown }: UserListProps) {
  const m = w.members
  const { unit, filters, lines, total, isFirst, next } = shown
  const set = Object.entries(filters).filter(([, value]) => value !== "")
  const isSet = set.length > 0
  const count = formatCount(total, locale)
  return (
    <>
      {unit.isCaretaker ? (
        <div className="mb-4">
          <Notice tone="information">{m.asCaretaker}</Notice>
        </div>
      ) : null}
      {unit.canManage ? null : <p className="mb-4 text-ink-2">{m.readOnly}</p>}
      <UserFilter w={w} path={path} unitCode={unit.code} filters={filters} isSet={isSet} />
      <p className="mb-1 text-sm text-ink-2">{isSet ? m.totalFiltered(count) : m.total(count)}</p>
      {lines.length > 0 ? (
        <UserTable w={w} locale={locale} path={path} lines={lines} />
      ) : (
        <EmptyState title={isSet ? m.noneFound : m.none}>
          <p>{isSet ? m.noneFoundAbout : m.noneAbout}</p>
        </EmptyState>
      )}
      {isFirst && !next ? null : (
        <Pagination
          label={m.pages}
          position={m.shown(formatCount(lines.length, locale))}
          previous={isFirst ? undefined : { href: addressOf(path, set), label: m.firstPage }}
          next={next ? { href: addressOf(path, [...set, ["after", next]]), label: m.nextPage } : undefined}
        />
      )}
    </>
  )
}

function addressOf(path: string, query: [string, string][]): string {
  return query.length > 0 ? `${path}?${new URLSearchParams(query)}` : path
}
