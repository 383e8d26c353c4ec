/** Scopes that the console offers beside `openid`, which every client has. */
export const offeredScopes = ["profile", "email", "unit", "roles", "offline_access", "nid"] as const

/** Limits of clients; times in seconds. */
export const clientLimits = {
  uris: 10,
  uriLength: 300,
  keys: 5,
  /** Most rows of requests kept of one client, and for how long. */
  events: 60,
  eventsKept: 30 * 24 * 60 * 60,
  /** Secrets valid at once: one replaces the other. */
  secrets: 2,
  /** Days at most that the older secret stays valid beside the new one. */
  secretOverlap: 90,
  /** Sign-outs on a page of their report. */
  signOuts: 50,
  /** Seconds for which a system is told anew of a sign-out that it did not confirm. */
  toldAgainFor: 24 * 60 * 60,
} as const

const loopbacks = ["127.0.0.1", "[::1]", "localhost"]

/** Why an address can't be one of a client. */
export type UriFault =
  | "uriWrong"
  | "uriFragment"
  | "uriWildcard"
  | "uriHttps"
  | "uriCredentials"
  | "uriTooLong"

/**
 * What is wrong with an address as a client names it; nothing where it is good. Addresses are compared letter by letter
 * (RFC 9700 §2.1), so one that a parser would write otherwise is refused too.
 *
 * @param onLoopback whether `http` on the machine itself will do, as it does while a system is being built
 */
export function uriFault(text: string, onLoopback: boolean): UriFault | undefined {
  if (text.length > clientLimits.uriLength) return "uriTooLong"
  if (text.includes("#")) return "uriFragment"
  if (text.includes("*")) return "uriWildcard"
  if (!/^[!-~]+$/.test(text)) return "uriWrong"
  const uri = URL.parse(text)
  if (!uri) return "uriWrong"
  if (uri.username !== "" || uri.password !== "") return "uriCredentials"
  const isWritten = uri.href === text || uri.href === `${text}/`
  if (uri.protocol === "http:" && onLoopback && loopbacks.includes(uri.hostname))
    return isWritten ? undefined : "uriWrong"
  if (uri.protocol !== "https:") return "uriHttps"
  return isWritten ? undefined : "uriWrong"
}
