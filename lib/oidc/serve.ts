import "server-only"
import type { IncomingMessage, ServerResponse } from "node:http"
import { issuer } from "./issuer"
import { withPortalSession } from "./portal-session"
import { running } from "./running"
import { isSandboxUrl, sandboxPath } from "./sandbox/sandbox-path"
import { nobody, type WhoAsks } from "./who-asks"

/**
 * Answers one request of the OpenID Provider, or of the one for trying out below it. The host is always the configured
 * one: what the request calls itself would otherwise reach the addresses that discovery tells (reference: OpenID Connect
 * Discovery 1.0 §4.3).
 */
export async function serveOidc(req: IncomingMessage, res: ServerResponse, who: WhoAsks): Promise<void> {
  const { callback, sandbox } = await running()
  const isSandbox = isSandboxUrl(req.url)
  const { host, protocol, pathname } = new URL(issuer())
  const mount = isSandbox ? sandboxPath : pathname
  const url = (req.url ?? "").slice(mount.length)
  req.url = url.startsWith("/") ? url : `/${url}`
  Object.assign(req, { baseUrl: mount, originalUrl: undefined })
  req.headers.host = host
  req.headers["x-forwarded-host"] = host
  req.headers["x-forwarded-proto"] = protocol.slice(0, -1)
  const requestId = String(req.headers["x-request-id"] ?? "unknown")
  if (isSandbox) await withPortalSession(nobody, () => sandbox.callback(req, res), requestId)
  else await withPortalSession(who, () => callback(req, res), requestId)
}
