import "server-only"
import { listRolesOf, type OfferedRole } from "@/db/queries/imports-known"
import type { Executor } from "@/db/types"
import { en } from "@/lib/i18n/en"
import { th } from "@/lib/i18n/th"
import { type UnitKind, unitBar } from "@/lib/systems/rules"
import { type Column, foldHeading, type Headings } from "./headings"
import type { KnownRole } from "./roles-of-text"
import { importFields } from "./rules"

/** The roles that can be given in a unit. */
export async function rolesFor(db: Executor, unitId: string): Promise<readonly OfferedRole[]> {
  const roles = await listRolesOf(db, unitId)
  return roles.filter((role) => {
    const audience = {
      openToKinds: role.openToKinds as readonly UnitKind[] | null,
      openToProvinces: role.openToProvinces,
      isNamedOnly: role.isNamedOnly,
    }
    const unit = { kind: role.unitKind as UnitKind, provinceCode: role.provinceCode, isNamed: role.isNamed }
    return !unitBar(audience, unit)
  })
}

/** What each heading means, in either language. */
export function headingsFor(roles: readonly OfferedRole[]): Headings {
  const fields = importFields.flatMap((field) =>
    [th, en].map(
      ({ imports }) => [foldHeading(imports.columns[field]), { is: "field" as const, field }] as const,
    ),
  )
  const systems = [...new Set(roles.map(({ systemCode }) => systemCode))].flatMap((systemCode) =>
    [th, en].map(
      ({ imports }) =>
        [foldHeading(imports.systemColumn(systemCode)), { is: "system" as const, systemCode }] as const,
    ),
  )
  return new Map<string, Column>([...fields, ...systems])
}

/** Kinds of staff by what they are called, in either language, folded. */
export function staffKindNames(): ReadonlyMap<string, string> {
  const fold = (name: string) => name.normalize("NFKC").replace(/\s/g, "").toLowerCase()
  const named = [th, en].flatMap(({ members }) => Object.entries(members.kinds))
  return new Map(named.map(([kind, name]) => [fold(name), kind]))
}

/** The same roles as rows are judged by. */
export function knownRoles(roles: readonly OfferedRole[]): KnownRole[] {
  return roles.map(({ systemRoleId, systemCode, nameTh, nameEn, records, certifies, allowsConflicts }) => ({
    systemRoleId,
    systemCode,
    names: [nameTh, nameEn],
    records,
    certifies,
    allowsConflicts,
  }))
}
