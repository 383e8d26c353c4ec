import { headers } from "next/headers"
import { openRequest } from "@/lib/activation/open-request"
import { activationLimits } from "@/lib/activation/rules"
import { clientAddress } from "@/lib/http/client-address"
import { setCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** Number and secret of a request: on to how it stands, and to its form where it came back. */
export const POST = postHandler(async ({ fields }) => {
  const { number = "", secret = "" } = fields
  const address = clientAddress(await headers())
  const result = await runCommand(openRequest, { number, secret, address })
  if (!result.ok) return refusedAnswer(result.refusal, "/activate/request")
  const cookie = setCookie("activation", result.value.activation, activationLimits.sessionLifetime)
  return seeOther("/activate/form", [cookie])
})
