import type { ReactNode } from "react"

/** A column; `end` sets numbers and dates on the right edge, `rowName` makes it the name of the row. */
export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  end?: boolean
  rowName?: boolean
}

type DataTableProps<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}

/**
 * Rows and rules, with a header that stays in sight. On a phone each row becomes a block with labels; the roles are
 * said outright, since browsers forget them once a table is no longer laid out as one.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <table className="data-table" role="table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} scope="col" role="columnheader" className={column.end ? "end" : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <td key={column.key} role="cell" data-label={column.label} className={cellClass(column)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function cellClass<Row>(column: Column<Row>): string | undefined {
  const classes = [column.end ? "end" : "", column.rowName ? "row-name" : ""].filter(Boolean)
  return classes.length > 0 ? classes.join(" ") : undefined
}
