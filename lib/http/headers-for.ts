import "server-only"
import { type Locale, localeCookie, localeHeader } from "@/lib/i18n/locale"
import { isHttps, securityHeaders } from "./security-headers"

/** The cookie of the chosen language; over https bound to this very host, as all cookies of the portal. */
export const chosenLanguage = isHttps() ? `__Host-${localeCookie}` : localeCookie

/**
 * What pages and handlers are told of a request beside what it says itself, and the headers of its answer. Both hold
 * the nonce of this one answer; Next reads it from the policy that the request is given.
 *
 * @param search with its question mark, or empty
 */
export function headersFor(at: { readonly path: string; readonly search: string; readonly locale: Locale }): {
  readonly told: Readonly<Record<string, string>>
  readonly answer: Readonly<Record<string, string>>
} {
  const nonce = btoa(crypto.randomUUID())
  const answer = securityHeaders({ nonce, path: at.path })
  const told = {
    [localeHeader]: at.locale,
    "x-nonce": nonce,
    "x-path": at.path + at.search,
    "content-security-policy": answer["content-security-policy"] ?? "",
  }
  return { told, answer }
}
