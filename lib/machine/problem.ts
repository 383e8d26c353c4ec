import "server-only"

/** Every way in which the API says no, with its status and title (RFC 9457 §3). */
const problems = {
  "no-token": [401, "A bearer token is needed"],
  "invalid-token": [401, "The token is unknown, over, or not for this API"],
  "insufficient-scope": [403, "The token lacks the scope for this"],
  invalid: [400, "A parameter is wrong"],
  "not-found": [404, "There is no such thing"],
  "cursor-too-old": [410, "Entries after this cursor are no longer kept"],
  "too-many-requests": [429, "Too many requests in this minute"],
  failed: [500, "Something went wrong here"],
} as const

/** One of them. */
export type ProblemKind = keyof typeof problems

/** More than its kind says. */
type More = {
  readonly detail?: string
  readonly fields?: Readonly<Record<string, string>>
  readonly requestId?: string
}

/** An answer that says why there is none. Nothing of the request stands in it but the names of parameters. */
export function problem(
  kind: ProblemKind,
  more: More = {},
  headers: Readonly<Record<string, string>> = {},
): Response {
  const [status, title] = problems[kind]
  const body = { type: `urn:dla:problem:${kind}`, title, status, ...more }
  return Response.json(body, {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  })
}

/** The answer where the fault is the portal's. */
export function failed(requestId: string): Response {
  return problem("failed", { requestId })
}
