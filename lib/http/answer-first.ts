import "server-only"
import { type IncomingMessage, Server, type ServerResponse } from "node:http"
import { reportFailure } from "./report-failure"

/** What answers a part of the portal's addresses by Node's own request and answer. */
export type FirstAnswer = {
  /** The path and all below it, such as `/oidc`. */
  readonly under: string
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

const patched = globalThis as { __dlaSsoAnswersFirst?: true }

/**
 * Answers a part of the addresses before Next sees the request: what needs Node's own request and renders nothing gains
 * nothing by Next and pays three times its own work for it (docs/decisions/0031).
 */
export function answerFirst(first: FirstAnswer): void {
  if (patched.__dlaSsoAnswersFirst) return
  patched.__dlaSsoAnswersFirst = true
  const emit = Server.prototype.emit
  Server.prototype.emit = function (event: string | symbol, ...args: unknown[]) {
    const [request, response] = args as [IncomingMessage, ServerResponse]
    if (event !== "request" || !isUnder(first.under, request.url))
      return Reflect.apply(emit, this, [event, ...args])
    void answered(first, request, response)
    return true
  }
}

/** Whether an address is a path or lies below it. */
export function isUnder(path: string, url = "/"): boolean {
  return url.startsWith(path) && ["/", "?", ""].includes(url.charAt(path.length))
}

/** Answers one request; what fails is on the log, and the reader gets its page by `explainFailures`. */
export async function answered(
  { under, answer }: FirstAnswer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await answer(request, response)
  } catch (error) {
    const requestId = String(request.headers["x-request-id"] ?? "unknown")
    reportFailure({ error, requestId, method: request.method ?? "", route: under })
    if (response.headersSent) response.destroy()
    else response.writeHead(500).end()
  }
}
