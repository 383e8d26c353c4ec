import { confirmTotp } from "@/lib/factors/confirm-totp"
import { groupsOfFour } from "@/lib/factors/rules"
import { postHandler } from "@/lib/http/post-handler"
import { recoveryCodesPage } from "@/lib/http/recovery-codes-page"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { sessionCookie } from "@/lib/http/session-cookie"
import { typedCookie } from "@/lib/http/typed-fields"

/** Takes the first code of an authenticator app; the recovery codes that come with the first factor are shown at once. */
export const POST = postHandler(async ({ fields }) => {
  const { name = "", code = "" } = fields
  const result = await runCommand(confirmTotp, { name, code })
  if (!result.ok)
    return refusedAnswer(result.refusal, "/account/factors", [await typedCookie("factor", { name })])
  const { codes, session } = result.value
  const cookies = [await sessionCookie(session)]
  return codes.length === 0
    ? seeOther("/account/factors?done=added", cookies)
    : recoveryCodesPage(codes.map(groupsOfFour), cookies)
})
