import { postHandler } from "@/lib/http/post-handler"
import { refusalCookie } from "@/lib/http/refusal-cookie"
import { parseReturnTo } from "@/lib/http/return-to"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { chooseMembership } from "@/lib/sessions/choose-membership"

/** Takes the unit for which a person works in this session. */
export const POST = postHandler(async ({ fields }) => {
  const result = await runCommand(chooseMembership, { membershipId: fields.membershipId ?? "" })
  if (result.ok) return seeOther(parseReturnTo(fields.returnTo) ?? "/portal")
  if (result.refusal.code === "forbidden") return seeOther("/login?returnTo=/portal/choose")
  return seeOther(`/portal/choose?refused=${result.refusal.code}`, [refusalCookie(result.refusal)])
})
