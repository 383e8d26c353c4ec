import type { IncomingMessage, ServerResponse } from "node:http"
import { sessionOfRequest } from "@/lib/http/session-of-request"
import { serveOidc } from "@/lib/oidc/serve"

/** Bodies go to the provider as they come. */
export const config = { api: { bodyParser: false, externalResolver: true } }

/** The OpenID Provider: Node's own request and answer, which App Router handlers do not have. */
export default async function handler(req: IncomingMessage, res: ServerResponse): Promise<void> {
  await serveOidc(req, res, await sessionOfRequest(req))
}
