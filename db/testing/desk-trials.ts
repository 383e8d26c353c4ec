import { claimCase } from "@/lib/desk/claim-case"
import { claimNext } from "@/lib/desk/claim-next"
import { decideCase } from "@/lib/desk/decide-case"
import { releaseCase } from "@/lib/desk/release-case"
import { reopenCase } from "@/lib/desk/reopen-case"
import { settleDecision } from "@/lib/desk/settle-decision"
import { undoDecision } from "@/lib/desk/undo-decision"
import { viewCase } from "@/lib/desk/view-case"
import type { Actor } from "@/lib/kernel/actor"
import type { attempts } from "./attempt"

const number = "R-0000-0000"
const decision = {
  number,
  version: 1,
  outcome: "approve",
  reasons: [],
  fields: [],
  note: "",
  excluded: [],
  documents: [],
}

/** Commands of the desk for those who may decide about some unit; about which, the command asks. */
const deciding = [
  "desk.claim",
  "desk.claim-next",
  "desk.decide",
  "desk.release",
  "desk.reopen",
  "desk.undo",
] as const

/** Who may, by command of the desk: the auditor looks and does nothing; what is carried out, the portal does by itself. */
export function deskCells(inCharge: readonly string[]): Record<string, readonly string[]> {
  return {
    ...Object.fromEntries(deciding.map((name) => [name, inCharge])),
    "desk.view": [...inCharge, "auditor"],
    "desk.settle": [],
  }
}

/** How each command of the desk is tried, with an input that fits. */
export function deskTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  return {
    "desk.claim": (actor) => attempt(claimCase, actor, { number }),
    "desk.claim-next": (actor) => attempt(claimNext, actor, { q: "" }),
    "desk.decide": (actor) => attempt(decideCase, actor, decision),
    "desk.release": (actor) => attempt(releaseCase, actor, {}),
    "desk.reopen": (actor) => attempt(reopenCase, actor, { number, note: "x" }),
    "desk.settle": (actor) =>
      attempt(settleDecision, actor, { decisionId: "00000000-0000-4000-8000-000000000001" }),
    "desk.undo": (actor) => attempt(undoDecision, actor, { number }),
    "desk.view": (actor) => attempt(viewCase, actor, { number }),
  }
}
