import "server-only"
import { randomUUID } from "node:crypto"
import { type IncomingMessage, Server, type ServerResponse } from "node:http"
import { env } from "@/lib/env"
import { failurePage } from "./failure-page"
import { parseReturnTo } from "./return-to"

const patched = globalThis as { __dlaSsoExplainsFailures?: true }

/**
 * Gives every request an id, and every unexpected failure a page. Next answers a page that failed with an empty one
 * that only JavaScript could fill, and a handler that failed with nothing at all; both become the page of
 * `failure-page.ts`, which names the request.
 */
export function explainFailures(): void {
  if (patched.__dlaSsoExplainsFailures) return
  patched.__dlaSsoExplainsFailures = true
  const emit = Server.prototype.emit
  Server.prototype.emit = function (event: string | symbol, ...args: unknown[]) {
    if (event === "request") {
      const [request, response] = args as [IncomingMessage, ServerResponse]
      const requestId = requestIdOf(request)
      request.headers["x-request-id"] = requestId
      if (isForReader(request)) replaceFailure(request, response, requestId)
    }
    return Reflect.apply(emit, this, [event, ...args])
  }
}

/** The id that a proxy of ours gave, else a new one: a client's own would stand in the log as if it were ours. */
function requestIdOf(request: IncomingMessage): string {
  const given = env.TRUST_PROXY === "1" ? request.headers["x-request-id"] : undefined
  return typeof given === "string" && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}

/** Not what Next's own script or a probe asks for: those read no page. */
function isForReader(request: IncomingMessage): boolean {
  return request.headers.rsc === undefined && !request.url?.startsWith("/api/health/")
}

/** Keeps back what is written for a 500 and answers with the page instead. Nothing changes for any other status. */
function replaceFailure(request: IncomingMessage, response: ServerResponse, requestId: string): void {
  const original = {
    writeHead: response.writeHead,
    write: response.write,
    end: response.end,
    flushHeaders: response.flushHeaders,
  }
  const isFailure = () => !response.headersSent && response.statusCode === 500 && isUnread(response)
  const passing = (name: keyof typeof original, args: unknown[]) =>
    Reflect.apply(original[name] as (...given: unknown[]) => unknown, response, args)
  const replaced = {
    writeHead(status: number, ...rest: unknown[]) {
      response.statusCode = status
      return isFailure() ? response : passing("writeHead", [status, ...rest])
    },
    flushHeaders: () => (isFailure() ? undefined : passing("flushHeaders", [])),
    write: (...args: unknown[]) => (isFailure() ? true : passing("write", args)),
    end(...args: unknown[]) {
      if (!isFailure()) return passing("end", args)
      for (const name of response.getHeaderNames()) response.removeHeader(name)
      const page = failurePage(requestId, againAt(request))
      passing("writeHead", [500, page.headers])
      return passing("end", [page.html, ...args.filter((arg) => typeof arg === "function")])
    },
  }
  Object.assign(response, replaced)
}

/** Where a second try begins: the page itself, or the page that the form stood on. */
function againAt(request: IncomingMessage): string {
  if (request.method === "GET") return parseReturnTo(request.url) ?? "/"
  const { referer } = request.headers
  if (referer === undefined || !URL.canParse(referer)) return "/"
  const { pathname, search } = new URL(referer)
  return parseReturnTo(pathname + search) ?? "/"
}

/** Data for programs keeps its form, whatever its status. */
function isUnread(response: ServerResponse): boolean {
  const type = String(response.getHeader("content-type") ?? "")
  return type === "" || type.startsWith("text/html") || type.startsWith("text/plain")
}
