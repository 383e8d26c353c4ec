import "server-only"
import { type IncomingMessage, Server } from "node:http"

const patched = globalThis as { __dlaSsoTrustsPeerOnly?: true }

/**
 * Next keeps an `X-Forwarded-For` that a client made up and then knows the peer's address no more. Where no proxy of
 * ours stands in front, this replaces the header by the peer's address before Next sees the request.
 */
export function trustOnlyThePeer(): void {
  if (patched.__dlaSsoTrustsPeerOnly) return
  patched.__dlaSsoTrustsPeerOnly = true
  const emit = Server.prototype.emit
  Server.prototype.emit = function (event: string | symbol, ...args: unknown[]) {
    if (event === "request") withPeerAddress(args[0] as IncomingMessage)
    return Reflect.apply(emit, this, [event, ...args])
  }
}

function withPeerAddress(request: IncomingMessage): void {
  for (const header of ["forwarded", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"])
    delete request.headers[header]
  request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? ""
}
