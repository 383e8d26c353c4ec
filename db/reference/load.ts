import { advisoryLocks } from "@/db/queries/advisory-locks"
import { insertAuditEvent } from "@/db/queries/audit"
import type { Database } from "@/db/types"
import { type Counts, loadPlaces } from "./load-places"
import { loadSystems } from "./load-systems"
import { loadUnits, type UnitCounts } from "./load-units"
import { readCsv, shippedData } from "./read-csv"
import { districtRow, provinceRow, subdistrictRow, unitRow } from "./rows"
import { wantedUnits } from "./unit-tree"

/** What a load of the reference data did, table by table. */
export type ReferenceCounts = {
  readonly provinces: Counts
  readonly districts: Counts
  readonly subdistricts: Counts
  readonly units: UnitCounts
  readonly systems: Counts
}

/** Day since when the units of the shipped file have their codes, as far as we know: the file's own date. */
const codesInForceSince = "2026-06-10"

/**
 * Loads provinces, districts, subdistricts, units and systems in one transaction; a second load of the same files
 * changes nothing. Throws `MalformedReference` before anything is written.
 */
export async function loadReference(
  db: Database,
  options: { readonly now: Date; readonly folder?: string; readonly onProgress?: (line: string) => void },
): Promise<ReferenceCounts> {
  const folder = options.folder ?? shippedData
  const say = options.onProgress ?? (() => {})
  const provinces = readCsv(folder, "provinces.csv", provinceRow)
  const districts = readCsv(folder, "districts.csv", districtRow)
  const subdistricts = readCsv(folder, "subdistricts.csv", subdistrictRow)
  const units = wantedUnits(provinces, districts, readCsv(folder, "units.csv", unitRow))
  say("reference: files read")
  return db.transaction(async (tx) => {
    // Two loaders at once take turns; the second finds nothing to change.
    await tx.execute(`select pg_advisory_xact_lock(${advisoryLocks.loadReference})`)
    const counts = {
      provinces: await step("provinces", loadPlaces(tx, "provinces", provinces)),
      districts: await step("districts", loadPlaces(tx, "districts", districts)),
      subdistricts: await step("subdistricts", loadPlaces(tx, "subdistricts", subdistricts)),
      units: await step("units", loadUnits(tx, units, codesInForceSince)),
      systems: await step("systems", loadSystems(tx, folder)),
    }
    await insertAuditEvent(tx, {
      at: options.now,
      action: "units.load-reference",
      actorKind: "system",
      requestId: "reference",
      detail: {
        inserted: counts.units.inserted,
        changed: counts.units.changed,
        recoded: counts.units.recoded,
      },
    })
    say("reference: committing")
    return counts
  })

  async function step<T extends Counts>(table: string, work: Promise<T>): Promise<T> {
    const counts = await work
    say(
      `reference: ${table} ${counts.inserted} inserted, ${counts.changed} changed, ${counts.unchanged} unchanged`,
    )
    return counts
  }
}
