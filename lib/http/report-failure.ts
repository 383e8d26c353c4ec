import "server-only"
import { log } from "@/lib/log"
import { referenceOf } from "./failure-page"

/**
 * Writes an unexpected failure into the log under the reference that the reader was shown. The stack stands beside it,
 * written by Next under the same digest; what was asked for beyond the route stays out.
 */
export function reportFailure(failure: {
  readonly error: unknown
  readonly requestId: string | undefined
  readonly method: string
  readonly route: string
}): void {
  const { digest, code, name } = (failure.error ?? {}) as { digest?: unknown; code?: unknown; name?: unknown }
  const requestId = failure.requestId ?? "unknown"
  log.error(
    {
      reference: referenceOf(requestId),
      requestId,
      method: failure.method,
      route: failure.route,
      error: String(code ?? name ?? "unknown"),
      digest: typeof digest === "string" ? digest : undefined,
    },
    "a request failed",
  )
}
