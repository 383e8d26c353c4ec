import "server-only"
import { lockRegistration, type Registration } from "@/db/queries/registration"
import type { Transaction } from "@/db/types"
import { type Refused, refused } from "@/lib/kernel/outcome"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { registrationTokenHashes } from "./hashes"
import { isAllowed } from "./rules"

/** Why a browser can't fill in a request, or nothing where it can. */
export function requestShut(registration: Registration | undefined, now: Date): RefusalCode | undefined {
  if (!registration) return "registration.gone"
  if (!isAllowed("edit", registration.state)) return "registration.closed"
  return registration.expiresAt <= now ? "registration.expired" : undefined
}

/**
 * Step: the request that a browser fills in, held. A version that is not the present one was seen before somebody, mostly
 * another tab, saved.
 */
export async function openRequest(
  tx: Transaction,
  at: { readonly registration: string; readonly version?: number; readonly now: Date },
): Promise<Registration | Refused> {
  const row = await lockRegistration(tx, { tokenHashes: registrationTokenHashes(at.registration) })
  const shut = requestShut(row, at.now)
  if (shut || !row) return refused(shut ?? "registration.gone")
  return at.version === undefined || at.version === row.version ? row : refused("registration.stale")
}
