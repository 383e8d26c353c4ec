import { headers } from "next/headers"
import { clientAddress } from "@/lib/http/client-address"
import { setCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { startRecovery } from "@/lib/recovery/start-recovery"

/** Asks for a code by mail: on to the page of the code, whoever was typed. */
export const POST = postHandler(async ({ fields }) => {
  const { username = "" } = fields
  const address = clientAddress(await headers())
  const result = await runCommand(startRecovery, { username, address })
  if (!result.ok) return refusedAnswer(result.refusal, "/recover")
  return seeOther("/recover/code", [setCookie("recovery", result.value.recovery)])
})
