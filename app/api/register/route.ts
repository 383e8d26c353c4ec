import { headers } from "next/headers"
import { clientAddress } from "@/lib/http/client-address"
import { readCookie, setCookie, thaidRemembered } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { leaveFor, seeOther } from "@/lib/http/see-other"
import { currentLocale } from "@/lib/i18n/words"
import { startByThaid } from "@/lib/registration/start-by-thaid"
import { startRegistration } from "@/lib/registration/start-registration"

/** Begins a request: on to ThaiID, or to the page of the person. */
export const POST = postHandler(async ({ fields }) => {
  const address = clientAddress(await headers())
  const browser = await readCookie("thaid")
  const started = await runCommand(startRegistration, {
    privacyVersion: fields.privacyVersion ?? "",
    isRead: fields.isRead === "1",
    locale: await currentLocale(),
    address,
    ...(fields.way === "proved" && browser ? { browser } : {}),
  })
  if (!started.ok) return refusedAnswer(started.refusal, "/register")
  const { registration } = started.value
  const cookies = [setCookie("registration", registration)]
  if (fields.way !== "thaid") return seeOther("/register/person", cookies)
  const errand = await runCommand(startByThaid, { registration, address, browser })
  if (!errand.ok) return refusedAnswer(errand.refusal, "/register/person", cookies)
  return leaveFor(errand.value.address, [
    ...cookies,
    setCookie("thaid", errand.value.browser, thaidRemembered),
  ])
})
