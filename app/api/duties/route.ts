import { postHandler } from "@/lib/http/post-handler"
import { refusalCookie } from "@/lib/http/refusal-cookie"
import { parseReturnTo } from "@/lib/http/return-to"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { acceptDuties } from "@/lib/signin/accept-duties"

/** Takes the acceptance of the duties of use. */
export const POST = postHandler(async ({ fields }) => {
  const result = await runCommand(acceptDuties, {
    version: fields.version ?? "",
  })
  if (result.ok) return seeOther(parseReturnTo(fields.returnTo) ?? "/portal")
  if (result.refusal.code === "forbidden") return seeOther("/login?returnTo=/portal")
  return seeOther(`/portal?refused=${result.refusal.code}`, [refusalCookie(result.refusal)])
})
