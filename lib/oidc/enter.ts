import "server-only"
import type { LiveSession } from "@/lib/sessions/live-session"
import { browserPair } from "./browser-pair"
import { type Asked, goBack, goOn, newGrant } from "./conclude"
import { runningProvider } from "./running"

/** Makes the grant that the way in rests on. */
export async function grantFor(asked: Asked, accountId: string): Promise<string> {
  return await newGrant(await runningProvider(), asked, accountId)
}

/** The address by which the browser goes on to the system, signed in there. */
export async function wayIn(headers: Headers, session: LiveSession, grantId: string): Promise<string> {
  return await goOn(await runningProvider(), browserPair(headers), { session, grantId })
}

/** The address by which the browser goes back to the system, which learns that nobody came in. */
export async function wayBack(headers: Headers): Promise<string> {
  return await goBack(await runningProvider(), browserPair(headers))
}
