import "server-only"
import { listSystemsOf, type SystemOfUnit } from "@/db/queries/systems"
import type { Executor } from "@/db/types"
import { type UnitBar, unitBar } from "./rules"

/** A system of the catalogue, and why the unit may not use it, if so. */
export type OfferedSystem = SystemOfUnit & { readonly bar: UnitBar | undefined }

/** Step: all systems as one unit stands to them, in the order of the catalogue. */
export async function systemsOfUnit(db: Executor, unitId: string): Promise<OfferedSystem[]> {
  const systems = await listSystemsOf(db, unitId)
  return systems.map((system) => {
    const { unitKind, provinceCode, isNamed } = system
    return { ...system, bar: unitBar(system, { kind: unitKind, provinceCode, isNamed }) }
  })
}
