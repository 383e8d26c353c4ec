import { browserOfRequest } from "@/lib/http/browser"
import { deviceRemembered, setCookie } from "@/lib/http/cookies"
import { plainPage } from "@/lib/http/plain-page"
import { postHandler } from "@/lib/http/post-handler"
import { refusalCookie } from "@/lib/http/refusal-cookie"
import { parseReturnTo } from "@/lib/http/return-to"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { sessionCookie } from "@/lib/http/session-cookie"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import type { Refusal } from "@/lib/kernel/refusal"
import { screenOf } from "@/lib/signin/rules"
import { startSignIn } from "@/lib/signin/start-sign-in"

/** The password step: on to the code, or back to a screen that says why not. */
export const POST = postHandler(async ({ fields }) => {
  const returnTo = parseReturnTo(fields.returnTo)
  const locale = await currentLocale()
  const result = await runCommand(startSignIn, {
    username: fields.username ?? "",
    password: fields.password ?? "",
    returnTo,
    sharedComputer: fields.shared === "1" || fields.shared === "on",
    locale,
    browser: await browserOfRequest(),
  })
  if (!result.ok) return refusedAnswer(result.refusal, returnTo)
  if (result.value.next !== "portal") {
    const step = result.value.next === "code" ? "/login/otp" : "/login/factor"
    return seeOther(step, [setCookie("flow", result.value.flow)])
  }
  return seeOther(returnTo ?? "/portal", [
    await sessionCookie(result.value.session),
    setCookie("device", result.value.device, deviceRemembered),
  ])
})

async function refusedAnswer(refusal: Refusal, returnTo: string | undefined): Promise<Response> {
  if (refusal.code === "signin.busy") {
    const w = wordsIn(await currentLocale())
    return plainPage(503, w.refusals["signin.busy"], {
      back: "/login",
      retryAfterSeconds: 5,
    })
  }
  const query = new URLSearchParams({
    refused: refusal.code,
    ...(returnTo ? { returnTo } : {}),
  })
  return seeOther(`${screenOf(refusal.code, "/login")}?${query}`, [refusalCookie(refusal)])
}
