import "server-only"
import type { IncomingMessage, ServerResponse } from "node:http"
import { providerDatabase } from "@/db/client"
import { sessionOfRequest } from "@/lib/http/session-of-request"
import { serveOidc } from "@/lib/oidc/serve"

/** Answers one request of the OpenID Provider, in the portal or in a process of its own: the two say the same. */
export async function answerOidc(request: IncomingMessage, response: ServerResponse): Promise<void> {
  await serveOidc(request, response, await sessionOfRequest(request, providerDatabase()))
}
