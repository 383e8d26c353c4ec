import { readCookie, setCookie, thaidRemembered } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusalCookie } from "@/lib/http/refusal-cookie"
import { runCommand } from "@/lib/http/run-command"
import { leaveFor, seeOther } from "@/lib/http/see-other"
import { startMethodChange } from "@/lib/signin/start-method-change"

/** Sends who wants another sign-in method to ThaiID, to prove that it is he. */
export const POST = postHandler(async ({ fields }) => {
  const browser = await readCookie("thaid")
  const result = await runCommand(startMethodChange, { to: fields.to ?? "", browser })
  if (result.ok)
    return leaveFor(result.value.address, [setCookie("thaid", result.value.browser, thaidRemembered)])
  if (result.refusal.code === "forbidden") return seeOther("/login?returnTo=/account/sign-in")
  return seeOther(`/account/sign-in?refused=${result.refusal.code}`, [refusalCookie(result.refusal)])
})
