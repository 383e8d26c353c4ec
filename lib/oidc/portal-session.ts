import "server-only"
import { AsyncLocalStorage } from "node:async_hooks"
import type { Bearer } from "@/db/queries/oidc-predicates"
import type { ClientAtDoor } from "@/db/queries/oidc-tokens"
import type { LiveSession } from "@/lib/sessions/live-session"

/** One request at the provider: who asks, and what was read for it already, which is read once. */
export type Asking = {
  readonly session: LiveSession | undefined
  readonly requestId: string
  readonly grants: Map<
    string,
    { readonly payload: Record<string, unknown>; readonly bearer: Bearer | undefined }
  >
  readonly clients: Map<string, ClientAtDoor>
  /** The provider's own session as it was found. */
  found?: { readonly idHash: Buffer; readonly payload: Record<string, unknown> }
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
export function withPortalSession<T>(
  session: LiveSession | undefined,
  work: () => T,
  requestId = "unknown",
): T {
  return held.run({ session, requestId, grants: new Map(), clients: new Map() }, work)
}

/** The request at hand; nothing outside of one. */
export function asking(): Asking | undefined {
  return held.getStore()
}

/** Who is signed in at the portal in the browser that asks; nobody where a system asks. */
export function portalSession(): LiveSession | undefined {
  return held.getStore()?.session
}
