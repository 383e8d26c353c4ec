import { readCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { registrationSlipPage } from "@/lib/http/registration-slip-page"
import { runCommand } from "@/lib/http/run-command"
import { runRead } from "@/lib/http/run-read"
import { seeOther } from "@/lib/http/see-other"
import { getStatusQr } from "@/lib/registration/get-status-qr"
import { submitRegistration } from "@/lib/registration/submit-registration"

/** Sends a request. The first time the answer itself is the slip with the secret, which is told nowhere else. */
export const POST = postHandler(async ({ fields }) => {
  const registration = (await readCookie("registration")) ?? ""
  const { version = "" } = fields
  const result = await runCommand(submitRegistration, {
    registration,
    version,
    isTrue: fields.isTrue === "1",
  })
  if (!result.ok) {
    // the first of two clicks has sent it
    const screen = result.refusal.code === "registration.closed" ? "/register/done" : "/register/check"
    return refusedAnswer(result.refusal, screen)
  }
  const { number, secret } = result.value
  if (secret === null) return seeOther("/register/done")
  const qr = await runRead(getStatusQr, { number })
  const svg = qr.ok ? qr.value.svg : ""
  return registrationSlipPage({ number, secret, svg, isSent: true, onward: "/register/done" })
})
