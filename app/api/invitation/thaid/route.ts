import { headers } from "next/headers"
import { clientAddress } from "@/lib/http/client-address"
import { readCookie, setCookie, thaidRemembered } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { leaveFor } from "@/lib/http/see-other"
import { startAcceptByThaid } from "@/lib/invitations/start-accept-by-thaid"

/** Sends the browser to ThaiID to accept an invitation, or back to the page that says why not. */
export const POST = postHandler(async () => {
  const result = await runCommand(startAcceptByThaid, {
    invitation: (await readCookie("invitation")) ?? "",
    address: clientAddress(await headers()),
    thaidBrowser: await readCookie("thaid"),
  })
  if (!result.ok) return refusedAnswer(result.refusal, "/invitation/choose")
  return leaveFor(result.value.address, [setCookie("thaid", result.value.browser, thaidRemembered)])
})
