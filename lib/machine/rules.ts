import type { Actor, ClientActor } from "@/lib/kernel/actor"
import type { MachineScope } from "./schema"

/** Where the API stands, below the portal's origin. */
export const apiPath = "/api/v1"

/** Requests of one client in a minute. */
export const requestsAMinute = 600

/** Days for which entries of the feed are kept. */
export const feedDays = 90

/** Seconds by which two asks for changed units overlap: a change is dated by the beginning of its transaction. */
export const overlap = 5 * 60

/** Who holds a token that opens a part of the API. */
export function canUse(scope: MachineScope) {
  return (actor: Actor): actor is ClientActor => actor.kind === "client" && actor.scopes.includes(scope)
}
