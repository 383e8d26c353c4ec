import { setCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { openLink } from "@/lib/recovery/open-link"

/** Uses a mailed link up: this browser goes on to set a password. */
export const POST = postHandler(async ({ fields }) => {
  const { link = "" } = fields
  const result = await runCommand(openLink, { link })
  if (!result.ok) return seeOther("/recover/link/none")
  return seeOther("/recover/password", [setCookie("recovery", result.value.recovery)])
})
