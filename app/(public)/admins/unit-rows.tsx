"use client"

import { DataTable } from "@/components/ui/data-table"
import { type Packed, unpack } from "@/components/ui/packed"
import { type AdminLine, AdminList } from "@/components/units/admin-list"

type UnitLine = {
  readonly code: string
  readonly name: string
  readonly place: string
  readonly admins: readonly AdminLine[]
}

type UnitRowsProps = {
  packed: Packed
  labels: Readonly<Record<"caption" | "unit" | "code" | "place" | "admins" | "nobody" | "whatNext", string>>
}

/**
 * The lookup's table, out of lines of code, name and place, then name, post and telephone of each SSO Admin. A client
 * component for the sake of the server: a page sends each element twice, as HTML and as React's own notes, and here the
 * notes are one string. It needs no JavaScript in the browser to be read.
 */
export function UnitRows({ packed, labels }: UnitRowsProps) {
  const columns = [
    {
      key: "unit",
      label: labels.unit,
      rowName: true,
      cell: (line: UnitLine) => <a href={`/admins/${line.code}`}>{line.name}</a>,
    },
    { key: "code", label: labels.code, cell: (line: UnitLine) => line.code },
    { key: "place", label: labels.place, cell: (line: UnitLine) => line.place },
    {
      key: "admins",
      label: labels.admins,
      cell: (line: UnitLine) => (
        <div>
          <AdminList admins={line.admins} nobody={labels.nobody} />
          {line.admins.length > 0 ? null : (
            <a href={`/admins/${line.code}`} className="block text-sm">
              {labels.whatNext}
            </a>
          )}
        </div>
      ),
    },
  ]
  const rows = unpack(packed).map(unitLine)
  return <DataTable caption={labels.caption} columns={columns} rows={rows} rowKey={(line) => line.code} />
}

function unitLine([code = "", name = "", place = "", ...people]: readonly string[]): UnitLine {
  const admins: AdminLine[] = []
  for (let at = 0; at < people.length; at += 3) {
    const [who = "", post = "", telephone = ""] = people.slice(at, at + 3)
    admins.push({ name: who, post, telephone })
  }
  return { code, name, place, admins }
}
