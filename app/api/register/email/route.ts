import { readCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { currentLocale } from "@/lib/i18n/words"
import { setEmail } from "@/lib/registration/set-email"

/** Sets the address and mails a code to it; one that is confirmed already leads on. */
export const POST = postHandler(async ({ fields }) => {
  const registration = (await readCookie("registration")) ?? ""
  const { email = "", version = "" } = fields
  const result = await runCommand(setEmail, { registration, version, email, locale: await currentLocale() })
  if (result.ok) return seeOther(result.value.isConfirmed ? "/register/documents" : "/register/code")
  return refusedAnswer(result.refusal, "/register/email", [await typedCookie("register-email", { email })])
})
