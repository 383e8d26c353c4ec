import { applyImport } from "@/lib/imports/apply-import"
import { applyRow } from "@/lib/imports/apply-row"
import { exportUsers } from "@/lib/imports/export-users"
import { grantAccepted } from "@/lib/imports/grant-accepted"
import { judgeImport } from "@/lib/imports/judge-import"
import { undoImport } from "@/lib/imports/undo-import"
import { undoRow } from "@/lib/imports/undo-row"
import type { Actor } from "@/lib/kernel/actor"
import type { attempts } from "./attempt"

const unitCode = "05360204"
const batchId = "00000000-0000-4000-8000-000000000001"

/** Who may try which: what changes anything is for who manages a unit, of which it is asked in the command. */
export function importCells(inCharge: readonly string[]): Record<string, readonly string[]> {
  const changes = ["judge", "apply", "apply-row", "grant-accepted", "undo", "undo-row"]
  return {
    ...Object.fromEntries(changes.map((name) => [`imports.${name}`, inCharge])),
    // who may look at users may take them out, too
    "imports.export": [...inCharge, "auditor"],
  }
}

/** How each command about workbooks is tried, with an input that fits. */
export function importTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  return {
    "imports.judge": (actor) => attempt(judgeImport, actor, { unitCode, file: new Uint8Array([1]) }),
    "imports.apply": (actor) => attempt(applyImport, actor, { unitCode, batchId }),
    "imports.apply-row": (actor) => attempt(applyRow, actor, { rowId: batchId }),
    "imports.grant-accepted": (actor) => attempt(grantAccepted, actor, { rowId: batchId }),
    "imports.undo": (actor) => attempt(undoImport, actor, { unitCode, batchId }),
    "imports.undo-row": (actor) => attempt(undoRow, actor, { rowId: batchId }),
    "imports.export": (actor) => attempt(exportUsers, actor, { unitCode, as: "csv" }),
  }
}
