import { headers } from "next/headers"
import { clientAddress } from "@/lib/http/client-address"
import { readCookie, setCookie, thaidRemembered } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { leaveFor } from "@/lib/http/see-other"
import { startByThaid } from "@/lib/recovery/start-by-thaid"

/** Sends the browser to ThaiID to get back into an account, or back to the page that says why not. */
export const POST = postHandler(async () => {
  const address = clientAddress(await headers())
  const result = await runCommand(startByThaid, { address, browser: await readCookie("thaid") })
  if (!result.ok) return refusedAnswer(result.refusal, "/recover")
  return leaveFor(result.value.address, [setCookie("thaid", result.value.browser, thaidRemembered)])
})
