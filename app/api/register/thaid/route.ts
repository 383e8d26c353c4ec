import { headers } from "next/headers"
import { clientAddress } from "@/lib/http/client-address"
import { readCookie, setCookie, thaidRemembered } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { leaveFor } from "@/lib/http/see-other"
import { startByThaid } from "@/lib/registration/start-by-thaid"

/** Sends an applicant who began to type to ThaiID after all. */
export const POST = postHandler(async () => {
  const registration = (await readCookie("registration")) ?? ""
  const address = clientAddress(await headers())
  const errand = await runCommand(startByThaid, {
    registration,
    address,
    browser: await readCookie("thaid"),
  })
  if (!errand.ok) return refusedAnswer(errand.refusal, "/register/person")
  return leaveFor(errand.value.address, [setCookie("thaid", errand.value.browser, thaidRemembered)])
})
