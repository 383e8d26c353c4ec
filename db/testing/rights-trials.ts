import type { Actor } from "@/lib/kernel/actor"
import { changeRights } from "@/lib/rights/change-rights"
import { settleRights } from "@/lib/rights/settle-rights"
import type { attempts } from "./attempt"

const id = "00000000-0000-4000-8000-000000000001"
const noDay = { day: "", month: "", year: "" }

/** Commands about other people's rights; which unit is asked in the command. */
export const rightsInCharge = ["rights.change"] as const

/** What the portal alone does, by itself. */
export const rightsByItself = ["rights.settle"] as const

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
    "rights.settle": (actor) => attempt(settleRights, actor, { limit: 1 }),
  }
}
