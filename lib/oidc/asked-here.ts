import "server-only"
import { errors } from "oidc-provider"
import type { Asked } from "./asked"
import { browserPair } from "./browser-pair"
import { askedOf } from "./conclude"
import { runningProvider } from "./running"

/** What this browser's request for a system still waits for; nothing where it is over, or another window's. */
export async function askedHere(headers: Headers, uid: string): Promise<Asked | undefined> {
  try {
    const asked = await askedOf(await runningProvider(), browserPair(headers))
    return asked.uid === uid ? asked : undefined
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined
    throw error
  }
}
