import { browserOfRequest } from "@/lib/http/browser"
import { readCookie } from "@/lib/http/cookies"
import { currentSession } from "@/lib/http/current-session"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { relyingParty } from "@/lib/http/relying-party"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { signedIn } from "@/lib/http/signed-in"
import { currentLocale } from "@/lib/i18n/words"
import { redeemPasskey } from "@/lib/signin/redeem-passkey"
import { screenOf } from "@/lib/signin/rules"

/** The second step by passkey, after the password. */
export const POST = postHandler(async ({ fields }) => {
  const result = await runCommand(redeemPasskey, {
    flow: (await readCookie("flow")) ?? "",
    response: fields.response ?? "",
    rp: await relyingParty(),
    locale: await currentLocale(),
    browser: await browserOfRequest(),
  })
  if (result.ok) return signedIn(result.value)
  const { refusal } = result
  if (refusal.code === "signin.flow-gone" && (await currentSession())) return seeOther("/portal")
  return refusedAnswer(refusal, screenOf(refusal.code, "/login/factor"))
})
