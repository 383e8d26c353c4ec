import "server-only"
import type { IncomingMessage, ServerResponse } from "node:http"
import { providerDatabase } from "@/db/client"
import { sessionTokenOfRequest } from "@/lib/http/session-of-request"
import { clock } from "@/lib/oidc/running"
import { serveOidc } from "@/lib/oidc/serve"
import { whoAsks } from "@/lib/oidc/who-asks"

/** Answers one request of the OpenID Provider, in the portal or in a process of its own: the two say the same. */
export async function answerOidc(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const token = await sessionTokenOfRequest(request)
  const who = await whoAsks(request, { db: providerDatabase(), token, now: clock() })
  await serveOidc(request, response, who)
}
