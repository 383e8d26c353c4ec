import { readCookie, setCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { goOnElsewhere } from "@/lib/registration/go-on-elsewhere"
import { withdrawRegistration } from "@/lib/registration/withdraw-registration"

/** The mailed code of who knew number and secret: the request is handed to this browser, or withdrawn. */
export const POST = postHandler(async ({ fields }) => {
  const ticket = (await readCookie("ticket")) ?? ""
  const { code = "", purpose } = fields
  if (purpose === "withdraw") {
    const gone = await runCommand(withdrawRegistration, { ticket, code })
    return gone.ok ? seeOther("/register/status") : refusedAnswer(gone.refusal, "/register/status/code")
  }
  const result = await runCommand(goOnElsewhere, { ticket, code })
  if (!result.ok) return refusedAnswer(result.refusal, "/register/status/code")
  return seeOther("/register/check", [setCookie("registration", result.value.registration)])
})
