import "server-only"
import type { IncomingMessage } from "node:http"
import { type BrowserAtDoor, findBrowserAtDoor } from "@/db/queries/oidc-at-door"
import type { Database } from "@/db/types"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { type LiveSession, noteSeen, touchLiveSession } from "@/lib/sessions/live-session"
import { idHashOf } from "./id-hash"
import { cookieOfSession } from "./rules"

/** Who asks the provider something, and what was read with that. */
export type WhoAsks = {
  /** The portal's session of the browser that asks; nothing where a system asks, or nobody is signed in. */
  readonly portal: Pick<LiveSession, "id" | "accountId"> | undefined
  /** The same with what it may do at the portal; not read where a system only sends the browser for a code. */
  readonly session: LiveSession | undefined
  /** What such a browser brings, under the hash of its session of the provider. */
  readonly atDoor?: (BrowserAtDoor & { readonly sessionHash: Buffer }) | undefined
}

/** Nobody who is signed in at the portal, or a system. */
export const nobody: WhoAsks = { portal: undefined, session: undefined }

/**
 * Who sent a request to the provider. A browser that was there before comes with all that decides whether it is given a
 * code at once, so that this is one look at the database and not four.
 *
 * @param token of the portal's session, if the browser has one
 */
export async function whoAsks(
  request: IncomingMessage,
  { db, token, now }: { readonly db: Database; readonly token: string | undefined; readonly now: Date },
): Promise<WhoAsks> {
  if (!token) return nobody
  const at = doorOf(request)
  if (!at) {
    const session = await touchLiveSession(db, token, now)
    return { portal: session, session }
  }
  const tokenHashes = keyedHashes(keyRing(), "session-token", token)
  const found = await findBrowserAtDoor(db, { tokenHashes, ...at }, now)
  if (found?.portal) await noteSeen(db, found.portal, now)
  return { portal: found?.portal, session: undefined, atDoor: found && { ...found, ...at } }
}

/** The session and the client of a browser that a system sends for a code; nothing where it asks for anything else. */
function doorOf({ method, url = "", headers }: IncomingMessage) {
  const [path, query = ""] = url.split(/\?(.*)/s)
  if (method !== "GET" || path !== "/oidc/auth") return undefined
  const clientId = new URLSearchParams(query).get("client_id")
  const name = `${cookieOfSession}=`
  const value = (headers.cookie ?? "").split(/;\s*/).find((pair) => pair.startsWith(name))
  if (!(clientId && value)) return undefined
  return { clientId, sessionHash: idHashOf(value.slice(name.length)) }
}
