import "server-only"
import { endLapsedMembership, findCurrentMembership, insertMembership } from "@/db/queries/memberships"
import type { staffKinds } from "@/db/schema/access"
import type { Transaction } from "@/db/types"

/** The membership that there has to be. Post, staff kind and first day count for a new one only. */
export type WantedMembership = {
  readonly accountId: string
  readonly unitId: string
  readonly post: string
  readonly staffKind: (typeof staffKinds)[number]
  /** Of the office, public for SSO Admins; empty or null where none is given. */
  readonly officeTelephone: string | null
  /** The date in Bangkok, `2026-11-21`. */
  readonly today: string
}

/** `isNew`: it came into being by this call. A `suspended` one stays so: whoever suspended it takes that back. */
export type EnsuredMembership = {
  readonly membershipId: string
  readonly isNew: boolean
  readonly state: "active" | "suspended"
}

/**
 * Step: the membership of an account in a unit. One that is there stays as it is, but for a telephone that it lacked; one
 * whose last day is over gives way to a new one. The caller holds the account (`ensureAccount`).
 */
export async function ensureMembership(
  tx: Transaction,
  wanted: WantedMembership,
): Promise<EnsuredMembership> {
  const row = { ...wanted, officeTelephone: wanted.officeTelephone || null }
  await endLapsedMembership(tx, row)
  const membershipId = await insertMembership(tx, row)
  if (membershipId) return { membershipId, isNew: true, state: "active" }
  const known = await findCurrentMembership(tx, row)
  if (!known) throw new Error("a membership can neither be made nor found")
  return { ...known, isNew: false }
}
