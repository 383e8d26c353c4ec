import "server-only"
import {
  type ChangingUnit,
  findChangingUnit,
  findCodeHolder,
  findPlaces,
  isBusy,
} from "@/db/queries/restructuring"
import type { UnitName } from "@/db/schema/restructuring"
import type { Executor } from "@/db/types"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { isLocal } from "./rules"
import type { WishedChange } from "./schema"

/** What would become of a unit. */
export type Judged = {
  readonly unit: ChangingUnit
  /** For a change of kind, code or names. */
  readonly wanted: UnitName | null
  /** For a unit that is taken up: by which. */
  readonly into: ChangingUnit | null
  /** The last six digits of the code differ. */
  readonly hasOtherTail: boolean
}

type Refusable = Extract<RefusalCode, "not-found" | `restructuring.${string}`>

/** Step: what a wish would do to a unit as it stands, or why it cannot be. */
export async function judgeChange(db: Executor, wish: WishedChange): Promise<Judged | Refusable> {
  const unit = await findChangingUnit(db, wish.unitCode)
  if (!unit) return "not-found"
  if (!isLocal(unit.kind)) return "restructuring.not-local"
  return wish.act === "merge" ? judgeMerger(db, unit, wish.intoCode) : judgeRenaming(db, unit, wish)
}

async function judgeMerger(db: Executor, unit: ChangingUnit, code: string): Promise<Judged | Refusable> {
  const into = await findChangingUnit(db, code)
  if (!into || into.id === unit.id || !isLocal(into.kind)) return "restructuring.no-receiver"
  if (into.provinceCode !== unit.provinceCode) return "restructuring.other-place"
  if (await isBusy(db, [unit.id, into.id])) return "restructuring.busy"
  return { unit, wanted: null, into, hasOtherTail: false }
}

type Renaming = Extract<WishedChange, { readonly act: "change" }>

async function judgeRenaming(db: Executor, unit: ChangingUnit, wish: Renaming): Promise<Judged | Refusable> {
  const { kind, newCode: code, nameTh } = wish
  const wanted = { kind, code, nameTh, nameEn: wish.nameEn || null }
  const isSame = (["kind", "code", "nameTh", "nameEn"] as const).every((key) => wanted[key] === unit[key])
  if (isSame) return "restructuring.unchanged"
  if (code !== unit.code) {
    const holder = await findCodeHolder(db, code)
    if (holder && holder !== unit.id) return "restructuring.code-taken"
    const places = await findPlaces(db, placesOf(unit, wanted))
    if (code.slice(2, 4) !== unit.provinceCode || !places.district) return "restructuring.other-place"
  }
  return { unit, wanted, into: null, hasOtherTail: code.slice(-6) !== unit.code.slice(-6) }
}

/** Province and district of a unit as its wanted code says; its own where the code stays. */
export function placesOf(unit: ChangingUnit, wanted: UnitName): { province: string; district: string } {
  const province = unit.provinceCode ?? ""
  const district = wanted.code.slice(2, 6) === unit.code.slice(2, 6) ? unit.districtCode : null
  return { province, district: district ?? wanted.code.slice(2, 6) }
}
