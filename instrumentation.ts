import type { Instrumentation } from "next"

/** Start-up of the web server: refuses an incomplete production, and trusts no address that a client made up. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return
  const { readyToServe } = await import("@/lib/http/ready-to-serve")
  readyToServe(async (request, response) => {
    const { answerOidc } = await import("@/lib/oidc/process/answer-oidc")
    await answerOidc(request, response)
  })
}

/** Called by Next for each failure that nobody caught. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return
  const { reportFailure } = await import("@/lib/http/report-failure")
  const requestId = request.headers["x-request-id"]
  reportFailure({
    error,
    requestId: typeof requestId === "string" ? requestId : undefined,
    method: request.method,
    route: context.routePath,
  })
}
