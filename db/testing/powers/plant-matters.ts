import { sealRow } from "@/lib/imports/row-content"
import { daysOff, treeSystem, type World } from "./world"

/** Adds rows to a table. */
export type Add = (table: string, rows: readonly Record<string, unknown>[]) => Promise<void>

/** Puts into the database what happens in a tree: who looks after which unit, what waits where. */
export async function plantMatters(add: Add, world: World, unitId: (code: string) => string): Promise<void> {
  const [someone] = world.people
  const by = someone?.id ?? ""
  await add(
    "caretakers",
    world.cares.map(({ unit, office, reason, endsAt, isEnded, isRenewed }) => ({
      unit_id: unitId(unit),
      office_id: unitId(office),
      reason,
      begun_by: by,
      begun_at: daysOff(-10),
      ends_at: endsAt,
      renewed_at: isRenewed ? daysOff(-2) : null,
      ended_at: isEnded ? daysOff(-1) : null,
    })),
  )
  await add(
    "membership_offers",
    world.offers.map((offer) => offerRow(offer, unitId(offer.unit), by)),
  )
  await add(
    "import_batches",
    world.batches.map(({ id, unit, state }) => {
      return { id, unit_id: unitId(unit), state, uploaded_by: by, uploaded_at: daysOff(-1) }
    }),
  )
  await add(
    "import_rows",
    world.batches.map(({ id, row, state }) => ({
      id: row,
      batch_id: id,
      number: 2,
      plan: "create",
      content_sealed: sealRow(row, { name: "", nationalId: "", wanted: null }),
      faults: "[]",
      state: state === "applied" || state === "undoing" ? "done" : "waiting",
    })),
  )
  await add(
    "rights_requests",
    world.requests.map(({ id, membership, hasWaited }) => ({
      id,
      membership_id: membership,
      system_role_id: treeSystem.asked,
      reason: "งาน",
      state: "waiting",
      asked_at: daysOff(hasWaited ? -14 : -0.05),
      expires_at: daysOff(10),
    })),
  )
  await add(
    "transfers",
    world.transfers.map((one) => transferRow(one, unitId)),
  )
  await add(
    "successors",
    world.successors.map(({ unit, membership }) => {
      return { unit_id: unitId(unit), membership_id: membership, named_by: by, named_at: daysOff(-1) }
    }),
  )
}

const offerRow = ({ id, to }: World["offers"][number], unit: string, by: string) => ({
  id,
  unit_id: unit,
  account_id: to,
  is_new_account: false,
  title_th: "นาย",
  given_name_th: "คนใน",
  family_name_th: "ต้นไม้",
  email: "typed@test.example",
  post: "เจ้าหน้าที่",
  staff_kind: "local-government",
  order_text: "ที่ 1/2569",
  valid_from: "2026-11-01",
  state: "open",
  offered_by: by,
  offered_at: daysOff(-1),
  expires_at: daysOff(10),
})

const transferRow = (one: World["transfers"][number], unitId: (code: string) => string) => ({
  id: one.id,
  account_id: one.of,
  from_membership_id: one.membership,
  from_unit_id: unitId(one.from),
  to_unit_id: unitId(one.to),
  post: "เจ้าหน้าที่",
  staff_kind: "local-government",
  order_text: "ที่ 2/2569",
  effective_on: "2026-12-01",
  state: "open",
  opened_by: one.openedBy,
  opened_at: daysOff(-1),
  expires_at: daysOff(20),
  from_signed_by: one.openedBy,
  from_signed_at: daysOff(-1),
})
