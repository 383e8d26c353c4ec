import "server-only"
import { listHeldRoles } from "@/db/queries/systems"
import type { RoleAtDoor } from "@/db/queries/systems-predicates"
import type { Executor } from "@/db/types"
import { bangkokDay } from "@/lib/i18n/dates"
import { type SystemAnswer, systemAnswer } from "./rules"

/** What somebody may do in one system today: the keys of the roles that open it, and what stands against the others. */
export type RolesAtDoor = {
  readonly open: readonly string[]
  readonly barred: readonly Exclude<SystemAnswer, { is: "open" }>[]
}

/** Step: the one rule of systems, asked at the door of one of them for one membership. */
export async function rolesAtDoor(
  db: Executor,
  at: { readonly membershipId: string; readonly systemCode: string },
  now: Date,
): Promise<RolesAtDoor> {
  const held = await listHeldRoles(db, [at.membershipId], now)
  return answersAtDoor(
    held.filter(({ systemCode }) => systemCode === at.systemCode),
    now,
  )
}

/** The same for roles that somebody is known to hold in one system. */
export function answersAtDoor(held: readonly RoleAtDoor[], now: Date): RolesAtDoor {
  const answers = held.map((role) => {
    const unit = { kind: role.unitKind, provinceCode: role.provinceCode, isNamed: role.isNamed }
    return { key: role.roleKey, answer: systemAnswer(role, unit, role, bangkokDay(now)) }
  })
  return {
    open: answers.flatMap(({ key, answer }) => (answer.is === "open" ? [key] : [])),
    barred: answers.flatMap(({ answer }) => (answer.is === "open" ? [] : [answer])),
  }
}
