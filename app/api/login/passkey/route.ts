import { browserOfRequest } from "@/lib/http/browser"
import { readCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { relyingParty } from "@/lib/http/relying-party"
import { parseReturnTo } from "@/lib/http/return-to"
import { runCommand } from "@/lib/http/run-command"
import { signedIn } from "@/lib/http/signed-in"
import { currentLocale } from "@/lib/i18n/words"
import { screenOf } from "@/lib/signin/rules"
import { signInByPasskey } from "@/lib/signin/sign-in-by-passkey"

/** A whole sign-in by passkey. */
export const POST = postHandler(async ({ fields }) => {
  const returnTo = parseReturnTo(fields.returnTo)
  const result = await runCommand(signInByPasskey, {
    response: fields.response ?? "",
    rp: await relyingParty(),
    passkeyBrowser: await readCookie("passkey"),
    returnTo,
    sharedComputer: fields.shared === "1",
    locale: await currentLocale(),
    browser: await browserOfRequest(),
  })
  if (result.ok) return signedIn(result.value)
  const query = returnTo ? `?${new URLSearchParams({ returnTo })}` : ""
  return refusedAnswer(result.refusal, screenOf(result.refusal.code, "/login/passkey") + query)
})
