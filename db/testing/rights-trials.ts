import type { Actor } from "@/lib/kernel/actor"
import { askRight } from "@/lib/rights/ask-right"
import { changeRights } from "@/lib/rights/change-rights"
import { decideRequest } from "@/lib/rights/decide-request"
import { settleRights } from "@/lib/rights/settle-rights"
import { withdrawRequest } from "@/lib/rights/withdraw-request"
import type { attempts } from "./attempt"

const id = "00000000-0000-4000-8000-000000000001"
const noDay = { day: "", month: "", year: "" }

/** Who may what about rights: all for themselves, those in charge of a unit there, the portal by itself. */
export function rightsCells(
  signedIn: readonly string[],
  inCharge: readonly string[],
): Record<string, readonly string[]> {
  return {
    "rights.change": inCharge,
    "rights.decide": inCharge,
    "rights.ask": signedIn,
    "rights.withdraw-request": signedIn,
    "rights.settle": [],
  }
}

/** How each command about rights is tried, with an input that fits. */
export function rightsTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  return {
    "rights.change": (actor) =>
      attempt(changeRights, actor, {
        unitCode: "05360204",
        changes: [`grant~${id}~${id}~none`],
        validUntil: noDay,
        orderText: "",
        reason: "",
      }),
    "rights.decide": (actor) =>
      attempt(decideRequest, actor, {
        unitCode: "05360204",
        requestId: id,
        decision: "refuse",
        answer: "x",
        orderText: "",
        validUntil: noDay,
      }),
    "rights.ask": (actor) => attempt(askRight, actor, { membershipId: id, systemRoleId: id, reason: "x" }),
    "rights.withdraw-request": (actor) => attempt(withdrawRequest, actor, { requestId: id }),
    "rights.settle": (actor) => attempt(settleRights, actor, { limit: 1 }),
  }
}
