import "server-only"
import { listRolesFor, lockGrants, lockMembers } from "@/db/queries/rights"
import { listHeldWork } from "@/db/queries/rights-grid"
import { insertRequest } from "@/db/queries/rights-requests"
import { bangkokDay } from "@/lib/i18n/dates"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { isConflict, unitBar } from "@/lib/systems/rules"
import { rightsLimits, standingOf } from "./rules"
import { askRightInput } from "./schema"

/** “ขอสิทธิ์”: asks those in charge of one's unit for a role. What could never be granted is not asked for. */
export const askRight = command({
  name: "rights.ask",
  input: askRightInput,
  allow: canBeAccount,
  async run({ tx, actor, now, input }) {
    const { membershipId, systemRoleId, reason } = input
    const seat = actor.seats.find((one) => one.membershipId === membershipId)
    if (!seat) return refused("not-found")
    await lockMembers(tx, [membershipId])
    const [role] = await listRolesFor(tx, { unitId: seat.unitId, roleIds: [systemRoleId] })
    if (!role) return refused("not-found")
    const { unitKind: kind, provinceCode, isNamed } = role
    if (unitBar(role, { kind, provinceCode, isNamed })) return refused("rights.not-for-unit")
    const today = bangkokDay(now)
    const [grant] = await lockGrants(tx, { membershipIds: [membershipId], roleIds: [systemRoleId] })
    if (["active", "suspended"].includes(standingOf(grant, today))) return refused("rights.already-held")
    const at = { accountIds: [actor.accountId], systemCodes: [role.systemCode], today }
    const held = await listHeldWork(tx, at)
    if (!role.allowsConflicts && held.some((work) => isConflict(work, role)))
      return refused("rights.conflict")
    const expiresAt = new Date(now.getTime() + rightsLimits.requestLifetime * 1000)
    const id = await insertRequest(tx, { membershipId, systemRoleId, reason, now, expiresAt })
    if (!id) return refused("rights.already-asked")
    return done({ id }, { subject: id, unit: seat.unitId, detail: { role: systemRoleId } })
  },
})
