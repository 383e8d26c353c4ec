import { runRead } from "@/lib/http/run-read"
import { getReadiness } from "@/lib/operations/get-readiness"

/** 200 when this instance can serve, 503 when not; the body says why, with the age of waiting mail and of the seal. */
export async function GET(): Promise<Response> {
  const readiness = await runRead(getReadiness, {}).catch(() => undefined)
  const state = readiness?.ok ? readiness.value : { ready: false, database: "unreachable" }
  return Response.json(state, { status: state.ready ? 200 : 503, headers: { "cache-control": "no-store" } })
}
