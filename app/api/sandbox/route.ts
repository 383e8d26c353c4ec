import { headers } from "next/headers"
import { passOn } from "@/lib/http/pass-on"
import { pathSegment } from "@/lib/http/path-segment"
import { postHandler } from "@/lib/http/post-handler"
import { requestContext } from "@/lib/http/request-context"
import { seeOther } from "@/lib/http/see-other"
import { builderHere, enterAsInvented, leaveSandbox } from "@/lib/oidc/sandbox/at-sandbox"

/** Takes as which invented user a builder goes on to a system that is being tried out, or that he does not. */
export const POST = postHandler(async ({ fields }) => {
  const uid = pathSegment(fields.uid ?? "", 64)
  const builder = await builderHere(await requestContext(), await headers())
  const { role, unit } = fields
  const leaving = fields.leave
    ? await leaveSandbox(uid, builder)
    : await enterAsInvented(uid, builder, { role, unit })
  if (leaving === "gone") return seeOther(`/sandbox/${uid}`)
  if (leaving === "missing") return seeOther(`/sandbox/${uid}?missing=1`)
  return passOn(leaving.leavesFor, leaving.clientName, leaving.cookies)
})
