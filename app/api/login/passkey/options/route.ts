import { headers } from "next/headers"
import { clientAddress } from "@/lib/http/client-address"
import { passkeyRemembered, readCookie, setCookie } from "@/lib/http/cookies"
import { forScript, leadingTo } from "@/lib/http/for-script"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { relyingParty } from "@/lib/http/relying-party"
import { runCommand } from "@/lib/http/run-command"
import { screenOf } from "@/lib/signin/rules"
import { startPasskey } from "@/lib/signin/start-passkey"

/** What a browser needs to be asked for a passkey at the door, or (`step`) after the password. */
export const POST = postHandler(async ({ fields }) => {
  const isStep = fields.step !== undefined
  const [flow, browser] = [await readCookie("flow"), await readCookie("passkey")]
  const result = await runCommand(startPasskey, {
    purpose: isStep ? "second-step" : "sign-in",
    rp: await relyingParty(),
    flow,
    browser,
    address: clientAddress(await headers()),
  })
  if (!result.ok) {
    const own = isStep ? "/login/factor" : "/login/passkey"
    return leadingTo(refusedAnswer(result.refusal, screenOf(result.refusal.code, own)))
  }
  const { options } = result.value
  const token = result.value.browser
  return forScript(options, token ? [setCookie("passkey", token, passkeyRemembered)] : [])
})
