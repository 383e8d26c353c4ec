import { beginCare } from "@/lib/caretakers/begin-care"
import { endCare } from "@/lib/caretakers/end-care"
import { lapseCare } from "@/lib/caretakers/lapse-care"
import { renewCare } from "@/lib/caretakers/renew-care"
import type { Actor } from "@/lib/kernel/actor"
import { nameSuccessor } from "@/lib/oversight/name-successor"
import { removeSuccessor } from "@/lib/oversight/remove-successor"
import type { attempts } from "./attempt"
import { profileCells, profileTrials } from "./profile-trials"

const [unitCode, unitId] = ["05360204", "00000000-0000-4000-8000-000000000001"]

/** Which commands carry out what is done with a unit's data and with the unit itself. */
export const unitDataCommands = {
  "unit-data.edit": ["profiles.change", "profiles.confirm"],
  "units.change": ["restructuring.plan", "restructuring.withdraw"],
}

/** Who may try the commands about caretakers, successors and a unit's data; which unit is asked in the command. The portal alone lets one lapse. */
export function caretakerCells(inCharge: readonly string[]): Record<string, readonly string[]> {
  const sees = [...inCharge, "auditor"]
  return {
    ...profileCells(inCharge),
    "caretakers.begin": sees,
    "caretakers.renew": sees,
    "caretakers.end": inCharge,
    "caretakers.lapse": [],
    "oversight.name-successor": inCharge,
    "oversight.remove-successor": inCharge,
  }
}

/** How each is tried, with an input that fits. */
export function caretakerTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  return {
    ...profileTrials(attempt),
    "caretakers.begin": (actor) => attempt(beginCare, actor, { unitCode, confirmed: true }),
    "caretakers.renew": (actor) => attempt(renewCare, actor, { unitCode }),
    "caretakers.end": (actor) => attempt(endCare, actor, { unitCode }),
    "oversight.name-successor": (actor) => attempt(nameSuccessor, actor, { unitCode, membershipId: unitId }),
    "oversight.remove-successor": (actor) => attempt(removeSuccessor, actor, { unitCode }),
    "caretakers.lapse": (actor) => attempt(lapseCare, actor, { unitId }),
  }
}
