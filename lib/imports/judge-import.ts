import "server-only"
import { randomUUID } from "node:crypto"
import { setImmediate as othersTurn } from "node:timers/promises"
import { countImportsBy, insertImport } from "@/db/queries/imports"
import { findOwnHash, listKnownOf } from "@/db/queries/imports-known"
import type { Executor } from "@/db/types"
import { canManageSomeUnit, type UnitInSight, unitToManage } from "@/lib/access/unit-in-sight"
import { bangkokDay } from "@/lib/i18n/dates"
import { th } from "@/lib/i18n/th"
import type { AccountActor } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { readSheet } from "@/lib/sheets/read-sheet"
import { type SheetFault, type SheetRow, sheetLimits } from "@/lib/sheets/sheet-lines"
import { columnsOf } from "./headings"
import { judgeRow } from "./judge-row"
import { headingsFor, knownRoles, rolesFor, staffKindNames } from "./judging"
import { type PlannedRow, planRows } from "./plan-rows"
import { sealRow } from "./row-content"
import { importLimits } from "./rules"
import { judgeImportInput } from "./schema"

/**
 * A unit sends in a workbook of users: it is read by a process of its own and judged row by row. Nothing is changed yet;
 * what would be is kept, sealed, for the page that shows it. The file itself is not kept.
 */
export const judgeImport = command({
  name: "imports.judge",
  input: judgeImportInput,
  allow: canManageSomeUnit,
  async prepare({ db, actor, now, input }) {
    const unit = await unitToManage(db, actor, { unitCode: input.unitCode, now })
    if (typeof unit === "string") return refused(unit)
    if (input.file.length > sheetLimits.fileBytes) return refused("imports.too-large")
    const since = new Date(now.getTime() - importLimits.uploadsWindow * 1000)
    if ((await countImportsBy(db, actor.accountId, since)) >= importLimits.uploads)
      return refused("imports.too-many")
    const read = await readSheet(input.file, th.imports.sheetName)
    return read.ok ? read.rows : refused(fileRefusals[read.why])
  },
  async run({ tx, actor, now, input, prepared }) {
    const unit = await unitToManage(tx, actor, { unitCode: input.unitCode, now })
    if (typeof unit === "string") return refused(unit)
    const rows = await planned(tx, { actor, unit, rows: Array.isArray(prepared) ? prepared : [], now })
    if (rows.length === 0) return refused("imports.empty")
    const id = randomUUID()
    const batch = {
      id,
      unitId: unit.id,
      state: "judged" as const,
      uploadedBy: actor.accountId,
      uploadedAt: now,
    }
    const sealed = await eachInTurn(rows, (row) => rowOf(id, row))
    await insertImport(tx, batch, sealed)
    const refusedRows = rows.filter(({ plan }) => plan === "refuse").length
    const detail = { rows: rows.length, refused: refusedRows }
    return done({ id }, { subject: id, unit: unit.id, detail })
  },
})

const fileRefusals = {
  "not-a-workbook": "imports.not-a-workbook",
  "old-format": "imports.old-format",
  macros: "imports.macros",
  "external-links": "imports.external-links",
  "unpacks-too-large": "imports.unpacks-too-large",
  unreadable: "imports.unreadable",
  "wrong-sheet": "imports.wrong-sheet",
  "too-many-rows": "imports.too-many-rows",
  "too-many-columns": "imports.too-many-columns",
  empty: "imports.empty",
} as const satisfies Record<SheetFault, RefusalCode>

type Judged = {
  readonly actor: AccountActor
  readonly unit: UnitInSight
  readonly rows: readonly SheetRow[]
  readonly now: Date
}

async function planned(db: Executor, { actor, unit, rows, now }: Judged): Promise<PlannedRow[]> {
  const [heading, ...others] = rows
  if (!heading) return []
  const roles = await rolesFor(db, unit.id)
  const { columns, faults } = columnsOf(heading, headingsFor(roles))
  if (faults.length > 0) {
    const nobody = { name: "", nationalId: "", nationalIdAt: "", wanted: null, membershipId: null }
    return [{ ...nobody, row: heading.row, plan: "refuse", outcome: "imports.headings", faults }]
  }
  const today = bangkokDay(now)
  const judging = {
    unitCode: unit.code,
    columns,
    staffKinds: staffKindNames(),
    roles: knownRoles(roles),
    today,
  }
  const [people, own] = [
    await listKnownOf(db, { unitId: unit.id, now, today }),
    await findOwnHash(db, actor.accountId),
  ]
  const members = new Map(people.toReversed().map((one) => [one.hash, one]))
  const judged = await eachInTurn(others, (row) => ({ ...judgeRow(row, judging), row: row.row }))
  return planRows(judged, { unitKind: unit.kind, members, ownHash: own?.toString("hex"), today })
}

/** Makes one of each, and lets other requests in between: ten thousand rows take a second of the one thread there is. */
async function eachInTurn<A, B>(all: readonly A[], make: (one: A) => B): Promise<B[]> {
  const made: B[] = []
  for (const [at, one] of all.entries()) {
    if (at % 200 === 199) await othersTurn()
    made.push(make(one))
  }
  return made
}

function rowOf(batchId: string, row: PlannedRow) {
  const id = randomUUID()
  const state = row.plan === "refuse" ? "failed" : row.plan === "same" ? "done" : "waiting"
  return {
    id,
    batchId,
    number: row.row,
    plan: row.plan,
    contentSealed: sealRow(id, row),
    faults: row.faults,
    state,
    outcome: row.outcome,
    membershipId: row.membershipId,
  } as const
}
