import { clearCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { changeThaidDuty } from "@/lib/signin/change-thaid-duty"

/** Takes who must sign in by ThaiID, and from when. */
export const POST = postHandler(async ({ fields }) => {
  const { group = "", day = "", month = "", year = "" } = fields
  const result = await runCommand(changeThaidDuty, {
    version: fields.version ?? "",
    group,
    day,
    month,
    year,
    lifted: fields.lifted === "1",
    confirmed: fields.confirmed === "1",
  })
  if (result.ok) return seeOther("/admin/settings?saved=thaid-duty#thaid-duty", [clearCookie("typed")])
  return refusedAnswer(result.refusal, "/admin/settings?setting=thaid-duty", [
    // Not the ticks: what they confirm is confirmed anew each time.
    await typedCookie("thaid-duty", { group, day, month, year }),
  ])
})
