import "server-only"
import type { IncomingMessage, ServerResponse } from "node:http"
import { providerDatabase } from "@/db/client"
import { sessionTokenOfRequest } from "@/lib/http/session-of-request"
import { clock } from "@/lib/oidc/running"
import { isSandboxUrl } from "@/lib/oidc/sandbox/sandbox-path"
import { serveOidc } from "@/lib/oidc/serve"
import { nobody, whoAsks } from "@/lib/oidc/who-asks"

/** Answers one request of the OpenID Provider, in the portal or in a process of its own: the two say the same. */
export async function answerOidc(request: IncomingMessage, response: ServerResponse): Promise<void> {
  // at the provider for trying out nobody is ever known
  if (isSandboxUrl(request.url)) return await serveOidc(request, response, nobody)
  const token = await sessionTokenOfRequest(request)
  const who = await whoAsks(request, { db: providerDatabase(), token, now: clock() })
  await serveOidc(request, response, who)
}
