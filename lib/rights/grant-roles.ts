import "server-only"
import type { Transaction } from "@/db/types"
import { applyChanges, type ChangeRefusal } from "./apply-changes"

/** Roles that a membership is to have, each with its last day. */
export type WantedRoles = {
  readonly unitId: string
  readonly membershipId: string
  readonly roles: readonly { readonly systemRoleId: string; readonly validUntil: string | null }[]
  readonly by: string | null
  readonly orderText: string
  readonly now: Date
}

/**
 * Step: gives a membership these roles, for rooms that bring a person and his rights at once (a transfer, an import). The
 * rules of granting hold; why not is the caller's to undo and tell. Who may grant to whom was asked by the caller (`grantBar`).
 */
export async function grantRoles(
  tx: Transaction,
  { unitId, membershipId, roles, by, orderText, now }: WantedRoles,
): Promise<ChangeRefusal | undefined> {
  if (roles.length === 0) return undefined
  const changes = roles.map((role) => ({ act: "grant" as const, membershipId, ...role }))
  const made = await applyChanges(tx, { unitId, changes, by, orderText, reason: "", now })
  return typeof made === "string" ? made : undefined
}
