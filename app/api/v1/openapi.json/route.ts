import { describeApi } from "@/lib/machine/describe-api"

/** The description of the API, for everybody: it holds nothing of anybody. */
export function GET(): Response {
  return Response.json(describeApi(), { headers: { "cache-control": "public, max-age=300" } })
}
