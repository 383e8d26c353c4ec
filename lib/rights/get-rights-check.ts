import "server-only"
import { listGrants, listMembers, listRolesFor } from "@/db/queries/rights"
import { type HeldWork, listHeldWork } from "@/db/queries/rights-grid"
import { canManageSomeUnit, unitToManage } from "@/lib/access/unit-in-sight"
import { bangkokDay } from "@/lib/i18n/dates"
import { found, notShown, read } from "@/lib/kernel/read"
import { isConflict } from "@/lib/systems/rules"
import { type ChangeRefusal, whyNot } from "./apply-changes"
import { grantBar } from "./grant-bar"
import { type GrantChange, readChange, rightsLimits, writeChange } from "./rules"
import { checkInput } from "./schema"

/** The changes chosen in the grid, each with what stands against it, before they are saved. */
export const getRightsCheck = read({
  name: "rights.check",
  input: checkInput,
  allow: canManageSomeUnit,
  async run({ db, actor, now, input }) {
    const unit = await unitToManage(db, actor, { ...input, now })
    if (typeof unit === "string") return notShown()
    const texts = [...new Set(input.changes)]
    const changes = texts.flatMap((text) => readChange(text) ?? [])
    const { code, nameTh, nameEn } = unit
    const about = { unit: { code, nameTh, nameEn }, isTooMany: changes.length > rightsLimits.changes }
    if (changes.length === 0 || about.isTooMany) return found({ ...about, lines: [] })
    const at = {
      membershipIds: changes.map(({ membershipId }) => membershipId),
      roleIds: changes.map(({ systemRoleId }) => systemRoleId),
    }
    const today = bangkokDay(now)
    const [members, roles, grants] = await Promise.all([
      listMembers(db, at.membershipIds),
      listRolesFor(db, { unitId: unit.id, roleIds: at.roleIds }),
      listGrants(db, at),
    ])
    const held = await listHeldWork(db, {
      accountIds: members.map(({ accountId }) => accountId),
      systemCodes: roles.map(({ systemCode }) => systemCode),
      today,
    })
    const lines = await Promise.all(
      changes.map(async (change) => {
        const member = members.find(({ membershipId }) => membershipId === change.membershipId)
        const role = roles.find(({ systemRoleId }) => systemRoleId === change.systemRoleId)
        if (!role || member?.unitId !== unit.id) return undefined
        const grant = grants.find(
          (one) => one.membershipId === change.membershipId && one.systemRoleId === change.systemRoleId,
        )
        const gains = change.act === "withdraw" ? [] : [member.accountId]
        const no =
          whyNot({ change, member, role, grant, today }) ??
          (await grantBar(db, actor, { unit, accountIds: gains })) ??
          (isInConflict({ change, member, role }, { changes, members, roles, held })
            ? "rights.conflict"
            : undefined)
        return {
          text: writeChange(change),
          change,
          name: member.name,
          role,
          validUntil: grant?.validUntil ?? null,
          no,
        }
      }),
    )
    return found({ ...about, lines: lines.filter((line) => line !== undefined) })
  },
})

type Member = Awaited<ReturnType<typeof listMembers>>[number]
type Role = Awaited<ReturnType<typeof listRolesFor>>[number]
type One = { readonly change: GrantChange; readonly member: Member; readonly role: Role }
type All = {
  readonly changes: readonly GrantChange[]
  readonly members: readonly Member[]
  readonly roles: readonly Role[]
  readonly held: readonly HeldWork[]
}

/** Whether the person would, after all the changes, both record and certify there. */
function isInConflict({ change, member, role }: One, { changes, members, roles, held }: All): boolean {
  if (change.act === "withdraw" || role.allowsConflicts) return false
  const isSame = (one: { membershipId: string; systemRoleId: string }, other: GrantChange) =>
    one.membershipId === other.membershipId && one.systemRoleId === other.systemRoleId
  const withdrawn = changes.filter(({ act }) => act === "withdraw")
  const kept = held.filter(
    (work) =>
      work.accountId === member.accountId &&
      work.systemCode === role.systemCode &&
      !withdrawn.some((one) => isSame(work, one)),
  )
  const theirs = members
    .filter(({ accountId }) => accountId === member.accountId)
    .map((one) => one.membershipId)
  const gained = changes
    .filter((one) => one.act !== "withdraw" && theirs.includes(one.membershipId))
    .flatMap((one) => roles.find((each) => each.systemRoleId === one.systemRoleId) ?? [])
    .filter(({ systemCode }) => systemCode === role.systemCode)
  return [...kept, ...gained].some((work) => isConflict(work, role))
}

/** A change with what stands against it. */
export type CheckLine = {
  readonly text: string
  readonly change: GrantChange
  readonly name: string
  readonly role: Role
  readonly validUntil: string | null
  readonly no: ChangeRefusal | "rights.own" | "rights.own-office" | undefined
}
