import type { Actor } from "@/lib/kernel/actor"
import { changeProfile } from "@/lib/profiles/change-profile"
import { confirmProfile } from "@/lib/profiles/confirm-profile"
import { nothingTold } from "@/lib/profiles/rules"
import type { attempts } from "./attempt"

const unitCode = "05360204"

/** Who may try the commands about a unit's data: about their own, or any; which unit is asked in the command. */
export function profileCells(inCharge: readonly string[]): Record<string, readonly string[]> {
  return { "profiles.change": inCharge, "profiles.confirm": inCharge }
}

/** How each is tried, with an input that fits. */
export function profileTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  const fields = { ...nothingTold, latitude: "", longitude: "" }
  return {
    "profiles.change": (actor) => attempt(changeProfile, actor, { unitCode, version: "0", ...fields }),
    "profiles.confirm": (actor) => attempt(confirmProfile, actor, { unitCode, version: "1" }),
  }
}
