import { randomUUID } from "node:crypto"
import type { Database } from "@/db/types"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { type AuditLinks, type HashOnly, listAuditLinks, listHashOnly } from "./dependents"
import { findActiveSince, recordRotation } from "./record"
import { type ColumnCounts, resealColumn } from "./reseal-column"
import { type SealedColumn, sealedColumns } from "./sealed-columns"

/** How a rotation went, and what still needs which key. */
export type Rotation = {
  readonly columns: readonly { readonly column: SealedColumn; readonly counts: ColumnCounts }[]
  /** Since when the active key has been the active one. */
  readonly activeSince: Date
  readonly hashOnly: readonly HashOnly[]
  readonly auditLinks: readonly AuditLinks[]
}

/**
 * Brings everything that is sealed under the ring's active key, and all keyed hashes of what is sealed. It may be
 * killed and run again, run beside the portal, and twice at once; what is under the active key already stays as it is.
 */
export async function rotateKeys(
  db: Database,
  ring: KeyRing,
  at: { readonly clock: () => Date; readonly onProgress: (line: string) => void },
): Promise<Rotation> {
  const requestId = randomUUID()
  await recordRotation(db, ring, { now: at.clock(), requestId })
  const columns: Rotation["columns"][number][] = []
  for (const column of sealedColumns) {
    const name = `${column.table}.${column.column}`
    const counts = await resealColumn(db, ring, column, (n) => at.onProgress(`${name}: looked at ${n}`))
    columns.push({ column, counts })
  }
  const now = at.clock()
  await recordRotation(db, ring, { now, requestId, ended: detailOf(columns) })
  const activeSince = await findActiveSince(db, ring, now)
  return {
    columns,
    activeSince,
    hashOnly: await listHashOnly(db, activeSince, now),
    auditLinks: await listAuditLinks(db),
  }
}

/** Whether everything that is sealed is under the active key now. */
export function isComplete({ columns }: Rotation): boolean {
  return columns.every(({ counts }) => leftOf(counts) === 0)
}

/** How many values of a column are not under the active key after all. */
export function leftOf({ keyMissing, unreadable, twice }: ColumnCounts): number {
  return [...keyMissing.values()].reduce((sum, n) => sum + n, 0) + unreadable.length + twice.length
}

function detailOf(columns: Rotation["columns"]): Record<string, number> {
  return Object.fromEntries(
    columns.flatMap(({ column: { table }, counts }) => [
      [`${table}-looked-at`, counts.lookedAt],
      [`${table}-resealed`, counts.resealed],
      [`${table}-rehashed`, counts.rehashed],
      [`${table}-left`, leftOf(counts)],
    ]),
  )
}
