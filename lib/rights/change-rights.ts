import "server-only"
import type { Transaction } from "@/db/types"
import { canManageSomeUnit, type UnitInSight, unitToManage } from "@/lib/access/unit-in-sight"
import { bangkokDay } from "@/lib/i18n/dates"
import type { AccountActor } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { applyChanges, type MadeChange } from "./apply-changes"
import { grantBar } from "./grant-bar"
import { changeRightsInput } from "./schema"
import { tellOfChanges } from "./tell-of-changes"

/** Grants, prolongs, withdraws and restores roles of people of a unit, all at once or none of it. */
export const changeRights = command({
  name: "rights.change",
  input: changeRightsInput,
  allow: canManageSomeUnit,
  freshness: "run",
  async run({ tx, actor, now, input }) {
    const unit = await unitToManage(tx, actor, { ...input, now })
    if (typeof unit === "string") return refused(unit)
    if (input.validUntil !== null && input.validUntil < bangkokDay(now)) return refused("rights.until-past")
    const { orderText, reason, validUntil } = input
    const changes = input.changes.map((change) => ({ ...change, validUntil }))
    const made = await applyChanges(tx, {
      unitId: unit.id,
      changes,
      by: actor.accountId,
      orderText,
      reason,
      now,
    })
    if (typeof made === "string") return refused(made)
    const bar = await barOf(tx, actor, unit, made)
    if (bar) return refused(bar)
    await tellOfChanges(tx, { unit, made, reason, now })
    return done({ changed: made.length }, { ...subjectOf(made), unit: unit.id, detail: detailOf(made) })
  },
})

function barOf(tx: Transaction, actor: AccountActor, unit: UnitInSight, made: readonly MadeChange[]) {
  const gaining = made.filter(({ act }) => act !== "withdraw").map(({ member }) => member.accountId)
  return grantBar(tx, actor, { unit, accountIds: gaining })
}

/** An account is the subject of what was done to it alone: it stands in its own activity then. */
function subjectOf(made: readonly MadeChange[]) {
  const [first, ...others] = new Set(made.map(({ member }) => member.accountId))
  return first && others.length === 0 ? { subject: first } : {}
}

/** What was changed, by ids and codes: `grant:INFO:<role>:<membership>`. */
function detailOf(made: readonly MadeChange[]) {
  const each = made.map(({ act, role, member }) =>
    [act, role.systemCode, role.systemRoleId, member.membershipId].join(":"),
  )
  return { count: made.length, changes: each.join(" ") }
}
