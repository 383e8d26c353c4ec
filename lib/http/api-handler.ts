import "server-only"
import { randomUUID } from "node:crypto"
import { database } from "@/db/client"
import type { Database } from "@/db/types"
import { log } from "@/lib/log"

/** What a program's request is answered with: no cookie, no language, no person. */
export type ApiCall = {
  readonly request: Request
  readonly db: Database
  readonly now: Date
  readonly requestId: string
  readonly inPath: Readonly<Record<string, string>>
}

type Route = { readonly params: Promise<Readonly<Record<string, string>>> }

/** Wraps a GET of the API for programs. What breaks is told in one calm sentence, with the number to find it by. */
export function apiHandler(
  answer: (call: ApiCall) => Promise<Response>,
  failed: (requestId: string) => Response,
): (request: Request, route: Route) => Promise<Response> {
  return async (request, { params }) => {
    const requestId = request.headers.get("x-request-id") ?? randomUUID()
    try {
      return await answer({ request, db: database(), now: new Date(), requestId, inPath: await params })
    } catch (error) {
      log.error({ requestId, error: error instanceof Error ? error.name : "unknown" }, "api: failed")
      return failed(requestId)
    }
  }
}
