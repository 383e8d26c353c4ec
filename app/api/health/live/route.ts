export const dynamic = "force-dynamic"

/** The process answers. Nothing else is asked, so that a slow database does not get it restarted. */
export function GET(): Response {
  return Response.json({ live: true }, { headers: { "cache-control": "no-store" } })
}
