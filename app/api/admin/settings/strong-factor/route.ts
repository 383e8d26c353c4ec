import { clearCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { changeStrongFactorStart } from "@/lib/signin/change-strong-factor-start"

/** Takes the day from which the consoles want a strong factor. */
export const POST = postHandler(async ({ fields }) => {
  const { day = "", month = "", year = "" } = fields
  const result = await runCommand(changeStrongFactorStart, {
    version: fields.version ?? "",
    day,
    month,
    year,
    confirmed: fields.confirmed === "1",
  })
  if (result.ok) return seeOther("/admin/settings?saved=strong-factor", [clearCookie("typed")])
  return refusedAnswer(result.refusal, "/admin/settings?setting=strong-factor", [
    await typedCookie("strong-factor", { day, month, year }),
  ])
})
