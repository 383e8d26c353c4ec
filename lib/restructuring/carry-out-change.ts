import "server-only"
import {
  type ChangingUnit,
  changeUnit,
  closeCode,
  findCodeHolder,
  findPlaces,
  isBusy,
  lockChangingUnits,
} from "@/db/queries/restructuring"
import {
  closeRest,
  endAppointments,
  findHoldings,
  hangBelow,
  hasAdmin,
  moveMembers,
  moveWaiting,
} from "@/db/queries/restructuring-moves"
import type { UnitName } from "@/db/schema/restructuring"
import type { Transaction } from "@/db/types"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { searchText } from "@/lib/units/rules"
import { placesOf } from "./judge-change"
import { isLocal, isUnderDistrict, shortName } from "./rules"

type Change = {
  readonly unitId: string
  readonly former: UnitName
  readonly wanted: UnitName | null
  readonly intoId: string | null
  readonly effectiveOn: string
}
type Refusable = Extract<RefusalCode, `restructuring.${string}`>

/** How much went along. */
export type Moved = Readonly<Record<string, number>>

/**
 * Step: makes a unit what it was planned to become, all of it in this transaction. The units are held and looked at again:
 * since it was planned another change may have come first.
 */
export async function carryOutChange(
  tx: Transaction,
  change: Change,
  now: Date,
): Promise<{ readonly moved: Moved } | Refusable> {
  const { unitId, intoId, wanted, effectiveOn } = change
  const held = await lockChangingUnits(tx, intoId ? [unitId, intoId] : [unitId])
  const unit = held.find(({ id }) => id === unitId)
  if (!unit || unit.mergedIntoId || unit.code !== change.former.code) return "restructuring.stale"
  if (wanted) return rename(tx, { unit, wanted, on: effectiveOn, now })
  const into = held.find(({ id }) => id === intoId)
  if (!into || into.mergedIntoId) return "restructuring.no-receiver"
  return takeUp(tx, { unit, into, on: effectiveOn, now })
}

type Renaming = {
  readonly unit: ChangingUnit
  readonly wanted: UnitName
  readonly on: string
  readonly now: Date
}

async function rename(
  tx: Transaction,
  { unit, wanted, on, now }: Renaming,
): Promise<{ moved: Moved } | Refusable> {
  const { kind } = wanted
  if (!isLocal(kind)) return "restructuring.not-local"
  const holder = await findCodeHolder(tx, wanted.code)
  if (holder && holder !== unit.id) return "restructuring.code-taken"
  const at = placesOf(unit, wanted)
  const { province, district } = await findPlaces(tx, at)
  if (!province || !district) return "restructuring.other-place"
  const above = isUnderDistrict(kind) ? district : province
  const named = { ...wanted, nameShortTh: shortName(kind, wanted.nameTh) }
  const places = [district, province].map(({ nameTh, nameEn }) => `${nameTh} ${nameEn}`)
  await changeUnit(tx, {
    unit,
    on,
    now,
    to: {
      ...named,
      search: searchText(named, places),
      parentId: above.officeId,
      path: `${above.path}${unit.node}/`,
      districtCode: at.district,
    },
  })
  return { moved: {} }
}

type Merger = {
  readonly unit: ChangingUnit
  readonly into: ChangingUnit
  readonly on: string
  readonly now: Date
}

async function takeUp(
  tx: Transaction,
  { unit, into, on, now }: Merger,
): Promise<{ moved: Moved } | Refusable> {
  if (await isBusy(tx, [unit.id, into.id])) return "restructuring.busy"
  const holdings = await findHoldings(tx, unit.id, into.id)
  const move = { from: unit.id, to: into.id, now }
  // its SSO Admins were appointed by a unit that is no more; they go on only where nobody else could
  const hadAdmin = await hasAdmin(tx, into.id, now)
  if (hadAdmin) await endAppointments(tx, move)
  await moveMembers(tx, move)
  await moveWaiting(tx, move)
  await closeRest(tx, move)
  await closeCode(tx, unit.id, on)
  await hangBelow(tx, { from: unit.id, to: into.id, path: into.path, on })
  return { moved: { ...holdings, admins: hadAdmin ? 0 : holdings.admins } }
}
