import { browserOfRequest } from "@/lib/http/browser"
import { clearCookie, deviceRemembered, readCookie, setCookie } from "@/lib/http/cookies"
import { currentSession } from "@/lib/http/current-session"
import { postHandler } from "@/lib/http/post-handler"
import { refusalCookie } from "@/lib/http/refusal-cookie"
import { parseReturnTo } from "@/lib/http/return-to"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { sessionCookie } from "@/lib/http/session-cookie"
import { currentLocale } from "@/lib/i18n/words"
import { redeemCode } from "@/lib/signin/redeem-code"
import { screenOf } from "@/lib/signin/rules"

/** The code step: opens the session, or back to a screen that says why not. */
export const POST = postHandler(async ({ fields }) => {
  const result = await runCommand(redeemCode, {
    flow: (await readCookie("flow")) ?? "",
    code: fields.code ?? "",
    locale: await currentLocale(),
    browser: await browserOfRequest(),
  })
  if (result.ok) {
    const { session, device, returnTo } = result.value
    return seeOther(parseReturnTo(returnTo) ?? "/portal", [
      await sessionCookie(session),
      setCookie("device", device, deviceRemembered),
      clearCookie("flow"),
    ])
  }
  const { refusal } = result
  // The second of two clicks: the first has signed in already, so the way on is the portal.
  if (refusal.code === "signin.flow-gone" && (await currentSession())) return seeOther("/portal")
  return seeOther(`${screenOf(refusal.code, "/login/otp")}?refused=${refusal.code}`, [refusalCookie(refusal)])
})
