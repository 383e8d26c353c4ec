import "server-only"
import type { Actor } from "@/lib/kernel/actor"

/** Paths of the units where the actor is SSO Admin; he reaches their subtrees. */
export function reachedPaths(actor: Actor): string[] {
  return actor.kind === "account" ? actor.seats.filter((seat) => seat.isAdmin).map((seat) => seat.path) : []
}

/**
 * Whether a unit stands within an actor's reach: in the subtree of a unit where he is SSO Admin; the Department's roles
 * and the portal itself reach all. `withinReach` in db/queries/access.ts is the same rule for lists, and a test holds
 * the two together. Reach says what may be listed; what may be done there is `may`.
 */
export function isWithinReach(actor: Actor, unitPath: string): boolean {
  if (actor.kind === "visitor" || actor.kind === "client") return false
  if (actor.kind === "system" || actor.roles.length > 0) return true
  return reachedPaths(actor).some((path) => unitPath.startsWith(path))
}
