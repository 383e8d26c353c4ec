import "server-only"
import { randomUUID } from "node:crypto"
import {
  listAnsweredRows,
  listRowsToDo,
  listWorkingImports,
  markImportRow,
  settleImportRow,
  settleImports,
} from "@/db/queries/imports-work"
import type { Database } from "@/db/types"
import { execute } from "@/lib/kernel/execute"
import type { Result } from "@/lib/kernel/outcome"
import { log } from "@/lib/log"
import { actingAs } from "@/lib/sessions/acting-as"
import { applyRow } from "./apply-row"
import { grantAccepted } from "./grant-accepted"
import { undoRow } from "./undo-row"

/** Rows of one batch that a turn works on, so that several batches go on side by side. */
const atOnce = 25
/** Rows in hand at once: most of a row's time is spent waiting for the database. */
const lanes = 2
/** After so many failures of one row in this process it is given up, and told. */
const patience = 3

type Failures = Map<string, number>

/**
 * Works on a few rows of each batch that is applied or undone, each in a transaction of its own, in the name of who had it
 * done. Instances share the rows: one that another holds is passed over. Says whether more wait.
 */
export async function workImports(
  db: Database,
  clock: () => Date,
  failures: Failures,
): Promise<"more" | "idle"> {
  let worked = 0
  for (const batch of await listWorkingImports(db)) {
    const by = { accountId: batch.actingBy ?? "", sessionId: batch.actingSession ?? "" }
    const rows = await listRowsToDo(db, batch, atOnce)
    const isUndoing = batch.state === "undoing"
    await inLanes(rows, (rowId) => workRow({ db, clock, failures }, { rowId, isUndoing, ...by }))
    worked += rows.length
    log.info({ batchId: batch.id, state: batch.state, rows: rows.length }, "imports: rows settled")
  }
  await settleImports(db, clock())
  return worked > 0 ? "more" : "idle"
}

/** Does all of it, some side by side. Trouble in one is told when nothing is in hand any more. */
async function inLanes(rows: readonly string[], work: (rowId: string) => Promise<void>): Promise<void> {
  const queue = [...rows]
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next)
  }
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane))
  for (const one of ended) if (one.status === "rejected") throw one.reason
}

type At = { readonly db: Database; readonly clock: () => Date; readonly failures: Failures }
type Work = { readonly rowId: string; readonly accountId: string; readonly sessionId: string }

async function workRow({ db, clock, failures }: At, work: Work & { readonly isUndoing: boolean }) {
  const { rowId, isUndoing } = work
  const now = clock()
  const giveUp = (outcome: string) =>
    settleImportRow(db, rowId, { state: isUndoing ? "kept" : "failed", outcome, now })
  try {
    const result = await runRow(db, now, isUndoing ? undoRow : applyRow, work)
    if (!result.ok && result.refusal.code === "forbidden") await giveUp("access.not-yours")
    failures.delete(rowId)
  } catch (thrown) {
    const count = (failures.get(rowId) ?? 0) + 1
    failures.set(rowId, count)
    if (count < patience) throw thrown
    failures.delete(rowId)
    await giveUp("imports.row-broken")
  }
}

/** Gives the roles of rows whose people have answered since. */
export async function grantAnswered(db: Database, clock: () => Date): Promise<void> {
  for (const { id, by, session } of await listAnsweredRows(db, atOnce)) {
    const work = { rowId: id, accountId: by, sessionId: session }
    const result = await runRow(db, clock(), grantAccepted, work)
    if (!result.ok && result.refusal.code === "forbidden")
      await markImportRow(db, id, { rolesState: "failed", outcome: "access.not-yours" })
  }
}

async function runRow(
  db: Database,
  now: Date,
  command: typeof applyRow | typeof undoRow | typeof grantAccepted,
  work: Work,
): Promise<Result<object>> {
  const actor = await actingAs(db, { ...work, now })
  return execute(command, { db, actor, now, requestId: randomUUID() }, { rowId: work.rowId })
}
