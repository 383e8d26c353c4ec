import { clearCookie, readCookie } from "@/lib/http/cookies"
import { plainPage } from "@/lib/http/plain-page"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { resetPassword } from "@/lib/recovery/reset-password"

/** Sets the new password of a person who was proved. Nothing that was typed comes back. */
export const POST = postHandler(async ({ fields }) => {
  const { newPassword = "", again = "" } = fields
  const recovery = (await readCookie("recovery")) ?? ""
  const result = await runCommand(resetPassword, { recovery, newPassword, again })
  if (result.ok) return seeOther("/recover/done", [clearCookie("recovery")])
  const { refusal } = result
  if (refusal.code === "signin.busy") {
    const w = wordsIn(await currentLocale())
    return plainPage(503, w.refusals["signin.busy"], { back: "/recover/password", retryAfterSeconds: 5 })
  }
  return refusedAnswer(refusal, refusal.code.startsWith("recovery.") ? "/recover" : "/recover/password")
})
