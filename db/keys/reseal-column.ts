import { sql } from "drizzle-orm"
import type { Database, Transaction } from "@/db/types"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { type Judged, judge, type SealedRow } from "./judge"
import type { SealedColumn } from "./sealed-columns"

const batch = 1000

/** What became of a column. Ids are of rows, never what they hold. */
export type ColumnCounts = {
  readonly lookedAt: number
  readonly resealed: number
  readonly rehashed: number
  /** Sealed under keys that the ring lacks: key id → how many. */
  readonly keyMissing: ReadonlyMap<string, number>
  /** Rows that do not open though their key is here: changed, or moved from another row. */
  readonly unreadable: readonly string[]
  /** Rows whose new hash another row bears already: the same text stands in the column twice. */
  readonly twice: readonly string[]
}

/**
 * Seals a column's values anew under the active key, with the keyed hash of the same text, in batches of a transaction
 * each. Rows are locked in the order of their ids and looked at again under the lock, so that a running portal and
 * other rotations only wait for a batch; what is done already is passed over, so that it can be run again at any time.
 */
export async function resealColumn(
  db: Database,
  ring: KeyRing,
  column: SealedColumn,
  onProgress: (lookedAt: number) => void,
): Promise<ColumnCounts> {
  const keyMissing = new Map<string, number>()
  const counts = { lookedAt: 0, resealed: 0, rehashed: 0, unreadable: [] as string[], twice: [] as string[] }
  for (let after = column.textId ? "" : firstId; ; ) {
    const rows = await listSealed(db, column, after)
    const last = rows.at(-1)
    if (!last) return { ...counts, keyMissing }
    after = last.id
    counts.lookedAt += rows.length
    const judged = rows.map((row) => ({ id: row.id, ...judge(ring, column, row) }))
    const idsOf = (kind: Judged["kind"]) => judged.filter((row) => row.kind === kind).map((row) => row.id)
    counts.unreadable.push(...idsOf("unreadable"))
    for (const row of judged)
      if (row.kind === "key-missing") keyMissing.set(row.keyId, (keyMissing.get(row.keyId) ?? 0) + 1)
    const due = idsOf("due")
    if (due.length > 0) {
      const renewed = await renewEach(db, ring, column, due)
      counts.resealed += renewed.resealed
      counts.rehashed += renewed.rehashed
      counts.twice.push(...renewed.twice)
    }
    onProgress(counts.lookedAt)
  }
}

const firstId = "00000000-0000-0000-0000-000000000000"

type Renewed = { readonly resealed: number; readonly rehashed: number; readonly twice: readonly string[] }

/** Renews a batch; where one row of it can't be (its hash stands already), the others still are. */
async function renewEach(
  db: Database,
  ring: KeyRing,
  column: SealedColumn,
  ids: readonly string[],
): Promise<Renewed> {
  const whole = await renew(db, ring, column, ids)
  if (whole) return whole
  const [only] = ids
  if (ids.length === 1 && only) return { resealed: 0, rehashed: 0, twice: [only] }
  const half = Math.ceil(ids.length / 2)
  const first = await renewEach(db, ring, column, ids.slice(0, half))
  const second = await renewEach(db, ring, column, ids.slice(half))
  return {
    resealed: first.resealed + second.resealed,
    rehashed: first.rehashed + second.rehashed,
    twice: [...first.twice, ...second.twice],
  }
}

/** One transaction; nothing when a hash stands already, then nothing was written. */
async function renew(
  db: Database,
  ring: KeyRing,
  column: SealedColumn,
  ids: readonly string[],
): Promise<Renewed | undefined> {
  try {
    return await db.transaction(async (tx) => {
      const rows = await lockSealed(tx, column, ids)
      const due = rows.map((row) => judge(ring, column, row)).filter((judged) => judged.kind === "due")
      await updateSealed(tx, column, due)
      return {
        resealed: due.filter((row) => row.sealedAnew).length,
        rehashed: due.filter((row) => row.hashedAnew).length,
        twice: [],
      }
    })
  } catch (error) {
    if (isUniqueViolation(error)) return undefined
    throw error
  }
}

function isUniqueViolation(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return code === "23505" || (cause !== undefined && isUniqueViolation(cause))
}

function names({ table, column, hash, textId }: SealedColumn) {
  const sealed = sql.identifier(column)
  return {
    id: sql.identifier(textId ?? "id"),
    type: textId ? sql`text` : sql`uuid`,
    table: sql.identifier(table),
    sealed,
    hash: hash ? sql.identifier(hash.column) : sql`null::bytea`,
    hashColumn: hash && sql.identifier(hash.column),
  }
}

async function listSealed(db: Database, column: SealedColumn, after: string): Promise<SealedRow[]> {
  const { table, sealed, hash, id, type } = names(column)
  return await db.execute<SealedRow>(sql`
    select ${id}::text as id, ${sealed} as sealed, ${hash} as hash from ${table}
    where ${id} > ${after}::${type} and ${sealed} is not null order by ${table}.${id} limit ${batch}`)
}

async function lockSealed(
  tx: Transaction,
  column: SealedColumn,
  ids: readonly string[],
): Promise<SealedRow[]> {
  const { table, sealed, hash, id, type } = names(column)
  return await tx.execute<SealedRow>(sql`
    select ${id}::text as id, ${sealed} as sealed, ${hash} as hash from ${table}
    where ${id} in (select value::${type} from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
      and ${sealed} is not null
    order by ${table}.${id} for no key update of ${table}`)
}

type Due = Extract<Judged, { kind: "due" }>

async function updateSealed(tx: Transaction, column: SealedColumn, due: readonly Due[]): Promise<void> {
  const { table, sealed, hashColumn, id, type } = names(column)
  const rows = due.map(({ id: row, sealed: anew, hash }) => ({
    row,
    sealed: anew.toString("hex"),
    hash: hash?.toString("hex") ?? null,
  }))
  const setHash = hashColumn ? sql`, ${hashColumn} = decode(r.hash, 'hex')` : sql``
  await tx.execute(sql`
    update ${table} t set ${sealed} = decode(r.sealed, 'hex')${setHash}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("row" ${type}, sealed text, hash text)
    where t.${id} = r."row"`)
}
