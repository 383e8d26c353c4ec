import "server-only"
import { type HeldRole, listHeldRoles } from "@/db/queries/systems"
import { canBeAccount } from "@/lib/kernel/actor"
import { found, read } from "@/lib/kernel/read"
import { matchesSearch } from "./rules"
import { launcherInput } from "./schema"

export type { HeldRole }

/** The roles that the person holds today: those that match the search, and how many systems there are in all. */
export const getLauncher = read({
  name: "systems.launcher",
  input: launcherInput,
  allow: canBeAccount,
  async run({ db, actor, now, input }) {
    const memberships = actor.seats.map((seat) => seat.membershipId)
    const all = await listHeldRoles(db, memberships, now)
    const held = all.filter((role) => matchesSearch(role, input.q))
    const total = new Set(all.map((role) => role.systemCode)).size
    return found({ held, total, isEmpty: total === 0 })
  },
})
