import { runRead } from "@/lib/http/run-read"
import { getCast } from "@/lib/operations/get-cast"

/** The cast of the demonstration as data. */
export async function GET(): Promise<Response> {
  const result = await runRead(getCast, {})
  if (!result.ok) return new Response(null, { status: 404 })
  return Response.json(result.value, { headers: { "cache-control": "no-store" } })
}
