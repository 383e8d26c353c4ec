import { readCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { registrationSlipPage } from "@/lib/http/registration-slip-page"
import { runCommand } from "@/lib/http/run-command"
import { runRead } from "@/lib/http/run-read"
import { getStatusQr } from "@/lib/registration/get-status-qr"
import { renewSecret } from "@/lib/registration/renew-secret"

/** A new secret: the answer itself is the slip, since it is told nowhere else. */
export const POST = postHandler(async ({ fields }) => {
  const registration = (await readCookie("registration")) ?? ""
  const onward = fields.onward === "done" ? "/register/done" : "/register/check"
  const result = await runCommand(renewSecret, { registration })
  if (!result.ok) return refusedAnswer(result.refusal, onward)
  const qr = await runRead(getStatusQr, { number: result.value.number })
  const svg = qr.ok ? qr.value.svg : ""
  return registrationSlipPage({ ...result.value, svg, isSent: false, onward })
})
