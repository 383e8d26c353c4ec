import { browserOfRequest } from "@/lib/http/browser"
import { readCookie } from "@/lib/http/cookies"
import { firstSession } from "@/lib/http/first-session"
import { plainPage } from "@/lib/http/plain-page"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { acceptByPassword } from "@/lib/invitations/accept-by-password"

/** Accepts an invitation with a password. Nothing that was typed comes back. */
export const POST = postHandler(async ({ fields }) => {
  const { nationalId = "", username = "", newPassword = "", again = "" } = fields
  const locale = await currentLocale()
  const result = await runCommand(acceptByPassword, {
    invitation: (await readCookie("invitation")) ?? "",
    nationalId,
    username,
    newPassword,
    again,
    locale,
    browser: await browserOfRequest(),
  })
  if (result.ok) return firstSession(result.value)
  if (result.refusal.code === "signin.busy")
    return plainPage(503, wordsIn(locale).refusals["signin.busy"], {
      back: "/invitation/choose",
      retryAfterSeconds: 5,
    })
  return refusedAnswer(result.refusal, "/invitation/choose")
})
