import "server-only"
import { type HeldRole as HeldRow, listHeldRoles, listWaysIn, type WayIn } from "@/db/queries/systems"
import { bangkokDay } from "@/lib/i18n/dates"
import { canBeAccount } from "@/lib/kernel/actor"
import { found, read } from "@/lib/kernel/read"
import { isAnnounced, matchesSearch, openingFor, unitBar } from "./rules"
import { launcherInput } from "./schema"

/** The roles that the person holds today, by the one rule of systems: those that match the search, and how many in all. */
export const getLauncher = read({
  name: "systems.launcher",
  input: launcherInput,
  allow: canBeAccount,
  async run({ db, actor, now, input }) {
    const memberships = actor.seats.map((seat) => seat.membershipId)
    const [all, ways] = await Promise.all([listHeldRoles(db, memberships, now), listWaysIn(db, memberships)])
    const held = all
      .filter((role) => matchesSearch(role, input.q))
      .map((role) => shown(role, ways, bangkokDay(now)))
    const total = new Set(all.map((role) => role.systemCode)).size
    return found({ held, total, isEmpty: total === 0 })
  },
})

function shown(role: HeldRow, ways: readonly WayIn[], today: string) {
  const unit = { kind: role.unitKind, provinceCode: role.provinceCode, isNamed: role.isNamed }
  const way = ways.find(({ unitId, systemCode }) => unitId === role.unitId && systemCode === role.systemCode)
  return {
    ...role,
    startUri: way?.startUri,
    openedAt: way?.openedAt ?? undefined,
    bar: unitBar(role, unit),
    opening: openingFor(role.periods, role, today),
    isAnnounced: isAnnounced(role, today),
  }
}

/** A role held, with what stands against its use today. */
export type HeldRole = ReturnType<typeof shown>
