import { eq, sql } from "drizzle-orm"
import { openingPeriods, systemRoles, systems } from "@/db/schema/systems"
import type { Executor, Transaction } from "@/db/types"

/** A system of the catalogue. */
export type CatalogueSystem = typeof systems.$inferSelect

/** The catalogue in its order, with how many units and people hold a right today. */
export async function listCatalogue(
  db: Executor,
  today: string,
): Promise<
  (Pick<CatalogueSystem, "code" | "nameTh" | "nameEn" | "category" | "state" | "isNamedOnly"> & {
    readonly next: string | null
    readonly announced: boolean
  })[]
> {
  const rows = await db.execute<
    Pick<CatalogueSystem, "code" | "nameTh" | "nameEn" | "category" | "state" | "isNamedOnly"> & {
      next: string | null
      announced: boolean
    }
  >(sql`
    select s.code, s.name_th as "nameTh", s.name_en as "nameEn", s.category, s.state, s.is_named_only as "isNamedOnly",
      (select min(op.opens_on)::text from opening_periods op where op.system_code = s.code and op.opens_on > ${today}) as next,
      s.announcement_th <> '' and (s.announcement_until is null or s.announcement_until >= ${today}) as announced
    from systems s order by s.sort, s.code`)
  return [...rows]
}

/** One system as it stands. */
export async function findSystem(db: Executor, code: string): Promise<CatalogueSystem | undefined> {
  const [row] = await db.select().from(systems).where(eq(systems.code, code))
  return row
}

/** The same, held for a change. */
export async function lockSystem(tx: Transaction, code: string): Promise<CatalogueSystem | undefined> {
  const [row] = await tx.select().from(systems).where(eq(systems.code, code)).for("update")
  return row
}

/** Changes a system; its version moves. */
export async function markSystem(
  tx: Transaction,
  code: string,
  to: Partial<typeof systems.$inferInsert>,
): Promise<void> {
  await tx
    .update(systems)
    .set({ ...to, version: sql`${systems.version} + 1` })
    .where(eq(systems.code, code))
}

/** The roles of a system in their order, and how many people hold each or could get it back. */
export async function listCatalogueRoles(db: Executor, code: string) {
  return db.select().from(systemRoles).where(eq(systemRoles.systemCode, code)).orderBy(systemRoles.sort)
}

/** The opening periods of a system, the latest first. */
export async function listPeriods(db: Executor, code: string) {
  return db
    .select()
    .from(openingPeriods)
    .where(eq(openingPeriods.systemCode, code))
    .orderBy(sql`${openingPeriods.opensOn} desc`, openingPeriods.scope)
}

/** Codes of the units named one by one. */
export async function listNamedUnits(db: Executor, code: string): Promise<string[]> {
  const rows = await db.execute<{ code: string }>(sql`
    select u.code from system_units su join units u on u.id = su.unit_id where su.system_code = ${code} order by u.code`)
  return rows.map((row) => row.code)
}

/** Provinces with units, by code. */
export async function listProvinces(db: Executor) {
  const rows = await db.execute<{ code: string; nameTh: string; nameEn: string }>(sql`
    select p.code, p.name_th as "nameTh", p.name_en as "nameEn" from provinces p
    where exists (select 1 from units u where u.province_code = p.code) order by p.name_th collate "th-x-icu"`)
  return [...rows]
}

/** Which of these codes are units, and their ids. */
export async function listUnitsOf(
  db: Executor,
  codes: readonly string[],
): Promise<{ readonly id: string; readonly code: string }[]> {
  if (codes.length === 0) return []
  const rows = await db.execute<{ id: string; code: string }>(sql`
    select id, code from units where code in ${[...codes]}`)
  return [...rows]
}

/** Puts these units on a system's list, and all others off it. */
export async function replaceNamedUnits(
  tx: Transaction,
  code: string,
  unitIds: readonly string[],
): Promise<void> {
  await tx.execute(sql`delete from system_units where system_code = ${code}`)
  if (unitIds.length > 0)
    await tx.execute(sql`
      insert into system_units (system_code, unit_id) select ${code}, id from units where id in ${[...unitIds]}`)
}

/**
 * How many people in how many units hold a role of a system that their unit may not use, by kind, province and list as they
 * stand in this transaction.
 */
export async function findShutOut(
  tx: Transaction,
  code: string,
): Promise<{ readonly units: number; readonly people: number }> {
  const [row] = await tx.execute<{ units: number; people: number }>(sql`
    select count(distinct m.unit_id)::int as units, count(distinct m.account_id)::int as people
    from systems s join system_roles r on r.system_code = s.code join grants g on g.system_role_id = r.id
      join memberships m on m.id = g.membership_id join units u on u.id = m.unit_id
    where s.code = ${code} and g.state <> 'withdrawn' and m.state <> 'ended' and u.kind <> 'department'
      and ((s.open_to_kinds is not null and not u.kind = any(s.open_to_kinds))
        or (s.open_to_provinces is not null and (u.province_code is null or not u.province_code = any(s.open_to_provinces)))
        or (s.is_named_only and not exists (select 1 from system_units su where su.system_code = s.code and su.unit_id = u.id)))`)
  return row ?? { units: 0, people: 0 }
}

/** Adds a role, or changes the one of this id; nothing where its key is taken. */
export async function saveSystemRole(
  tx: Transaction,
  role: Omit<typeof systemRoles.$inferInsert, "sort" | "id"> & { readonly id: string | null },
): Promise<boolean> {
  const { id, ...columns } = role
  if (id === null) {
    const [last] = await tx.execute<{ sort: number }>(sql`
      select coalesce(max(sort), 0)::int + 1 as sort from system_roles where system_code = ${role.systemCode}`)
    const made = await tx
      .insert(systemRoles)
      .values({ ...columns, sort: last?.sort ?? 1 })
      .onConflictDoNothing()
      .returning({ id: systemRoles.id })
    return made.length > 0
  }
  const { key: _key, systemCode, ...changed } = columns
  const done = await tx
    .update(systemRoles)
    .set(changed)
    .where(sql`${systemRoles.id} = ${id} and ${systemRoles.systemCode} = ${systemCode}`)
    .returning({ id: systemRoles.id })
  return done.length > 0
}

/** Adds opening periods; those that are there already stay as they are. Returns how many came. */
export async function insertPeriods(
  tx: Transaction,
  rows: readonly (typeof openingPeriods.$inferInsert)[],
): Promise<number> {
  const made = await tx
    .insert(openingPeriods)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ id: openingPeriods.id })
  return made.length
}

/** Takes an opening period away. */
export async function deletePeriod(
  tx: Transaction,
  at: { readonly id: string; readonly systemCode: string },
): Promise<boolean> {
  const gone = await tx
    .delete(openingPeriods)
    .where(sql`${openingPeriods.id} = ${at.id} and ${openingPeriods.systemCode} = ${at.systemCode}`)
    .returning({ id: openingPeriods.id })
  return gone.length > 0
}
