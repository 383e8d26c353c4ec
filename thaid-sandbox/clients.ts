import { createHash, timingSafeEqual } from "node:crypto"
import { z } from "zod"
import type { Ask } from "./exchange"
import { scopes } from "./scopes"

/** A registered client. Identifier and secret are opaque texts, used as issued. */
export const client = z.object({
  clientId: z.string().min(1).max(200),
  clientSecret: z.string().min(1).max(200),
  name: z.string().max(100).default(""),
  redirectUris: z.array(z.url()).min(1).max(10),
  scopes: z.array(z.enum(scopes)).min(1),
  apiKey: z.string().max(200).default(""),
})

export type Client = z.infer<typeof client>

/** What a request says about who calls. */
export type Credentials = { readonly clientId: string; readonly clientSecret: string }

/**
 * Client credentials of a request: HTTP Basic, or fields of the body. Basic is standard base64 of
 * `client_id:client_secret` as issued: the service does not undo the form encoding of RFC 6749 §2.3.1.
 */
export function credentialsOf(ask: Ask): Credentials | undefined {
  const basic = /^Basic +([A-Za-z0-9+/]+={0,2}) *$/i.exec(ask.headers.authorization ?? "")?.[1]
  if (basic !== undefined) {
    const text = Buffer.from(basic, "base64").toString("utf8")
    const colon = text.indexOf(":")
    return colon < 0 ? undefined : { clientId: text.slice(0, colon), clientSecret: text.slice(colon + 1) }
  }
  const [clientId, clientSecret] = [ask.form.get("client_id"), ask.form.get("client_secret")]
  return clientId && clientSecret ? { clientId, clientSecret } : undefined
}

const digest = (text: string) => createHash("sha256").update(text).digest()

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other))
}

/** The client whose credentials these are. */
export function authenticated(
  clients: readonly Client[],
  credentials: Credentials | undefined,
): Client | undefined {
  const found = clients.find(({ clientId }) => clientId === credentials?.clientId)
  return found && credentials && isSame(found.clientSecret, credentials.clientSecret) ? found : undefined
}
