import { readCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { saveUnit } from "@/lib/registration/save-unit"

/** Saves where the person works, and on to the next page; what was typed comes back where it was refused. */
export const POST = postHandler(async ({ fields }) => {
  const registration = (await readCookie("registration")) ?? ""
  const result = await runCommand(saveUnit, { ...fields, registration })
  if (result.ok) return seeOther("/register/email")
  const { unit = "", post = "", staffKind = "", staffReason = "", telephone = "" } = fields
  const typed = { unit, post, staffKind, staffReason, telephone }
  const screen = /^\d{2,8}$/.test(unit) ? `/register/unit?unit=${unit}` : "/register/unit"
  return refusedAnswer(result.refusal, screen, [await typedCookie("register-unit", typed)])
})
