import "server-only"
import type { IncomingMessage } from "node:http"
import { cookieNames } from "./cookies"
import { sessionTokenOf } from "./session-cookie"

/** The session token that the browser of one of Node's own requests carries; what it is worth, its row says. */
export async function sessionTokenOfRequest(req: IncomingMessage): Promise<string | undefined> {
  const pairs = (req.headers.cookie ?? "").split(/;\s*/)
  const name = `${cookieNames.session}=`
  const value = pairs.find((pair) => pair.startsWith(name))?.slice(name.length)
  return await sessionTokenOf(value && decodeURIComponent(value))
}
