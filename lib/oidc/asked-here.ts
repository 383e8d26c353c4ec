import "server-only"
import type { IncomingMessage, ServerResponse } from "node:http"
import type Provider from "oidc-provider"
import { errors } from "oidc-provider"
import type { Asked } from "./asked"
import { browserPair } from "./browser-pair"
import { askedOf } from "./conclude"
import { runningProvider } from "./running"

/** What this browser's request for a system still waits for; nothing where it is over, or another window's. */
export async function askedHere(headers: Headers, uid: string): Promise<Asked | undefined> {
  return await askedAt(await runningProvider(), browserPair(headers), uid)
}

/** The same at a provider that is named. */
export async function askedAt(
  provider: Provider,
  pair: { readonly req: IncomingMessage; readonly res: ServerResponse },
  uid: string,
): Promise<Asked | undefined> {
  try {
    const asked = await askedOf(provider, pair)
    return asked.uid === uid ? asked : undefined
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined
    throw error
  }
}
