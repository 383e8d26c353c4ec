import { inventedNationalId } from "@/db/factories/account"
import { type MadeCell, workbook } from "@/db/factories/workbook"
import { th } from "@/lib/i18n/th"
import { applyImport } from "@/lib/imports/apply-import"
import { judgeImport } from "@/lib/imports/judge-import"
import { importFields } from "@/lib/imports/rules"
import { undoImport } from "@/lib/imports/undo-import"
import { grantAnswered, workImports } from "@/lib/imports/work-imports"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { memberNow } from "./member-steps"
import type { TestDatabase } from "./test-database"

/** The unit of the small tree into which the tests bring users. */
export const importedInto = "05360204"

/** What an answer says: `done`, or the code of its refusal. */
export const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? "done"

const clock = () => memberNow
let nth = 0

/** The cells of the template's headings, with one column of roles. */
export const importTitles = (systemCode: string) => [
  ...importFields.map((field) => th.imports.columns[field]),
  th.imports.systemColumn(systemCode),
]

/** A sound row of somebody new, with other cells in it. */
export function importLine(more: Record<number, MadeCell> = {}): MadeCell[] {
  nth += 1
  const kind = th.members.kinds["local-government"]
  const named = [inventedNationalId(), "นาง", "สมหญิง", "ตัวอย่าง", "นักวิชาการ", kind, ""]
  const cells: MadeCell[] = [...named, `row${nth}@test.example`, "", "ที่ ๑/๒๕๖๙", "", "", "", ""]
  return cells.map((cell, column) => more[column] ?? cell)
}

/** The steps of bringing users in, on a test's own database with the small tree. */
export function importSteps(test: () => TestDatabase, systemCode: string) {
  const at = (actor: AccountActor) => ({ db: test().db, actor, now: memberNow, requestId: "test" })

  /** Sends a workbook of these rows; the id of its batch, or why not. */
  async function judged(lines: readonly MadeCell[][], actor: AccountActor): Promise<string> {
    const file = await workbook(th.imports.sheetName, [importTitles(systemCode), ...lines])
    const input = { unitCode: importedInto, file: new Uint8Array(file) }
    const answer = await execute(judgeImport, at(actor), input)
    return answer.ok ? answer.value.id : answer.refusal.code
  }
  const start = async (batchId: string, actor: AccountActor) =>
    codeOf(await execute(applyImport, at(actor), { unitCode: importedInto, batchId }))
  const undo = async (batchId: string, actor: AccountActor) =>
    codeOf(await execute(undoImport, at(actor), { unitCode: importedInto, batchId }))

  /** Lets the job work until nothing waits. */
  async function worked(turns = 50) {
    for (let turn = 0; turn < turns; turn += 1)
      if ((await workImports(test().db, clock, new Map())) === "idle") break
    await grantAnswered(test().db, clock)
  }

  /** The rows of a batch as they stand. */
  async function rowsOf(batchId: string) {
    const rows = await test().owner`select number, plan, state, outcome, faults, roles_state, offer_id
      from import_rows where batch_id = ${batchId} order by number`
    return rows as unknown as {
      number: number
      plan: string
      state: string
      outcome: string
      faults: unknown
      roles_state: string
      offer_id: string
    }[]
  }
  const stateOfBatch = async (batchId: string) =>
    (await test().owner`select state from import_batches where id = ${batchId}`)[0]?.state
  return { at, judged, start, undo, worked, rowsOf, stateOfBatch }
}
