import "server-only"
import type { IncomingMessage, ServerResponse } from "node:http"
import { issuer } from "./issuer"
import { withPortalSession } from "./portal-session"
import { running } from "./running"
import type { WhoAsks } from "./who-asks"

const mount = /^\/oidc(?=[/?]|$)/

/**
 * Answers one request of the OpenID Provider. The host is always the configured one: what the request calls itself
 * would otherwise reach the addresses that discovery tells (reference: OpenID Connect Discovery 1.0 §4.3).
 */
export async function serveOidc(req: IncomingMessage, res: ServerResponse, who: WhoAsks): Promise<void> {
  const { callback } = await running()
  const { host, protocol, pathname } = new URL(issuer())
  req.url = (req.url ?? "").replace(mount, "") || "/"
  Object.assign(req, { baseUrl: pathname, originalUrl: undefined })
  req.headers.host = host
  req.headers["x-forwarded-host"] = host
  req.headers["x-forwarded-proto"] = protocol.slice(0, -1)
  const requestId = String(req.headers["x-request-id"] ?? "unknown")
  await withPortalSession(who, () => callback(req, res), requestId)
}
