import { clearCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { changeSupportContact } from "@/lib/support/change-support-contact"

/** Takes how the central helpdesk is reached. */
export const POST = postHandler(async ({ fields }) => {
  const { telephone = "", hoursTh = "", hoursEn = "", openChatUrl = "" } = fields
  const typed = { telephone, hoursTh, hoursEn, openChatUrl }
  const result = await runCommand(changeSupportContact, { version: fields.version ?? "", ...typed })
  if (result.ok) return seeOther("/admin/settings?saved=contact#contact", [clearCookie("typed")])
  return refusedAnswer(result.refusal, "/admin/settings?setting=contact", [
    await typedCookie("contact", typed),
  ])
})
