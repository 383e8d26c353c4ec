import "server-only"
import { AsyncLocalStorage } from "node:async_hooks"
import type { LiveSession } from "@/lib/sessions/live-session"

const held = new AsyncLocalStorage<LiveSession | undefined>()

/** Runs the provider for one request of a browser, of whom the portal knows who is signed in there. */
export function withPortalSession<T>(session: LiveSession | undefined, work: () => T): T {
  return held.run(session, work)
}

/** Who is signed in at the portal in the browser that asks; nobody where a system asks. */
export function portalSession(): LiveSession | undefined {
  return held.getStore()
}

/** When the person last proved who he is, in seconds; what `auth_time` says (OpenID Connect Core 1.0 §2). */
export function authTimeOf(session: LiveSession): number {
  const last = session.steppedUpAt ?? session.authenticatedAt
  return Math.floor(last.getTime() / 1000)
}
