import { and, eq, isNull, type SQL, sql } from "drizzle-orm"
import { caretakers } from "@/db/schema/members"
import { units } from "@/db/schema/units"
import type { Executor, Transaction } from "@/db/types"
import { hasWorkingAdmin } from "./unit-predicates"

/** Who looks after a unit, and since when. */
export type Caretaker = {
  readonly id: string
  readonly unitId: string
  readonly officeId: string
  readonly officePath: string
  readonly officeTh: string
  readonly officeEn: string | null
  readonly reason: "nobody-there" | "head-asked"
  readonly begunAt: Date
  readonly endsAt: Date
  readonly renewedAt: Date | null
}

const columns = sql`ct.id, ct.unit_id as "unitId", ct.office_id as "officeId", o.path as "officePath",
  o.name_th as "officeTh", o.name_en as "officeEn", ct.reason, ct.begun_at as "begunAt", ct.ends_at as "endsAt",
  ct.renewed_at as "renewedAt"`

type Raw = Omit<Caretaker, "begunAt" | "endsAt" | "renewedAt"> & {
  begunAt: string | Date
  endsAt: string | Date
  renewedAt: string | Date | null
}

async function select(db: Executor, rest: SQL): Promise<Caretaker | undefined> {
  const [row] = await db.execute<Raw>(sql`
    select ${columns} from caretakers ct join units o on o.id = ct.office_id where ${rest}`)
  if (!row) return undefined
  const { renewedAt } = row
  return {
    ...row,
    begunAt: new Date(row.begunAt),
    endsAt: new Date(row.endsAt),
    renewedAt: renewedAt === null ? null : new Date(renewedAt),
  }
}

/** The office that looks after a unit and was not ended; its days may be over. */
export function findCaretaker(db: Executor, unitId: string): Promise<Caretaker | undefined> {
  return select(db, sql`ct.unit_id = ${unitId} and ct.ended_at is null`)
}

/** The same, held until the transaction ends. */
export function lockCaretaker(tx: Transaction, unitId: string): Promise<Caretaker | undefined> {
  return select(tx, sql`ct.unit_id = ${unitId} and ct.ended_at is null for update of ct`)
}

/** Enters an office as the caretaker of a unit; false where another was first. */
export async function insertCaretaker(
  tx: Transaction,
  row: typeof caretakers.$inferInsert,
): Promise<boolean> {
  const made = await tx.insert(caretakers).values(row).onConflictDoNothing().returning({ id: caretakers.id })
  return made.length > 0
}

/** Sets a later end, once. */
export async function markRenewed(
  tx: Transaction,
  at: { readonly id: string; readonly by: string; readonly endsAt: Date; readonly now: Date },
): Promise<void> {
  const { id, by, endsAt, now } = at
  await tx.update(caretakers).set({ renewedBy: by, renewedAt: now, endsAt }).where(eq(caretakers.id, id))
}

/** Ends it; false where it had ended. */
export async function markCaretakerEnded(
  tx: Transaction,
  at: { readonly id: string; readonly by: string | null; readonly now: Date },
): Promise<boolean> {
  const ended = await tx
    .update(caretakers)
    .set({ endedAt: at.now, endedBy: at.by })
    .where(and(eq(caretakers.id, at.id), isNull(caretakers.endedAt)))
    .returning({ id: caretakers.id })
  return ended.length > 0
}

const isOver = (now: Date): SQL => sql`(ct.ends_at <= ${now.toISOString()}
  or (ct.reason = 'nobody-there' and ${hasWorkingAdmin(sql`ct.unit_id`, now)}))`

/** Units whose caretaker's days are over, or which have a working SSO Admin again though it began because they had none. */
export async function listOver(db: Executor, now: Date): Promise<string[]> {
  const rows = await db.execute<{ unitId: string }>(sql`
    select ct.unit_id as "unitId" from caretakers ct where ct.ended_at is null and ${isOver(now)}`)
  return rows.map(({ unitId }) => unitId)
}

/** Whether that is so of one. */
export async function isCareOver(db: Executor, id: string, now: Date): Promise<boolean> {
  const rows = await db.execute(sql`select 1 from caretakers ct where ct.id = ${id} and ${isOver(now)}`)
  return rows.length > 0
}

/** A unit's code and names, by its id. */
export type NamedUnit = {
  readonly id: string
  readonly code: string
  readonly nameTh: string
  readonly nameEn: string | null
}

/** The unit of an id. */
export async function findNamedUnit(db: Executor, id: string): Promise<NamedUnit> {
  const columns = { id: units.id, code: units.code, nameTh: units.nameTh, nameEn: units.nameEn }
  const [row] = await db.select(columns).from(units).where(eq(units.id, id))
  if (!row) throw new Error("there is no unit of that id")
  return row
}
