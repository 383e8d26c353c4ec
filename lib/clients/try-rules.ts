import "server-only"

/** What may be wrong with a request of a client, as the console says it; a closed list. */
export const problems = [
  "pkce-missing",
  "pkce-plain",
  "redirect-unknown",
  "response-type",
  "scope-unknown",
  "request-object",
  "prompt",
  "client-unproved",
  "secret-wrong",
  "method-differs",
  "assertion-wrong",
  "code-unknown",
  "code-used",
  "code-late",
  "redirect-differs",
  "verifier-wrong",
  "refresh-over",
  "person-gone",
  "person-refused",
  "sign-in-needed",
  "logout-redirect",
  "other",
] as const

/** One of them. */
export type Problem = (typeof problems)[number]

/** A return address as it may be kept: without what stands in its query, and no longer than an address is. */
export function shownUri(given: string): string {
  const uri = /^[!-~]{1,2000}$/.test(given) ? URL.parse(given) : null
  if (!uri) return "…"
  // as it was sent, not as a parser would write it: the difference may be just there
  const [address = ""] = given.split(/[?#]/)
  return `${address.slice(0, 300)}${uri.search ? "?…" : ""}${uri.hash ? "#…" : ""}`
}

/** How the address that a system named differs from one that is registered. */
export type UriDifference = "scheme" | "host" | "port" | "slash" | "case" | "query" | "path" | "same"

/** In what a given address differs from a registered one, the first difference as people would look for it. */
export function uriDifference(given: string, registered: string): UriDifference {
  if (given === registered) return "same"
  const [a, b] = [URL.parse(given), URL.parse(registered)]
  if (!(a && b)) return "path"
  if (a.hostname !== b.hostname) return "host"
  if (a.protocol !== b.protocol) return "scheme"
  if (a.port !== b.port) return "port"
  if (a.pathname !== b.pathname) {
    if (a.pathname.replace(/\/$/, "") === b.pathname.replace(/\/$/, "")) return "slash"
    return a.pathname.toLowerCase() === b.pathname.toLowerCase() ? "case" : "path"
  }
  return "query"
}

/** The registered address that is most like the given one, and in what they differ. */
export function nearestUri(
  given: string,
  registered: readonly string[],
): { readonly uri: string; readonly differsIn: UriDifference } | undefined {
  const order: readonly UriDifference[] = ["same", "slash", "case", "query", "scheme", "port", "path", "host"]
  return registered
    .map((uri) => ({ uri, differsIn: uriDifference(given, uri) }))
    .toSorted((a, b) => order.indexOf(a.differsIn) - order.indexOf(b.differsIn))[0]
}

const endpointPaths = {
  auth: "/auth",
  par: "/request",
  token: "/token",
  userinfo: "/me",
  logout: "/session/end",
} as const

/** Where a request of a client went, under the portal's origin. */
export function endpointPath(endpoint: keyof typeof endpointPaths, isSandbox: boolean): string {
  return `${isSandbox ? "/oidc/sandbox" : "/oidc"}${endpointPaths[endpoint]}`
}

type Seen = {
  readonly endpoint: string
  readonly outcome: string
  readonly hasState: boolean | null
  readonly hasNonce: boolean | null
}

/** The steps of a sign-in that a system has to get right, in their order. */
export const checks = ["auth", "state", "nonce", "token", "userinfo", "logout"] as const

/** What was seen to be right of late; `state` and `nonce` as the last request had them. */
export function checksSeen(events: readonly Seen[]): Readonly<Record<(typeof checks)[number], boolean>> {
  const right = (endpoint: string) =>
    events.find((event) => event.endpoint === endpoint && event.outcome === "ok")
  const auth = right("auth")
  return {
    auth: auth !== undefined,
    state: auth?.hasState === true,
    nonce: auth?.hasNonce === true,
    token: right("token") !== undefined,
    userinfo: right("userinfo") !== undefined,
    logout: right("logout") !== undefined,
  }
}
