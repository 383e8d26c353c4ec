import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/types"
import type { Counts } from "./load-places"
import type { WantedUnit } from "./unit-tree"

type Known = {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly name: string
  readonly fullName: string
  readonly digest: string
  readonly isDecided: boolean
}

/** What became of the units: besides the counts, the codes that the file no longer has. Those are reported, never deleted. */
export type UnitCounts = Counts & { readonly recoded: number; readonly missing: readonly string[] }

/**
 * Brings the units up to what the reference data says. A unit keeps its identity when its code changes: an upgrade
 * changes the first digits of the eight and keeps the last six and the place it is named after. What the Department decided
 * here stands: a row with the code that a unit bore before is passed over, and of a unit that was decided nothing changes
 * until the file says the same of it.
 *
 * @param since first day on which changed codes are in force, `YYYY-MM-DD`
 */
export async function loadUnits(
  tx: Transaction,
  wanted: readonly WantedUnit[],
  since: string,
): Promise<UnitCounts> {
  const known = await tx.execute<Known>(sql`
    select id, code, kind, name_short_th as name, name_th as "fullName", source_digest as digest,
      decided_on is not null as "isDecided" from units where merged_into_id is null order by code`)
  const former = await listFormerCodes(tx)
  const current = wanted.filter((unit) => !former.has(unit.code))
  const { ids, recoded, missing } = matched(current, known)
  const knownById = new Map(known.map((unit) => [unit.id, unit]))
  const fresh = current.filter((unit) => !ids.has(unit.code))
  const changed = current.filter((unit) => {
    const one = knownById.get(ids.get(unit.code) ?? "")
    return one !== undefined && one.digest !== unit.digest && agrees(unit, one)
  })
  await moveCodes(tx, recoded, since)
  await insertFresh(tx, fresh)
  await updateChanged(tx, changed, ids)
  await settleTree(tx, wanted)
  await openCodes(tx, since)
  return {
    inserted: fresh.length,
    changed: changed.length,
    unchanged: wanted.length - fresh.length - changed.length,
    recoded: recoded.length,
    missing,
  }
}

/** Codes that units bore until the Department changed them here, and that no unit bears today. */
async function listFormerCodes(tx: Transaction): Promise<ReadonlySet<string>> {
  const rows = await tx.execute<{ code: string }>(sql`
    select c.code from unit_codes c join units u on u.id = c.unit_id
    where u.decided_on is not null and c.valid_until is not null
      and not exists (select 1 from units k where k.code = c.code)`)
  return new Set(rows.map(({ code }) => code))
}

/** Whether a row may change a unit: of one that the Department decided only where it says the same. */
function agrees(wanted: WantedUnit, { isDecided, kind, fullName }: Known): boolean {
  return !isDecided || (wanted.kind === kind && wanted.nameTh === fullName)
}

/** Pairs wanted units with known ones: by code, else by the last six digits and the same place name. */
function matched(wanted: readonly WantedUnit[], known: readonly Known[]) {
  const byCode = new Map(known.map((unit) => [unit.code, unit]))
  const wantedCodes = new Set(wanted.map((unit) => unit.code))
  const left = new Map(
    known.filter((unit) => !(wantedCodes.has(unit.code) || unit.isDecided)).map((unit) => [tail(unit), unit]),
  )
  const ids = new Map<string, string>()
  const recoded: { readonly id: string; readonly code: string }[] = []
  for (const unit of wanted) {
    const same = byCode.get(unit.code)
    if (same) {
      ids.set(unit.code, same.id)
      continue
    }
    const key = unit.code.length === 8 ? tail({ code: unit.code, name: unit.nameShortTh }) : ""
    const former = left.get(key)
    if (!former) continue
    left.delete(key)
    ids.set(unit.code, former.id)
    recoded.push({ id: former.id, code: unit.code })
  }
  return { ids, recoded, missing: [...left.values()].map((unit) => unit.code) }
}

function tail(unit: { readonly code: string; readonly name: string }): string {
  return `${unit.code.slice(-6)}/${unit.name}`
}

async function moveCodes(tx: Transaction, recoded: readonly { id: string; code: string }[], since: string) {
  for (const { id, code } of recoded) {
    await tx.execute(
      sql`update unit_codes set valid_until = ${since}::date - 1 where unit_id = ${id} and valid_until is null`,
    )
    await tx.execute(sql`update units set code = ${code} where id = ${id}`)
  }
}

const columns = sql`x.kind, x."nameTh", x."nameShortTh", x."nameEn", x."provinceCode", x."districtCode",
  x."subdistrictCode", x.latitude, x.longitude, x."areaKm2", x.email, x.search, x.digest`

const rowType = sql`x(id uuid, code text, kind text, "parentCode" text, "nameTh" text, "nameShortTh" text, "nameEn" text,
  "provinceCode" text, "districtCode" text, "subdistrictCode" text, latitude float8, longitude float8, "areaKm2" float8,
  email text, search text, digest text)`

async function insertFresh(tx: Transaction, fresh: readonly WantedUnit[]) {
  // Level by level, since a parent must stand before its children. The node is taken beforehand, so that the path can be
  // written at once: a second version of each row would be put into every index again.
  for (const length of new Set(fresh.map((unit) => (unit.code === "00" ? 0 : unit.code.length)))) {
    const level = fresh.filter((unit) => (unit.code === "00" ? 0 : unit.code.length) === length)
    await tx.execute(sql`
      insert into units (node, code, parent_id, path, kind, name_th, name_short_th, name_en, province_code, district_code,
        subdistrict_code, latitude, longitude, area_km2, email, search, source_digest) overriding system value
      select n.node, x.code, p.id, coalesce(p.path, '') || n.node || '/', ${columns}
      from jsonb_to_recordset(${JSON.stringify(level)}::jsonb) as ${rowType}
        cross join lateral (select nextval(pg_get_serial_sequence('units', 'node'))::int as node where x.code is not null) n
        left join units p on p.code = x."parentCode"`)
  }
}

async function updateChanged(
  tx: Transaction,
  changed: readonly WantedUnit[],
  ids: ReadonlyMap<string, string>,
) {
  if (changed.length === 0) return
  const rows = changed.map((unit) => ({ ...unit, id: ids.get(unit.code) }))
  await tx.execute(sql`
    update units u set (kind, name_th, name_short_th, name_en, province_code, district_code, subdistrict_code, latitude,
      longitude, area_km2, email, search, source_digest, parent_id) = row(${columns}, p.id)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as ${rowType} left join units p on p.code = x."parentCode"
    where u.id = x.id`)
}

/** Gives every unit the path that its parent's path and its own node make, from the Department down. */
async function settleTree(tx: Transaction, wanted: readonly WantedUnit[]) {
  if (wanted.length === 0) return
  await tx.execute(sql`update units set path = node || '/' where parent_id is null and path <> node || '/'`)
  for (const _level of ["province", "district or local", "local", "taken up"]) {
    await tx.execute(sql`
      update units u set path = p.path || u.node || '/' from units p
      where p.id = u.parent_id and u.path <> p.path || u.node || '/'`)
  }
}

/** Opens the history row of every unit's present code that has none yet. */
async function openCodes(tx: Transaction, since: string) {
  await tx.execute(sql`
    insert into unit_codes (unit_id, code, valid_from) select u.id, u.code, ${since}::date from units u
    where u.merged_into_id is null and not exists (select 1 from unit_codes c where c.unit_id = u.id and c.code = u.code and c.valid_until is null)`)
}
