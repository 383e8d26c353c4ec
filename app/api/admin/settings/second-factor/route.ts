import { clearCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { changeSecondFactorStart } from "@/lib/signin/change-second-factor-start"

/** Takes the day from which the second factor is asked. */
export const POST = postHandler(async ({ fields }) => {
  const { day = "", month = "", year = "" } = fields
  const result = await runCommand(changeSecondFactorStart, {
    version: fields.version ?? "",
    day,
    month,
    year,
    confirmed: fields.confirmed === "1",
  })
  if (result.ok) return seeOther("/admin/settings?saved=second-factor", [clearCookie("typed")])
  return refusedAnswer(result.refusal, "/admin/settings?setting=second-factor", [
    // Not the tick: to lift the second factor is confirmed anew each time.
    await typedCookie("second-factor", { day, month, year }),
  ])
})
