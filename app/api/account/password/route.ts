import { browserOfRequest } from "@/lib/http/browser"
import { plainPage } from "@/lib/http/plain-page"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { changePassword } from "@/lib/passwords/change-password"

/** Changes one's own password. Nothing that was typed comes back. */
export const POST = postHandler(async ({ fields }) => {
  const { currentPassword = "", newPassword = "", again = "", endOthers } = fields
  const result = await runCommand(changePassword, {
    currentPassword,
    newPassword,
    again,
    endOthers: endOthers === "1",
    browser: await browserOfRequest(),
  })
  if (result.ok) return seeOther("/account/password?done=1")
  const { refusal } = result
  if (refusal.code === "signin.busy") {
    const w = wordsIn(await currentLocale())
    const again = { back: "/account/password", retryAfterSeconds: 5 }
    return plainPage(503, w.refusals["signin.busy"], again)
  }
  return refusedAnswer(refusal, "/account/password")
})
