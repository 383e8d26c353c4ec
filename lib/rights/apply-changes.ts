import "server-only"
import {
  type CurrentGrant,
  type HeldMember,
  insertGrant,
  listConflicts,
  listRolesFor,
  lockGrants,
  lockMembers,
  markGrant,
  markRequestsGranted,
  type RoleOfSystem,
} from "@/db/queries/rights"
import type { Transaction } from "@/db/types"
import { bangkokDay } from "@/lib/i18n/dates"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { unitBar } from "@/lib/systems/rules"
import { allows, type GrantChange, grantMark, standingOf } from "./rules"

/** Changes of roles in one unit, with what they rest on. */
export type WantedChanges = {
  readonly unitId: string
  /** `seen` is left out where a step changes what nobody looked at: a transfer, an import. */
  readonly changes: readonly (Omit<GrantChange, "seen"> & {
    readonly seen?: string
    readonly validUntil: string | null
  })[]
  /** Who changes them; nobody where the portal does it by itself. */
  readonly by: string | null
  readonly orderText: string
  readonly reason: string
  readonly now: Date
}

/** A change that was made: whose role it is, and how it stands now. */
export type MadeChange = {
  readonly act: GrantChange["act"]
  readonly member: HeldMember
  readonly role: RoleOfSystem
  readonly validUntil: string | null
}

/** Why nothing was changed. */
export type ChangeRefusal = Extract<
  RefusalCode,
  "not-found" | "rights.stale" | "rights.member-gone" | "rights.not-for-unit" | "rights.conflict"
>

/**
 * Step: changes roles of people of one unit, all or none. Whether who asks may do it is asked before; here stand the
 * rules that bind everyone: the unit may use the system, nobody both records and certifies, nothing has changed meanwhile.
 * Waiting requests for what is granted are answered by it. A refusal leaves writes behind: the caller undoes them.
 */
export async function applyChanges(
  tx: Transaction,
  wanted: WantedChanges,
): Promise<readonly MadeChange[] | ChangeRefusal> {
  const { changes, now } = wanted
  const membershipIds = changes.map(({ membershipId }) => membershipId)
  const roleIds = changes.map(({ systemRoleId }) => systemRoleId)
  const members = new Map((await lockMembers(tx, membershipIds)).map((one) => [one.membershipId, one]))
  const roles = new Map(
    (await listRolesFor(tx, { unitId: wanted.unitId, roleIds })).map((one) => [one.systemRoleId, one]),
  )
  const current = await lockGrants(tx, { membershipIds, roleIds })
  const made: MadeChange[] = []
  for (const change of changes) {
    const member = members.get(change.membershipId)
    const role = roles.get(change.systemRoleId)
    if (!role || member?.unitId !== wanted.unitId) return "not-found"
    const grant = current.find(
      (one) => one.membershipId === change.membershipId && one.systemRoleId === change.systemRoleId,
    )
    const no = whyNot({ change, member, role, grant, today: bangkokDay(now) })
    if (no) return no
    const { validUntil } = await write(tx, wanted, change, grant)
    made.push({ act: change.act, member, role, validUntil })
  }
  const gained = made.filter(({ act }) => act !== "withdraw")
  if (gained.length === 0) return made
  const conflicts = await listConflicts(tx, {
    accountIds: gained.map(({ member }) => member.accountId),
    systemCodes: gained.map(({ role }) => role.systemCode),
    today: bangkokDay(now),
  })
  return conflicts.length > 0 ? "rights.conflict" : made
}

type At = {
  readonly change: Omit<WantedChanges["changes"][number], "validUntil">
  readonly member: HeldMember
  readonly role: RoleOfSystem
  readonly grant: CurrentGrant | undefined
  readonly today: string
}

/** What stands against a change by itself, as the rows are. */
export function whyNot({ change, member, role, grant, today }: At): ChangeRefusal | undefined {
  if (change.seen !== undefined && change.seen !== grantMark(grant)) return "rights.stale"
  if (!allows(change.act, standingOf(grant, today))) return "rights.stale"
  if (change.act === "withdraw") return undefined
  const isHere = member.state === "active" && (member.validUntil === null || member.validUntil >= today)
  if (!isHere) return "rights.member-gone"
  const bar = unitBar(role, { kind: role.unitKind, provinceCode: role.provinceCode, isNamed: role.isNamed })
  return bar ? "rights.not-for-unit" : undefined
}

async function write(
  tx: Transaction,
  { by, orderText, reason, now }: WantedChanges,
  change: WantedChanges["changes"][number],
  grant: CurrentGrant | undefined,
): Promise<{ readonly validUntil: string | null }> {
  const { act, membershipId, systemRoleId, validUntil } = change
  const changed = { stateChangedAt: now, stateChangedBy: by }
  if (act === "withdraw" || act === "restore") {
    const to =
      act === "withdraw"
        ? ({ state: "suspended", stateReason: reason } as const)
        : ({ state: "active", stateReason: "" } as const)
    if (grant) await markGrant(tx, grant.id, { ...changed, ...to })
    return { validUntil: grant?.validUntil ?? null }
  }
  const granted = {
    ...changed,
    validUntil,
    orderText,
    grantedBy: by,
    grantedAt: now,
    state: "active" as const,
  }
  if (grant) await markGrant(tx, grant.id, granted)
  else await insertGrant(tx, { membershipId, systemRoleId, ...granted })
  await markRequestsGranted(tx, { membershipId, systemRoleId, by, now })
  return { validUntil }
}
