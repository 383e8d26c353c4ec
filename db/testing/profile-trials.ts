import type { Actor } from "@/lib/kernel/actor"
import { changeProfile } from "@/lib/profiles/change-profile"
import { confirmProfile } from "@/lib/profiles/confirm-profile"
import { nothingTold } from "@/lib/profiles/rules"
import { carryOutPlanned } from "@/lib/restructuring/carry-out-planned"
import { followMerger } from "@/lib/restructuring/follow-merger"
import { planChange } from "@/lib/restructuring/plan-change"
import { withdrawChange } from "@/lib/restructuring/withdraw-change"
import type { attempts } from "./attempt"
import { merger } from "./restructuring-steps"

const [unitCode, id] = ["05360204", "00000000-0000-4000-8000-000000000001"]

/** Who may try the commands about a unit's data: about their own, or any; which unit is asked in the command. An officer alone changes units. */
export function profileCells(inCharge: readonly string[]): Record<string, readonly string[]> {
  return {
    "profiles.change": inCharge,
    "profiles.confirm": inCharge,
    "restructuring.plan": ["officer"],
    "restructuring.withdraw": ["officer"],
    "restructuring.carry-out": [],
    "restructuring.follow": [],
  }
}

/** How each is tried, with an input that fits. */
export function profileTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  const fields = { ...nothingTold, latitude: "", longitude: "" }
  const wish = merger()
  const plan = { wish, seenCode: unitCode, confirmed: true, tailConfirmed: false }
  return {
    "profiles.change": (actor) => attempt(changeProfile, actor, { unitCode, version: "0", ...fields }),
    "profiles.confirm": (actor) => attempt(confirmProfile, actor, { unitCode, version: "1" }),
    "restructuring.plan": (actor) => attempt(planChange, actor, plan),
    "restructuring.withdraw": (actor) => attempt(withdrawChange, actor, { unitCode, changeId: id }),
    "restructuring.carry-out": (actor) => attempt(carryOutPlanned, actor, { changeId: id }),
    "restructuring.follow": (actor) => attempt(followMerger, actor, { unitId: id }),
  }
}
