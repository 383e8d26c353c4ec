import { readCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { savePerson } from "@/lib/registration/save-person"

/** Saves who it is, and on to the next page; what was typed comes back where it was refused. */
export const POST = postHandler(async ({ fields }) => {
  const registration = (await readCookie("registration")) ?? ""
  const result = await runCommand(savePerson, { ...fields, registration })
  if (result.ok) return seeOther("/register/unit")
  const { nationalId = "", titleTh = "", givenNameTh = "", familyNameTh = "" } = fields
  const typed = { nationalId, titleTh, givenNameTh, familyNameTh }
  return refusedAnswer(result.refusal, "/register/person", [await typedCookie("register-person", typed)])
})
