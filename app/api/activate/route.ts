import { headers } from "next/headers"
import { openActivation } from "@/lib/activation/open-activation"
import { activationLimits } from "@/lib/activation/rules"
import { clientAddress } from "@/lib/http/client-address"
import { setCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** A unit's first sign-in. Nothing that was typed comes back. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", code = "" } = fields
  const address = clientAddress(await headers())
  const result = await runCommand(openActivation, { unitCode, code, address })
  if (!result.ok) return refusedAnswer(result.refusal, "/activate")
  const cookie = setCookie("activation", result.value.activation, activationLimits.sessionLifetime)
  return seeOther(result.value.isEmpty ? "/activate/form/person" : "/activate/form", [cookie])
})
