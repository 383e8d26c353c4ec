import { headers } from "next/headers"
import { clientAddress } from "@/lib/http/client-address"
import { clearCookie, setCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { lookUp } from "@/lib/registration/look-up"
import { registrationLimits } from "@/lib/registration/rules"

/** Number and secret: on to how the request stands. The secret never comes back; the number does. */
export const POST = postHandler(async ({ fields }) => {
  const { number = "", secret = "" } = fields
  if (fields.other === "1") return seeOther("/register/status", [clearCookie("ticket")])
  const address = clientAddress(await headers())
  const result = await runCommand(lookUp, { number, secret, address })
  if (result.ok)
    return seeOther("/register/status", [
      setCookie("ticket", result.value.ticket, registrationLimits.ticketLifetime),
    ])
  return refusedAnswer(result.refusal, "/register/status", [await typedCookie("register-status", { number })])
})
