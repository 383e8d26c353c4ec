import "server-only"
import type { IncomingMessage } from "node:http"
import { database } from "@/db/client"
import type { Database } from "@/db/types"
import { type LiveSession, touchLiveSession } from "@/lib/sessions/live-session"
import { cookieNames } from "./cookies"
import { sessionTokenOf } from "./session-cookie"

/** Who is signed in in the browser that sent one of Node's own requests; being asked is activity. */
export async function sessionOfRequest(
  req: IncomingMessage,
  db: Database = database(),
): Promise<LiveSession | undefined> {
  const pairs = (req.headers.cookie ?? "").split(/;\s*/)
  const name = `${cookieNames.session}=`
  const value = pairs.find((pair) => pair.startsWith(name))?.slice(name.length)
  const token = await sessionTokenOf(value && decodeURIComponent(value))
  return token ? touchLiveSession(db, token, new Date()) : undefined
}
