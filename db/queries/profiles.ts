import { desc, eq, sql } from "drizzle-orm"
import { accounts, persons } from "@/db/schema/identity"
import { type ProfileFields, unitProfiles, unitProfileVersions } from "@/db/schema/profiles"
import { units } from "@/db/schema/units"
import type { Executor, Transaction } from "@/db/types"

/** A unit's data with its version; a unit that gave none has version 0. */
export type Profile = ProfileFields & { readonly version: number; readonly checkedAt: Date | null }

/** Official facts of a unit, which come from the reference data, and what stands in for data that it has not given. */
export type UnitFacts = {
  readonly kind: (typeof units.$inferSelect)["kind"]
  readonly nameTh: string
  readonly nameEn: string | null
  readonly email: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly path: string
}

/** A version of a unit's data, and whose it is. */
export type ProfileVersion = {
  readonly version: number
  readonly profile: ProfileFields
  readonly changedAt: Date
  readonly changedBy: string
}

const fields = {
  version: unitProfiles.version,
  address: unitProfiles.address,
  telephone: unitProfiles.telephone,
  email: unitProfiles.email,
  openingHours: unitProfiles.openingHours,
  latitude: unitProfiles.latitude,
  longitude: unitProfiles.longitude,
  executives: unitProfiles.executives,
  checkedAt: unitProfiles.checkedAt,
}

/** What a unit says of itself today. */
export async function findProfile(db: Executor, unitId: string): Promise<Profile | undefined> {
  const [row] = await db.select(fields).from(unitProfiles).where(eq(unitProfiles.unitId, unitId))
  return row
}

/** The same, held until the transaction ends; the unit itself is held too, so that two first versions take turns. */
export async function lockProfile(tx: Transaction, unitId: string): Promise<Profile | undefined> {
  await tx.execute(sql`select 1 from units where id = ${unitId} for no key update`)
  return findProfile(tx, unitId)
}

/** The official facts of a unit. */
export async function findUnitFacts(db: Executor, unitId: string): Promise<UnitFacts> {
  const { kind, nameTh, nameEn, email, latitude, longitude, path } = units
  const columns = { kind, nameTh, nameEn, email, latitude, longitude, path }
  const [row] = await db.select(columns).from(units).where(eq(units.id, unitId))
  if (!row) throw new Error("there is no unit of that id")
  return row
}

/** Writes a version of a unit's data; whoever changes it has looked it over. */
export async function saveProfile(
  tx: Transaction,
  at: {
    readonly unitId: string
    readonly version: number
    readonly profile: ProfileFields
    readonly by: string
    readonly now: Date
  },
): Promise<void> {
  const { unitId, version, profile, by, now } = at
  const row = { ...profile, version, checkedAt: now, checkedBy: by }
  await tx
    .insert(unitProfiles)
    .values({ ...row, unitId })
    .onConflictDoUpdate({ target: unitProfiles.unitId, set: row })
  await tx.insert(unitProfileVersions).values({ unitId, version, profile, changedAt: now, changedBy: by })
}

/** Notes that somebody found the data still right. */
export async function markProfileChecked(
  tx: Transaction,
  at: { readonly unitId: string; readonly by: string; readonly now: Date },
): Promise<void> {
  await tx
    .update(unitProfiles)
    .set({ checkedAt: at.now, checkedBy: at.by })
    .where(eq(unitProfiles.unitId, at.unitId))
}

/** The last versions of a unit's data, newest first. */
export async function listProfileVersions(
  db: Executor,
  unitId: string,
  limit: number,
): Promise<ProfileVersion[]> {
  return await db
    .select({
      version: unitProfileVersions.version,
      profile: unitProfileVersions.profile,
      changedAt: unitProfileVersions.changedAt,
      changedBy: sql<string>`concat(${persons.titleTh}, ${persons.givenNameTh}, ' ', ${persons.familyNameTh})`,
    })
    .from(unitProfileVersions)
    .innerJoin(accounts, eq(accounts.id, unitProfileVersions.changedBy))
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .where(eq(unitProfileVersions.unitId, unitId))
    .orderBy(desc(unitProfileVersions.version))
    .limit(limit)
}

/** Where the local units around one lie: those of its district, of its province for an office. */
export async function listDotsAround(
  db: Executor,
  unitId: string,
): Promise<{ latitude: number; longitude: number }[]> {
  const rows = await db.execute<{ latitude: number; longitude: number }>(sql`
    select n.latitude, n.longitude from units u join units n on n.province_code = u.province_code
    where u.id = ${unitId} and n.id <> u.id and n.latitude is not null and n.longitude is not null
    order by n.path limit 400`)
  return [...rows]
}
