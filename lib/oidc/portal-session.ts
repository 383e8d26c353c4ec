import "server-only"
import { AsyncLocalStorage } from "node:async_hooks"
import type { ClientAtDoor } from "@/db/queries/oidc-clients"
import type { Bearer } from "@/db/queries/oidc-predicates"
import type { Presented } from "@/db/queries/oidc-tokens"
import type { LiveSession } from "@/lib/sessions/live-session"
import type { WhoAsks } from "./who-asks"

/** One request at the provider: who asks, and what was read for it already, which is read once. */
export type Asking = WhoAsks & {
  readonly requestId: string
  readonly grants: Map<
    string,
    { readonly payload: Readonly<Record<string, unknown>>; readonly bearer: Bearer | undefined }
  >
  readonly clients: Map<string, ClientAtDoor>
  /** The provider's own session as it was found. */
  found?: { readonly idHash: Buffer; readonly payload: Readonly<Record<string, unknown>> }
  /** The code that was presented, read with the client that presents it. */
  code?: { readonly idHash: Buffer; readonly row: Presented }
  /** What was presented to be used up, which the writing of what it is given for does. */
  usingUp?: { readonly model: string; readonly idHash: Buffer } | undefined
}

// Next bundles this module once for pages and once for what runs before them; one process must still have one storage.
const global = globalThis as { __dlaSsoAsking?: AsyncLocalStorage<Asking> }
global.__dlaSsoAsking ??= new AsyncLocalStorage<Asking>()
const held = global.__dlaSsoAsking

/**
 * Runs the provider for one request of a browser, of whom the portal knows who is signed in there, or of a system.
 *
 * @param requestId under which the audit notes what is given out
 */
export function withPortalSession<T>(who: WhoAsks, work: () => T, requestId = "unknown"): T {
  const { grant, client } = who.atDoor ?? {}
  const grants = new Map(grant ? [[grant.id, grant]] : [])
  const clients = new Map(client ? [[client.id, { row: client, secretHashes: [] }]] : [])
  return held.run({ ...who, requestId, grants, clients }, work)
}

/** The request at hand; nothing outside of one. */
export function asking(): Asking | undefined {
  return held.getStore()
}

/** The session of the portal in the browser that asks; none where a system asks. */
export function portalSession(): WhoAsks["portal"] {
  return held.getStore()?.portal
}

/** The same with what it may do at the portal; none where a system sends a browser for a code. */
export function wholePortalSession(): LiveSession | undefined {
  return held.getStore()?.session
}
