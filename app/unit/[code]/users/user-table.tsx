import { StandingChip } from "@/components/members/standing-chip"
import { Chip } from "@/components/ui/chip"
import { DataTable } from "@/components/ui/data-table"
import { formatShortDate } from "@/lib/i18n/dates"
import { formatCount } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { StaffKind, Standing } from "@/lib/members/rules"

type Line = {
  id: string
  name: string
  post: string
  staffKind: StaffKind
  standing: Standing
  isAdmin: boolean
  grants: number
  lastSeenAt: Date | null
}

type UserTableProps = { w: Dictionary; locale: Locale; path: string; lines: readonly Line[] }

/** The users of a page of the list. */
export function UserTable({ w, locale, path, lines }: UserTableProps) {
  const m = w.members
  const columns = [
    {
      key: "name",
      label: m.columns.name,
      rowName: true,
      cell: (line: Line) => (
        <>
          <a href={`${path}/${line.id}`} lang="th">
            {line.name}
          </a>
          <span className="block text-sm font-normal text-ink-2" lang="th">
            {line.post}
          </span>
        </>
      ),
    },
    { key: "kind", label: m.columns.kind, cell: (line: Line) => m.kinds[line.staffKind] },
    {
      key: "state",
      label: m.columns.state,
      cell: (line: Line) => (
        <span className="flex flex-wrap gap-1.5">
          <StandingChip standing={line.standing} w={w} />
          {line.isAdmin ? <Chip tone="information">{m.isAdmin}</Chip> : null}
        </span>
      ),
    },
    {
      key: "grants",
      label: m.columns.grants,
      end: true,
      cell: (line: Line) => (line.grants === 0 ? m.noGrants : formatCount(line.grants, locale)),
    },
    {
      key: "seen",
      label: m.columns.seen,
      end: true,
      cell: (line: Line) => (line.lastSeenAt ? formatShortDate(line.lastSeenAt, locale) : m.neverSeen),
    },
  ]
  return <DataTable caption={m.listCaption} columns={columns} rows={lines} rowKey={(line) => line.id} />
}
