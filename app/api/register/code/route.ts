import { readCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { confirmAddress } from "@/lib/registration/confirm-address"

/** The mailed code: on to the documents, or back to a page that says why not. */
export const POST = postHandler(async ({ fields }) => {
  const registration = (await readCookie("registration")) ?? ""
  const result = await runCommand(confirmAddress, { registration, code: fields.code ?? "" })
  if (result.ok) return seeOther("/register/documents")
  return refusedAnswer(result.refusal, "/register/code")
})
