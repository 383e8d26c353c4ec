import { and, desc, eq, or, sql } from "drizzle-orm"
import { type UnitName, unitChanges } from "@/db/schema/restructuring"
import { districts, provinces, units } from "@/db/schema/units"
import type { Executor, Transaction } from "@/db/types"
import { unitIdOf } from "./unit-predicates"

/** A unit as a change finds it. */
export type ChangingUnit = UnitName & {
  readonly id: string
  readonly node: number
  readonly path: string
  readonly provinceCode: string | null
  readonly districtCode: string | null
  readonly mergedIntoId: string | null
}

/** A change as it stands. */
export type UnitChange = typeof unitChanges.$inferSelect

const columns = {
  id: units.id,
  node: units.node,
  code: units.code,
  kind: units.kind,
  nameTh: units.nameTh,
  nameEn: units.nameEn,
  path: units.path,
  provinceCode: units.provinceCode,
  districtCode: units.districtCode,
  mergedIntoId: units.mergedIntoId,
}

/** The unit of a code of today or of former days. */
export async function findChangingUnit(db: Executor, code: string): Promise<ChangingUnit | undefined> {
  const [row] = await db
    .select(columns)
    .from(units)
    .where(sql`${units.id} = ${unitIdOf(code)}`)
  return row
}

/** Units by their ids, held until the transaction ends; in one order, so that two who change the same wait for each other. */
export async function lockChangingUnits(tx: Transaction, ids: readonly string[]): Promise<ChangingUnit[]> {
  const rows: ChangingUnit[] = []
  for (const id of [...new Set(ids)].toSorted()) {
    const [row] = await tx.select(columns).from(units).where(eq(units.id, id)).for("update")
    if (row) rows.push(row)
  }
  return rows
}

/** The id of a unit by whose code another is known, today or formerly. */
export async function findCodeHolder(db: Executor, code: string): Promise<string | undefined> {
  const [row] = await db.execute<{ id: string | null }>(sql`select ${unitIdOf(code)} as id`)
  return row?.id ?? undefined
}

/** A province and a district by their codes, with their names as searched by, and the offices there. */
export async function findPlaces(db: Executor, at: { readonly province: string; readonly district: string }) {
  const [province] = await db
    .select({ nameTh: provinces.nameTh, nameEn: provinces.nameEn, officeId: units.id, path: units.path })
    .from(provinces)
    .innerJoin(units, and(eq(units.code, provinces.code), eq(units.kind, "provincial_office")))
    .where(eq(provinces.code, at.province))
  const [district] = await db
    .select({ nameTh: districts.nameTh, nameEn: districts.nameEn, officeId: units.id, path: units.path })
    .from(districts)
    .innerJoin(units, and(eq(units.code, districts.code), eq(units.kind, "district_office")))
    .where(and(eq(districts.code, at.district), eq(districts.provinceCode, at.province)))
  return { province, district }
}

/** Whether a workbook of users is being applied or undone in one of these units. */
export async function isBusy(db: Executor, ids: readonly string[]): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from import_batches where unit_id in ${[...ids]} and state in ('applying', 'undoing') limit 1`)
  return rows.length > 0
}

/** Plans a change; nothing where one of the same unit waits already. */
export async function insertUnitChange(
  tx: Transaction,
  row: typeof unitChanges.$inferInsert,
): Promise<string | undefined> {
  const [made] = await tx
    .insert(unitChanges)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: unitChanges.id })
  return made?.id
}

/** A change, held. */
export async function lockUnitChange(tx: Transaction, id: string): Promise<UnitChange | undefined> {
  const [row] = await tx.select().from(unitChanges).where(eq(unitChanges.id, id)).for("update")
  return row
}

/** How a change ended. */
export async function markUnitChange(
  tx: Transaction,
  id: string,
  to: Pick<typeof unitChanges.$inferInsert, "state" | "settledAt" | "failure" | "moved">,
): Promise<void> {
  await tx.update(unitChanges).set(to).where(eq(unitChanges.id, id))
}

/** Changes of a unit, and of those that it took up; the latest first. */
export function listUnitChanges(db: Executor, unitId: string): Promise<UnitChange[]> {
  return db
    .select()
    .from(unitChanges)
    .where(or(eq(unitChanges.unitId, unitId), eq(unitChanges.intoId, unitId)))
    .orderBy(desc(unitChanges.plannedAt))
    .limit(50)
}

/** Changes whose day has come. */
export async function listDueChanges(db: Executor, today: string): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select id from unit_changes where state = 'planned' and effective_on <= ${today}::date order by effective_on, planned_at`)
  return rows.map(({ id }) => id)
}

/** Gives a unit another kind, code, names and place; what hangs below it goes along, and its former code stays its own. */
export async function changeUnit(
  tx: Transaction,
  at: {
    readonly unit: ChangingUnit
    readonly to: UnitName & {
      readonly nameShortTh: string
      readonly search: string
      readonly parentId: string
      readonly path: string
      readonly districtCode: string | null
    }
    readonly on: string
    readonly now: Date
  },
): Promise<void> {
  const { unit, to, on, now } = at
  if (to.code !== unit.code) {
    await closeCode(tx, unit.id, on)
    await tx.execute(sql`
      insert into unit_codes (unit_id, code, valid_from) values (${unit.id}, ${to.code}, ${on}::date)`)
  }
  const { code, kind, nameTh, nameShortTh, nameEn, search, parentId, districtCode } = to
  await tx
    .update(units)
    .set({ code, kind, nameTh, nameShortTh, nameEn, search, parentId, districtCode, decidedOn: on })
    .where(eq(units.id, unit.id))
  await movePaths(tx, unit.path, to.path)
  await endCareFromAfar(tx, unit.id, now)
}

/** Ends the code of today; the day before the change was its last. */
export async function closeCode(tx: Transaction, unitId: string, on: string): Promise<void> {
  await tx.execute(sql`
    update unit_codes set valid_until = greatest(valid_from, ${on}::date - 1)
    where unit_id = ${unitId} and valid_until is null`)
}

/** A subtree under another path. */
export async function movePaths(tx: Transaction, from: string, to: string): Promise<void> {
  if (from === to) return
  await tx.execute(sql`
    update units set path = ${to} || substr(path, ${from.length + 1}::int) where path like ${`${from}%`}`)
}

/** An office that no longer stands above the unit looks after it no more. */
async function endCareFromAfar(tx: Transaction, unitId: string, now: Date): Promise<void> {
  await tx.execute(sql`
    update caretakers ct set ended_at = ${now.toISOString()} from units u, units o
    where ct.unit_id = ${unitId} and ct.ended_at is null and u.id = ct.unit_id and o.id = ct.office_id
      and u.path not like o.path || '%'`)
}
