"use client"

import { DataTable } from "@/components/ui/data-table"
import { type Packed, unpack } from "@/components/ui/packed"
import { Phrase } from "@/components/ui/phrase"
import { type AdminLine, AdminList } from "@/components/units/admin-list"

/** A unit as a row of the lookup, every text in the reader's language and digits. */
export type UnitLine = {
  readonly code: string
  readonly name: string
  readonly place: string
  readonly admins: readonly AdminLine[]
}

/** The table: its lines, and its own words. */
export type UnitLines = {
  readonly lines: readonly UnitLine[]
  readonly labels: Readonly<
    Record<"caption" | "unit" | "code" | "place" | "admins" | "nobody" | "whatNext", string>
  >
}

/**
 * The lookup's table. A client component for the sake of the server: a page sends each element twice, as HTML and as
 * React's own notes, and here the notes are one string. It needs no JavaScript in the browser to be read.
 */
export function UnitRows({ packed }: { packed: Packed<UnitLines> }) {
  const { lines, labels } = unpack(packed)
  const columns = [
    {
      key: "unit",
      label: labels.unit,
      rowName: true,
      cell: (line: UnitLine) => (
        <a href={`/admins/${line.code}`}>
          <Phrase text={line.name} />
        </a>
      ),
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
  return <DataTable caption={labels.caption} columns={columns} rows={lines} rowKey={(line) => line.code} />
}
