import type { IncomingHttpHeaders } from "node:http"

/** A request as the handlers see it: read, measured and split. */
export type Ask = {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  /** Fields of a form body; empty when there is none. */
  readonly form: URLSearchParams
  /** A JSON body; undefined when there is none. */
  readonly json: unknown
  readonly headers: IncomingHttpHeaders
}

/** What goes back, and what befalls it on the way. */
export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
  readonly delaySeconds?: number
  /** Names of the faults inside, for the journal. */
  readonly struck?: readonly string[]
  /** The connection ends without an answer. */
  readonly isDropped?: boolean
}

const plain = { "cache-control": "no-store" }

/** A JSON answer that nobody may keep. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  const type = { "content-type": "application/json; charset=utf-8" }
  return { status, headers: { ...plain, ...type, ...headers }, body: JSON.stringify(value) }
}

/** A page. */
export function page(status: number, body: { readonly text: string }, headers: Record<string, string> = {}) {
  const type = { "content-type": "text/html; charset=utf-8" }
  return { status, headers: { ...plain, ...type, ...headers }, body: body.text } satisfies Answer
}

/** A redirect: 302 as the service answers, 303 after a form. */
export function redirect(location: string, status: 302 | 303 = 302): Answer {
  return { status, headers: { ...plain, location }, body: "" }
}
