import { browserOfRequest } from "@/lib/http/browser"
import { readCookie, setCookie, thaidRemembered } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusalCookie } from "@/lib/http/refusal-cookie"
import { parseReturnTo } from "@/lib/http/return-to"
import { runCommand } from "@/lib/http/run-command"
import { leaveFor, seeOther } from "@/lib/http/see-other"
import { screenOf } from "@/lib/signin/rules"
import { startThaid } from "@/lib/signin/start-thaid"

/** Sends the browser to ThaiID, or to the page that says why not. */
export const POST = postHandler(async ({ fields }) => {
  const returnTo = parseReturnTo(fields.returnTo)
  const { address } = await browserOfRequest()
  const result = await runCommand(startThaid, {
    returnTo,
    sharedComputer: fields.shared === "1" || fields.shared === "on",
    address,
    browser: await readCookie("thaid"),
  })
  if (result.ok)
    return leaveFor(result.value.address, [setCookie("thaid", result.value.browser, thaidRemembered)])
  const query = new URLSearchParams({ refused: result.refusal.code, ...(returnTo ? { returnTo } : {}) })
  return seeOther(`${screenOf(result.refusal.code, "/login/thaid")}?${query}`, [
    refusalCookie(result.refusal),
  ])
})
